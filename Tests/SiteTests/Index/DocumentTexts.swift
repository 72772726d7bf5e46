import Registry
import Testing
import Theme

@testable import Site

/// The documents of a registry by path, as text.
struct DocumentTexts {
  let texts: [String: String]

  /// All documents of a registry, the manifest among them.
  init(_ registry: Registry, settings: SiteSettings = SiteSettings()) throws {
    let documents = IndexDocuments(
      registry: registry, addresses: SiteAddresses(registry: registry), settings: settings,
      theme: .bundled)
    var files = documents.overview()
    for repository in registry.repositories {
      for artifact in repository.artifacts {
        files += documents.documents(of: artifact, in: repository)
      }
    }
    files.append(documents.manifest(of: files.map(FileDigest.init)))
    texts = Dictionary(
      files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) },
      uniquingKeysWith: { first, _ in first })
    #expect(texts.count == files.count, "two documents share a path")
  }

  /// The document at a path below `api/v1/`.
  func callAsFunction(_ path: String) throws -> String {
    try #require(texts["api/v1/\(path)"], "no \(path)")
  }

  /// The keys of a document's outermost object, in order.
  func keys(of path: String) throws -> [String] {
    try self(path).split(separator: "\n").compactMap { line in
      guard line.hasPrefix("  \"") else { return nil }
      return line.dropFirst(3).split(separator: "\"").first.map(String.init)
    }
  }
}
