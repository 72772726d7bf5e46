/// A finished file of the site.
package struct OutputFile: Sendable {
  /// The path below the site's folder, with `/` between its parts; never absolute, never with `..`.
  package let path: String
  package let bytes: [UInt8]

  /// Makes a file.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
