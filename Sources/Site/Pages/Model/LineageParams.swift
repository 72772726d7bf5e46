import Formats
import Mustache
import Records

/// The params that stages were run with, as the lock recorded them.
struct LineageParams: TemplateModel {
  let rows: [Row]
  let count: Int

  /// How many params are shown.
  private static let limit = 200

  /// Nothing where no stage has any.
  init?(_ stages: [LineageStage]) {
    count = stages.reduce(0) { $0 + $1.params.count }
    guard count > 0 else { return nil }
    rows = stages.lazy.flatMap { stage in stage.params.lazy.map { Row($0, of: stage) } }
      .prefix(Self.limit).map { $0 }
  }

  static let fields: [TemplateField<Self>] = [
    .text("count") { CountText.of($0.count, "param") },
    .list("rows") { $0.rows },
    .text("more") {
      $0.count > $0.rows.count ? CountText.of($0.count - $0.rows.count, "more param") : nil
    },
  ]

  /// A param with the stage that was run with it.
  struct Row: TemplateModel {
    let stage: String
    let file: String
    let key: String
    let value: String

    init(_ param: LineageParam, of stage: LineageStage) {
      self.stage = SiteText.singleLine(stage.name, limit: 200)
      file = SiteText.singleLine(param.file)
      key = SiteText.singleLine(param.key, limit: 200)
      value = SiteText.singleLine(PublicAddress.cleaned(param.value).line, limit: 400)
    }

    static let fields: [TemplateField<Self>] = [
      .text("stage") { $0.stage },
      .text("file") { $0.file },
      .text("key") { $0.key },
      .text("value") { $0.value },
    ]
  }
}

extension DataValue {
  /// The value on one line, as it was written: `0.10`, `NaN`, `[1, 2]`.
  fileprivate var line: String {
    switch self {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .number(let number): number.text
    case .string(let text), .date(let text): text
    case .list(let items): "[" + items.map(\.line).joined(separator: ", ") + "]"
    case .map(let members):
      "{" + members.map { "\($0.key): \($0.value.line)" }.joined(separator: ", ") + "}"
    }
  }
}
