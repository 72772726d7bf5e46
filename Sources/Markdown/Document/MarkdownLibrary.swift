import CCMark

/// The Markdown library that the program is linked with.
package enum MarkdownLibrary {
  /// Its version, such as `0.30.2`.
  package static var version: String { unsafe String(cString: cmark_version_string()) }
}
