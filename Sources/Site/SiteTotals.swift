/// What a build made.
package struct SiteTotals: Sendable, Equatable {
  /// The number of files, the manifest among them.
  package private(set) var files = 0

  /// The number of pages for people.
  package private(set) var pages = 0

  /// The size of all files in bytes.
  package private(set) var bytes = 0

  mutating func add(path: String, size: Int) {
    files += 1
    bytes += size
    if path.hasSuffix(".html") { pages += 1 }
  }

  static func += (sum: inout SiteTotals, part: SiteTotals) {
    sum.files += part.files
    sum.pages += part.pages
    sum.bytes += part.bytes
  }
}
