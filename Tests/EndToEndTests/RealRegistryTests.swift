import FoundationEssentials
import Formats
import TestSupport
import Testing

/// Three public registries, cut down to their data files, built as one site.
@Suite(.enabled(if: fileExists(Vitrine.bundles)), .timeLimit(.minutes(30)))
struct RealRegistryTests {
  static let names = ["example-gto", "demo-bank-customer-churn", "example-get-started"]

  @Test func buildsOneSiteOfAll() async throws {
    try await withTemporaryFolder { folder in
      try await Self.clone(into: folder)
      let result = try await Vitrine.run(
        "build", "\(folder)/repos", "-o", "\(folder)/site", "--offline")
      #expect(result.status == 0, "\(result.errors)")
      let index = try OrderedJSON.parse(readFile("\(folder)/site/api/v1/index.json"))
      let models = try #require(index["registry"]?["models"] ?? index["models"]).items
      func row(_ id: String) throws -> JSONValue {
        try #require(models.first { $0["id"]?.string == id }, "\(id)")
      }
      let churn = try row("example-gto/churn")
      #expect(churn["latest"]?.string == "v3.1.0")
      #expect(Self.holder("prod", churn) == "v3.0.0")
      let bank = try row("demo-bank-customer-churn/lightgbm-model")
      #expect(bank["latest"]?.string == "v2.0.3")
      #expect(Self.holder("dev", bank) == "v2.0.1")
      #expect(Self.holder("prod", bank) == "v2.0.0")
      #expect(Self.holder("stage", bank) == "v2.0.0")
      let text = try #require(
        models.first { $0["name"]?.string?.hasSuffix("text-classification") == true })
      #expect(text["latest"]?.string == "v1.2.0")
      #expect(Self.holder("prod", text) == "v1.0.0")
      #expect(Self.holder("stage", text) == "v1.1.0")
      try await Self.compareWithGTO(folder)
    }
  }

  private static func clone(into folder: String) async throws {
    for name in names {
      try await require([
        "git", "clone", "-q", "\(Vitrine.bundles)/\(name).bundle", "\(folder)/repos/\(name)",
      ])
    }
  }

  private static func holder(_ stage: String, _ row: JSONValue) -> String? {
    row["stages"]?[stage]?.items.first?.string
  }

  /// Every event of the site with its author, time and message, against `gto history`.
  private static func compareWithGTO(_ folder: String) async throws {
    let lines = try readFile("\(folder)/site/api/v1/events.ndjson").split(separator: 10)
    let events = try lines.map { try OrderedJSON.parse(Array($0)) }
    for name in names {
      let history = try await require([
        "\(Vitrine.environment)/bin/gto", "history", "-r", "\(folder)/repos/\(name)", "--json",
      ])
      let expected = try OrderedJSON.parse(history.output).items
      let own = events.filter { $0["repository"]?.string == name }
      #expect(own.count == expected.count)
      for event in expected {
        let found = own.first { $0["tag"]?.string == event["ref"]?.string }
        #expect(found?["by"]?.string == event["author"]?.string)
        #expect(found?["message"]?.string == event["message"]?.string)
        let time = try #require(event["timestamp"]?.string)
        #expect(found?["at"]?.string.map(Self.seconds) == Self.seconds(time), "\(time)")
      }
    }
  }

  private static func seconds(_ text: String) -> Double? {
    (try? Date(text, strategy: .iso8601))?.timeIntervalSince1970
  }
}
