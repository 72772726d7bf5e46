import Formats
import Records
import Testing

@testable import Registry

/// Metrics and params as the sample models logged them.
enum SampleRecords {
  /// Of `churn`, by version: a metric that comes and one that goes, one whose type changes, a file that
  /// moves, one that can't be had, and another model's metrics beside its own.
  static func churn(_ version: String) -> VersionRecords {
    switch version {
    case "v1.0.0":
      VersionRecords(
        metrics: [
          metrics(
            ("auc", number("0.8912")), ("loss", number("0.4213")), ("rows", number("125000")),
            ("note", .string("first")), ("gone", number("1")))
        ], params: [params(depth: "4", extra: [])])
    case "v1.1.0":
      VersionRecords(
        metrics: [
          metrics(
            ("auc", number("0.9123")), ("loss", number("0.4213")), ("rows", number("1250000")),
            ("note", .string("NaN again")), ("ece", number("0.0312")))
        ], params: [params(depth: "6", extra: [])])
    case "v1.2.0":
      VersionRecords(
        metrics: [
          metrics(
            ("auc", number("0.93412999")), ("loss", number("0.3902")), ("rows", number("1250000")),
            ("note", .bool(true)), ("ece", .string("0.0291")), ("lift", number("NaN")),
            ("step", number("40"))),
          RecordFile(
            path: "nlp/metrics.json",
            value: .map([DataMember("auc", number("0.5"))]), isOwn: false),
        ], params: [params(depth: "6", extra: [("seed", .null), ("columns", columns)])])
    case "v2.0.0-rc.1+build.5":
      VersionRecords(
        metrics: [
          metrics(
            path: "eval/metrics.json", ("auc", number("0.9340")), ("loss", number("0.3911")),
            ("rows", number("1250001")), ("note", .string(SampleRegistry.Hostile.script)),
            ("ece", number("0.02910004")), ("lift", number("Infinity")),
            ("lr", number("1e-05")))
        ], params: [params(depth: "8", extra: [("columns", columns)])],
        unavailable: [unavailable])
    default: VersionRecords()
    }
  }

  /// Of `detector`: hostile keys and values.
  static func detector() -> VersionRecords {
    let script = SampleRegistry.Hostile.script
    return VersionRecords(
      metrics: [
        RecordFile(
          path: "eval/\(script).json",
          value: .map([
            DataMember(script, number("0.1")),
            DataMember(SampleRegistry.Hostile.bidi, .string(SampleRegistry.Hostile.quotes)),
            DataMember("a.b", .list([number("-12345678901234567890"), .date("2024-01-02")])),
            DataMember("long", .string(String(repeating: "<b>&", count: 300))),
          ]), isOwn: true)
      ])
  }

  static func number(_ text: String) -> DataValue { .number(DataNumber(text: text)) }

  static func metrics(
    path: String = "metrics.json", _ members: (String, DataValue)...
  ) -> RecordFile {
    RecordFile(path: path, value: .map(members.map { DataMember($0.0, $0.1) }), isOwn: true)
  }

  private static let columns = DataValue.list([.string("age"), .string("tenure"), number("3")])

  private static let unavailable = UnavailableRecord(
    path: "plots/calibration.json", kind: .metrics, reason: "neither in Git nor in DVC's cache",
    hash: ContentHash(.md5, "0123456789abcdef0123456789abcdef"), size: 12_345,
    help: "run dvc fetch before the build", isOwn: true)

  private static func params(depth: String, extra: [(String, DataValue)]) -> RecordFile {
    let same = (0..<12).map { DataMember("fixed_\($0)", number(String($0))) }
    let train = DataValue.map([
      DataMember("depth", number(depth)), DataMember("lr", number("0.10")),
    ])
    return RecordFile(
      path: "params.yaml",
      value: .map([DataMember("train", train)] + same + extra.map { DataMember($0.0, $0.1) }),
      isOwn: true)
  }
}
