import Formats
import Testing

@testable import Site

struct MetricsChangeTests {
  private static let features = (0..<60).map { DataValue.string("feature_\($0)") }

  @Test("Of long lists, what came and what left is told")
  func lists() throws {
    let (old, new) = (Self.features, Self.features.dropFirst() + [.string("age"), .number("7")])
    let list = try #require(Self.param(.list(old), .list(Array(new))).list)
    #expect(list.removed == #""feature_0""#)
    #expect(list.added == #""age", 7"#)
    #expect(list.note == nil)
  }

  @Test("Lists with the same items, with more of the same, and with very many others")
  func otherLists() throws {
    let list = Self.features
    let turned = try #require(Self.param(.list(list), .list(list.reversed())).list)
    #expect(turned.note == "other order" && turned.added == nil && turned.removed == nil)
    let twice = try #require(Self.param(.list(list), .list(list + list.prefix(1))).list)
    #expect(twice.added == #""feature_0""# && twice.removed == nil)
    let none = try #require(Self.param(.list(list), .list([])).list)
    #expect(none.added == nil && none.removed?.hasSuffix("…") == true)
  }

  @Test("Short lists stand side by side")
  func shortLists() {
    let change = Self.param(.list([.number("64")]), .list([.number("64"), .number("32")]))
    #expect(change.list == nil && change.was?.before == "[64]" && change.was?.after == "[64, 32]")
  }

  @Test("Long texts are cut where they differ")
  func texts() {
    let words = String(repeating: "word ", count: 100)
    let change = Self.param(.string(words + "old"), .string(words + "new"))
    #expect(change.was?.before == "…word word word word old")
    #expect(change.was?.after == "…word word word word new")
  }

  @Test(
    "Texts that read like something else stand in quotation marks",
    arguments: [
      (DataValue.string("true"), DataValue.bool(true), "\"true\"", "true"),
      (.number("0.5"), .string("0.5"), "0.5", "\"0.5\""), (.null, .string(""), "null", "\"\""),
      (.string("ridge"), .string("lasso"), "ridge", "lasso"),
    ])
  func kinds(before: DataValue, after: DataValue, was: String, became: String) {
    let change = Self.param(before, after)
    #expect(change.was?.before == was && change.was?.after == became)
  }

  @Test(
    "A metric of another type has no difference, but the earlier type",
    arguments: [
      (DataValue.number("0.5"), DataValue.string("high"), "number" as String?),
      (.bool(true), .number("1"), "boolean"), (.string("a"), .string("b"), nil),
      (.number("NaN"), .number("0.3"), nil),
    ])
  func otherType(before: DataValue, after: DataValue, kind: String?) {
    let change = MetricsChange(
      .init(value: LoggedValue(after), reason: nil),
      since: .init(value: LoggedValue(before), reason: nil), in: "v1.0.0",
      traits: MetricTraits(file: "m.json", keys: ["loss"], name: "loss", settings: []),
      format: NumberFormat(of: []))
    #expect(change.text == nil && change.was?.kind == kind)
  }

  @Test(
    "Long names may break behind the marks that join their words",
    arguments: [
      ("auc", ["auc"]), ("train.params.max_depth", ["train.", "params.", "max_", "depth"]),
      ("averylongnamewithoutmarks", ["averylongnamewithoutmarks"]),
      ("eval/test/loss.", ["eval/", "test/", "loss."]), ("", [""]),
    ])
  func names(name: String, parts: [String]) {
    #expect(MetricsName.parts(of: name) == parts)
  }

  private static func param(_ before: DataValue, _ after: DataValue) -> MetricsChange {
    MetricsChange(
      param: .init(value: LoggedValue(after), reason: nil),
      since: .init(value: LoggedValue(before), reason: nil), in: "v1.0.0")
  }
}

extension DataValue {
  fileprivate static func number(_ text: String) -> DataValue { .number(DataNumber(text: text)) }
}
