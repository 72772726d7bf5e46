import Registry
import Testing

@testable import Site

@Suite("Documents for scripts")
struct IndexDocumentsTests {
  @Test("exist for everything that a registry holds") func paths() throws {
    let documents = try DocumentTexts(SampleRegistry.make())
    let folder = "api/v1/models/churn/churn/"
    let model = documents.texts.keys.filter { $0.hasPrefix(folder) }
      .map { String($0.dropFirst(folder.count)) }
    let versions = ["v1.0.0", "v1.0.1", "v1.1.0", "v1.2.0", "v2.0.0-rc.1+build.5"]
    var expected = [
      "latest.json", "latest.txt", "model.json", "stages/prod.json", "stages/prod.txt",
      "stages/staging.json", "stages/staging.txt", "timeline.json", "versions.txt",
    ]
    for version in versions {
      expected += ["versions/\(version).files.txt", "versions/\(version).json"]
    }
    #expect(model.sorted() == expected.sorted())
    // Known from an annotation only: no version, hence nothing that is the latest.
    let unregistered = "api/v1/models/churn/text-embedder/"
    #expect(
      documents.texts.keys.filter { $0.hasPrefix(unregistered) }.sorted()
        == [
          "\(unregistered)model.json", "\(unregistered)timeline.json",
          "\(unregistered)versions.txt",
        ])
  }

  @Test(
    "keep the order of their keys",
    arguments: [
      ("index.json", "meta registry repositories stages models"),
      (
        "models/churn/churn/model.json",
        "meta id name repository type title description labels status deprecated latest stages "
          + "versions candidates documents badges page"
      ),
      (
        "models/churn/churn/versions/v1.2.0.json",
        "meta id name version repository commit committed_at registered status deregistered "
          + "stages artifact metrics params unavailable plots lineage card changes notes "
          + "other_commits page"
      ),
      (
        "models/churn/churn/stages/prod.json",
        "meta id name repository stage holders shadowed page"
      ),
      ("models/churn/churn/timeline.json", "meta id name repository intervals"),
      ("manifest.json", "meta files"),
    ])
  func order(path: String, keys: String) throws {
    let documents = try DocumentTexts(SampleRegistry.make())
    #expect(try documents.keys(of: path).joined(separator: " ") == keys)
  }

  @Test("name schemas that are there, each known to the program") func schemas() throws {
    let documents = try DocumentTexts(SampleRegistry.make())
    let folder = "api/v1/schema/"
    let schemas = Set(documents.texts.keys.filter { $0.hasPrefix(folder) })
    let names = ["event", "index", "manifest", "model", "stage", "timeline", "version"]
    #expect(schemas == Set(names.map { "\(folder)\($0).schema.json" }))
    for (path, text) in documents.texts where path.hasSuffix(".json") && !schemas.contains(path) {
      let up = String(repeating: "../", count: path.split(separator: "/").count - 3)
      let line = try #require(text.split(separator: "\n").first { $0.contains("\"schema\": ") })
      let address = line.split(separator: "\"")[3]
      #expect(address.hasPrefix("\(up)schema/"))
      #expect(schemas.contains("api/v1/" + address.dropFirst(up.count)))
    }
  }

  @Test("end in a line feed and hold no carriage return") func lines() throws {
    for text in try DocumentTexts(SampleRegistry.make()).texts.values {
      #expect(text.hasSuffix("\n") && !text.utf8.contains(13))
    }
  }

  @Test("tell nobody's e-mail address by default") func names() throws {
    for text in try DocumentTexts(SampleRegistry.make()).texts.values {
      #expect(!text.contains("someone@example.com"))
    }
  }

  @Test("name nobody where the site is configured so") func nobody() throws {
    var settings = SiteSettings()
    settings.authors = .none
    let documents = try DocumentTexts(SampleRegistry.make(), settings: settings)
    for text in documents.texts.values { #expect(!text.contains("Ann Archer")) }
    #expect(try documents("events.ndjson").contains("\"by\":null"))
  }

  @Test("add e-mail addresses where the site is configured so") func emails() throws {
    var settings = SiteSettings()
    settings.authors = .namesAndEmails
    let documents = try DocumentTexts(SampleRegistry.make(), settings: settings)
    let person = "\"by\": \"Ann Archer\",\n    \"email\": \"someone@example.com\""
    #expect(try documents("models/churn/churn/versions/v1.2.0.json").contains(person))
    #expect(
      try documents("models/churn/churn/timeline.json").contains("\"assigned_email\": \"some"))
  }

  @Test("are the same for repositories in any order") func deterministic() throws {
    let registry = try SampleRegistry.make()
    let reversed = Registry(repositories: registry.repositories.reversed())
    #expect(try DocumentTexts(registry).texts == DocumentTexts(reversed).texts)
  }

  @Test("of an empty registry say so") func empty() throws {
    let documents = try DocumentTexts(Registry(repositories: []))
    #expect(try documents("index.json").contains("\"updated\": null"))
    #expect(try documents("index.json").contains("\"models\": []"))
    #expect(try documents("events.ndjson").isEmpty)
  }
}
