import Formats
import Records
import Testing

@testable import Registry
@testable import Site

struct ComparisonWritingTests {
  @Test("The CSV has a line for each row, with all digits")
  func csv() throws {
    let comparison = try VersionComparisonTests.compare("v1.0.0", "v1.2.0")
    let text = String(decoding: ComparisonCSV.bytes(of: comparison), as: UTF8.self)
    let lines = text.split(separator: "\r\n").map(String.init)
    #expect(
      lines.first
        == "section,file,key,differs,better,v1.0.0,v1.2.0,v1.2.0 change,v1.2.0 verdict,best")
    let auc =
      "metrics,metrics.json,auc,yes,higher,0.8912,0.93412999,0.04292999,better,v1.2.0"
    #expect(lines.contains(auc))
    #expect(lines.contains { $0.hasPrefix("metrics,metrics.json,gone,yes,,1,(not logged),,gone") })
  }

  @Test("No cell is a formula, but numbers stay numbers")
  func formulas() throws {
    let metrics = SampleRecords.metrics(
      ("=SUM(A1)", SampleRecords.number("-0.5")), ("@x", .string("=cmd|' /C calc'!A0")),
      ("plus", .string("+49")), ("quoted", .string("a,\"b\"\nc")))
    let comparison = try Self.comparison(metrics, SampleRecords.metrics())
    let text = String(decoding: ComparisonCSV.bytes(of: comparison), as: UTF8.self)
    #expect(text.contains(",'=SUM(A1),yes,,-0.5,"))
    #expect(text.contains(",'@x,yes,,'=cmd|' /C calc'!A0,"))
    #expect(text.contains("\"a,\"\"b\"\"\nc\""))
  }

  @Test("In Markdown nothing of a repository is markup or mentions anybody")
  func markdown() throws {
    let metrics = SampleRecords.metrics(
      ("a|b", .string("@octocat <b> `x` #1")), ("loss", SampleRecords.number("0.5")))
    let other = SampleRecords.metrics(("loss", SampleRecords.number("0.25")))
    let text = ComparisonMarkdown.text(of: try Self.comparison(metrics, other))
    #expect(text.contains("| `a\\|b` |"))
    #expect(text.contains("| ``@octocat <b> `x` #1`` |"))
    #expect(text.contains("**0.250** ★ (▼ \u{2212}0.250, better)"))
    #expect(text.contains("`loss` ↓"))
  }

  @Test("The document is JSON with numbers in their own digits")
  func document() throws {
    let comparison = try VersionComparisonTests.compare("v1.1.0", "v2.0.0-rc.1+build.5")
    let bytes = ComparisonDocument.bytes(of: comparison)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("\"value\": 0.9340,"))
    #expect(text.contains("\"special\": \"Infinity\""))
    #expect(text.contains("\"difference\": 0.0217,"))
    _ = try JSONReader.read(bytes)
  }

  @Test(
    "Differences are written in full",
    arguments: [
      ("0.3", "0.1", "0.2"), ("1", "3", "-2"), ("1e20", "0", "100000000000000000000"),
      ("5e-40", "0", "5e-40"), ("2.50", "1.25", "1.25"), ("10", "0.5", "9.5"),
    ])
  func differences(one: String, other: String, expected: String) throws {
    let (left, right) = (try #require(DecimalNumber(one)), try #require(DecimalNumber(other)))
    #expect(left.minus(right)?.plainText == expected)
  }

  /// Two versions with those metrics.
  private static func comparison(
    _ first: RecordFile, _ second: RecordFile
  ) throws -> VersionComparison {
    let repository = try #require(try SampleRegistry.make().repositories.first)
    let artifact = try #require(repository.artifacts.first { $0.name == "churn" })
    let columns = zip(artifact.versions, [first, second]).map { version, file in
      var version = version
      version.records = VersionRecords(metrics: [file])
      return ComparedVersion(version, of: artifact, in: repository, stages: [])
    }
    return VersionComparison(columns, baseline: 0, settings: SiteSettings())
  }
}
