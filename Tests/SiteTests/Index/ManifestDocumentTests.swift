import Digests
import Testing
import Theme

@testable import Site

@Suite("The manifest")
struct ManifestDocumentTests {
  @Test("gives size and digest of every other document, sorted by path") func files() throws {
    let documents = try DocumentTexts(SampleRegistry.make())
    let lines = try documents("manifest.json").split(separator: "\n").map { $0.drop { $0 == " " } }
    let paths = lines.filter { $0.hasPrefix("\"path\"") }.map {
      String($0.split(separator: "\"")[2])
    }
    let others = documents.texts.keys.map { String($0.dropFirst("api/v1/".count)) }
    #expect(Set(paths) == Set(others).subtracting(["manifest.json"]))
    #expect(paths == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    let events = try documents("events.ndjson")
    #expect(lines.contains("\"size\": \(events.utf8.count),"))
    #expect(lines.contains("\"sha256\": \"\(SHA256(events).hex)\""))
  }

  @Test("passes over what is not a document") func foreign() throws {
    let registry = try SampleRegistry.make()
    let documents = IndexDocuments(
      registry: registry, addresses: SiteAddresses(registry: registry), settings: SiteSettings(),
      theme: .bundled)
    let page = FileDigest(OutputFile(path: "index.html", bytes: [1]))
    let text = String(decoding: documents.manifest(of: [page]).bytes, as: UTF8.self)
    #expect(text.contains("\"files\": []"))
  }
}
