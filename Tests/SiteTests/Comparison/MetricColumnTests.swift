import Formats
import Records
import Testing

@testable import Registry
@testable import Site

struct MetricColumnTests {
  @Test(
    "The best are marked where the direction is known and something differs",
    arguments: [
      ("acc", ["0.9", "0.8", "0.9", "NaN", "Infinity"], [0, 2]),
      ("loss", ["0.9", "0.8", "0.9", "NaN", "-Infinity"], [1]), ("rows", ["1", "2"], []),
      ("acc", ["0.9"], []), ("acc", ["0.9", "0.90"], []), ("acc", ["NaN", "0.1"], []),
    ] as [(String, [String], Set<Int>)])
  func best(name: String, values: [String], best: Set<Int>) throws {
    #expect(try Self.column(name, values).best == best)
  }

  @Test("A deregistered version has a value, but is never the best")
  func inactive() throws {
    let column = try Self.column("acc", ["0.1", "0.9", "0.2"], isActive: [true, false, true])
    #expect(column.best == [2])
    #expect(column.values[1]?.number?.text == "0.9")
  }

  @Test("Ranks put numbers in order and leave the rest out")
  func ranks() throws {
    let values = ["10", "9", "NaN", "-3.5", "9.0", "1e-9"]
    #expect(try Self.column("x", values).ranks == [4, 3, nil, 1, 3, 2])
  }

  @Test(
    "Columns of one name are told apart by their files, in full only where names are the same",
    arguments: [
      ("a/m.json", "b/m.json", "a/m.json", "b/m.json"),
      ("eval/disc.json", "eval/gas.json", "disc.json", "gas.json"),
    ])
  func equalNames(one: String, other: String, shown: String, otherShown: String) throws {
    let book = try RecordSheetTests.book([
      [(one, ["auc"], true), (other, ["auc"], true), (other, ["f1"], true)]
    ])
    let columns = book.sheets[0].entries.map {
      MetricColumn(
        $0, of: 0, traits: MetricTraits(file: "", keys: [], name: "", settings: []),
        isActive: [true], in: book)
    }
    #expect(
      MetricColumn.distinct(columns).map(\.label) == [
        "auc (\(shown))", "auc (\(otherShown))", "f1",
      ])
  }

  private static func column(
    _ name: String, _ values: [String], isActive: [Bool]? = nil
  ) throws -> MetricColumn {
    let versions = try values.enumerated().map { index, text in
      var version = try RecordSheetTests.version(index + 1)
      version.records = VersionRecords(
        metrics: [SampleRecords.metrics((name, SampleRecords.number(text)))])
      return version
    }
    let book = RecordBook(versions, of: .metrics)
    let traits = MetricTraits(file: "metrics.json", keys: [name], name: name, settings: [])
    return MetricColumn(
      try #require(book.sheets[0].entries.first), of: 0, traits: traits,
      isActive: isActive ?? values.map { _ in true }, in: book)
  }
}

struct HeadlineMetricTests {
  @Test("Without configuration, the first three numbers of the own files stand for a model")
  func first() throws {
    let names = try Self.names([])
    #expect(names == ["metrics.json auc", "metrics.json loss", "metrics.json rows"])
  }

  @Test("Primary metrics come in the order of the configuration, hidden ones never")
  func primary() throws {
    var loss = MetricSettings(pattern: "loss")
    loss.isPrimary = true
    var rest = MetricSettings(pattern: "*")
    rest.isPrimary = true
    var hidden = MetricSettings(pattern: "rows")
    (hidden.isPrimary, hidden.isHidden) = (true, true)
    #expect(
      try Self.names([hidden, loss, rest]) == [
        "metrics.json loss", "metrics.json auc", "metrics.json note", "metrics.json ece",
        "metrics.json lift", "metrics.json step",
      ])
  }

  @Test("Another model's metrics never stand for this one")
  func others() throws {
    var version = try RecordSheetTests.version(1)
    let value = DataValue.map([DataMember("auc", SampleRecords.number("1"))])
    version.records = VersionRecords(metrics: [RecordFile(path: "x", value: value, isOwn: false)])
    let artifact = SampleRegistry.artifact("m", [version], latest: 0, events: [])
    #expect(ModelMetrics.headline(of: artifact, settings: SiteSettings()).isEmpty)
  }

  private static func names(_ metrics: [MetricSettings]) throws -> [String] {
    var version = try RecordSheetTests.version(1)
    version.records = SampleRecords.churn("v1.2.0")
    var settings = SiteSettings()
    settings.metrics = metrics
    let artifact = SampleRegistry.artifact("m", [version], latest: 0, events: [])
    return ModelMetrics.headline(of: artifact, settings: settings).map { "\($0.file) \($0.name)" }
  }
}
