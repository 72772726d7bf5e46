import Formats
import Mustache
import Records

/// Metrics or params of a version beside those that they are compared with.
struct MetricsTable: TemplateModel {
  /// What the table holds; each on a page has words of its own.
  let caption: String

  /// The head of the first column.
  let noun: String

  /// Whether most values are numbers, whose ends stand under each other.
  let isOfNumbers: Bool
  let baselines: [MetricsBaselines.Baseline]
  var groups: [Group]

  /// The rows of one file.
  struct Group: TemplateModel {
    let file: String
    let isPresent: Bool

    /// Whether its rows are those of a file above that stayed the same.
    private(set) var isUnchanged = false

    /// The number of columns.
    let span: Int
    var rows: [Row]

    /// The same rows, told to be what didn't change.
    var unchanged: Self {
      var group = self
      group.isUnchanged = true
      return group
    }

    static let fields: [TemplateField<Self>] = [
      .text("file") { $0.file },
      .flag("present") { $0.isPresent },
      .flag("unchanged") { $0.isUnchanged },
      .text("span") { String($0.span) },
      .list("rows") { $0.rows },
    ]
  }

  /// One metric or param.
  struct Row: TemplateModel {
    let name: MetricsName
    let value: MetricsCell
    let changes: [MetricsChange]

    static let fields: [TemplateField<Self>] = [
      .record("name") { $0.name },
      .record("value") { $0.value },
      .list("changes") { $0.changes },
    ]
  }

  /// How many rows it has.
  var count: Int { groups.reduce(0) { $0 + $1.rows.count } }

  /// The first rows, and what is left of others.
  func split(at count: Int) -> (first: [Group], rest: [Group]) {
    var (first, rest, left): ([Group], [Group], Int) = ([], [], count)
    for group in groups {
      var (head, tail) = (group, group)
      head.rows = Array(group.rows.prefix(max(left, 0)))
      tail.rows = Array(group.rows.dropFirst(max(left, 0)))
      if !head.rows.isEmpty { first.append(head) }
      if !tail.rows.isEmpty { rest.append(tail) }
      left -= head.rows.count
    }
    return (first, rest)
  }

  static let fields: [TemplateField<Self>] = [
    .text("caption") { $0.caption },
    .text("noun") { $0.noun },
    .text("align") { $0.isOfNumbers ? "number" : "words" },
    .list("baselines") { $0.baselines },
    .list("groups") { $0.groups },
  ]
}

/// A table in parts: what is seen at once, and what is folded.
struct MetricsFold: TemplateModel {
  /// What opens it.
  let summary: String
  let table: MetricsTable?
  let unavailable: [UnavailableFile]

  static let fields: [TemplateField<Self>] = [
    .text("summary") { $0.summary },
    .record("table") { $0.table },
    .flag("has_unavailable") { !$0.unavailable.isEmpty },
    .list("unavailable") { $0.unavailable },
  ]
}

/// A file of metrics or params whose contents could not be had.
struct UnavailableFile: TemplateModel {
  let path: String
  let reason: String
  let hash: String?
  let size: String?
  let help: String

  init(_ record: UnavailableRecord) {
    path = SiteText.singleLine(record.path)
    reason = SiteText.singleLine(record.reason)
    hash = record.hash.map {
      "\($0.algorithm.rawValue) \(SiteText.singleLine($0.value, limit: 128))"
    }
    size = record.size.map { CountText.of($0, "byte") }
    help = SiteText.singleLine(record.help)
  }

  static let fields: [TemplateField<Self>] = [
    .text("path") { $0.path },
    .text("reason") { $0.reason },
    .text("hash") { $0.hash },
    .text("size") { $0.size },
    .text("help") { $0.help },
  ]
}
