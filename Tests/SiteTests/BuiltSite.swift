import Cards
import Mustache
import Registry
import Testing
import Theme

@testable import Site

/// A whole site, kept in memory.
struct BuiltSite {
  /// The files by path.
  private(set) var files: [String: [UInt8]] = [:]

  /// The paths in the order in which the files were made.
  private(set) var order: [String] = []
  let totals: SiteTotals

  init(
    of registry: Registry, settings: SiteSettings = SiteSettings(), theme: Theme = .bundled,
    jobs: Int = 1, spool: Spool? = nil
  ) async throws {
    let (stream, continuation) = AsyncStream.makeStream(of: OutputFile.self)
    let builder = try SiteBuilder(
      registry: registry, settings: settings, theme: theme, spool: spool)
    totals = try await builder.build(jobs: jobs) { continuation.yield($0) }
    continuation.finish()
    for await file in stream {
      #expect(files.updateValue(file.bytes, forKey: file.path) == nil, "\(file.path) twice")
      order.append(file.path)
    }
  }

  /// A file's text.
  func text(_ path: String) throws -> String {
    let bytes = try #require(files[path], "\(path) is missing")
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The pages for people with their paths.
  var pages: [(path: String, text: String)] {
    files.filter { $0.key.hasSuffix(".html") }.sorted { $0.key < $1.key }
      .map { ($0.key, String(decoding: $0.value, as: UTF8.self)) }
  }
}

/// The files of one kind, for tests that need no whole site.
struct SitePart {
  /// The files' texts by path.
  private(set) var texts: [String: String] = [:]

  init(_ group: (some PageGroup).Type, of registry: Registry) throws {
    let theme = Theme.bundled
    let context = SiteContext(
      registry: registry, settings: SiteSettings(), theme: theme,
      templates: try TemplateSet(theme.templates))
    let part = group.init(context)
    for file in try (0..<part.units).flatMap({ try part.files(unit: $0) }) {
      texts[file.path] = String(decoding: file.bytes, as: UTF8.self)
    }
  }

  /// A file's text.
  func text(_ path: String) throws -> String { try #require(texts[path], "\(path) is missing") }
}

extension String {
  /// The values of an attribute, as they stand in a page.
  func values(of attribute: String) -> [String] {
    let bytes = Array(utf8)
    return bytes.places(of: " \(attribute)=\"").map { start in
      String(decoding: bytes[start...].prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
    }
  }

  /// How often a text occurs.
  func occurrences(of text: String) -> Int { Array(utf8).places(of: text).count }
}

extension [UInt8] {
  /// The places right after each occurrence of a text.
  ///
  /// Pages are long, and searching them character by character takes its time.
  fileprivate func places(of text: String) -> [Int] {
    let wanted = Array(text.utf8)
    var places: [Int] = []
    var index = 0
    while index + wanted.count <= count {
      if self[index] == wanted[0], self[index..<index + wanted.count].elementsEqual(wanted) {
        index += wanted.count
        places.append(index)
      } else {
        index += 1
      }
    }
    return places
  }
}
