import Mustache

/// A section of a comparison: what differs, and folded what doesn't.
struct ComparisonTable: TemplateModel {
  /// The id of the section on the page.
  let id: String
  let title: String
  let noun: String

  /// `3 of 12 metrics differ`.
  let count: String

  /// Whether its rows are metrics or params.
  let isOfRecords: Bool
  let heads: [Head]
  let groups: [Group]

  /// What all versions have alike, a value for each row.
  let equal: [Group]
  let equalSummary: String

  /// How many rows are left to the CSV, and how many are hidden by the configuration.
  let left: Int
  let hidden: Int

  /// Rows that differ, and equal ones, that a page may have.
  private static let limit = 500

  init(_ section: ComparedSection, of comparison: VersionComparison, heads: [Head]) {
    let counts = section.counts
    (id, title, noun) = (section.kind.rawValue, section.title, section.noun)
    let verb = counts.different == 1 ? "differs" : "differ"
    count =
      counts.different == 0
      ? "\(CountText.of(counts.all, section.noun)), no difference"
      : "\(CountText.digits(counts.different)) of \(CountText.of(counts.all, section.noun)) \(verb)"
    let hasChanges = section.kind == .metrics || section.kind == .params
    isOfRecords = hasChanges
    self.heads = heads.map { $0.withChanges(hasChanges) }
    let rows = RowBuilder(
      kind: section.kind, comparison: comparison, hasChanges: hasChanges,
      span: 1 + heads.count + (hasChanges ? heads.count - 1 : 0))
    var rest = Self.limit
    groups = section.groups.compactMap { rows.group($0, isDifferent: true, &rest) }
    var equalRest = Self.limit
    equal = section.groups.compactMap { rows.group($0, isDifferent: false, &equalRest) }
    let same = counts.all - counts.different
    equalSummary = "\(CountText.of(same, section.noun)) without a difference"
    left = max(0, counts.different - Self.limit) + max(0, same - Self.limit)
    hidden = section.hidden
  }

  static let fields: [TemplateField<Self>] = [
    .text("id") { $0.id },
    .text("title") { $0.title },
    .text("noun") { $0.noun.prefix(1).uppercased() + $0.noun.dropFirst() },
    .text("count") { $0.count },
    .text("align") { $0.id == "metrics" ? "number" : "words" },
    .list("heads") { $0.heads },
    .flag("different") { !$0.groups.isEmpty },
    .list("groups") { $0.groups },
    .flag("has_equal") { !$0.equal.isEmpty },
    .list("equal") { $0.equal },
    .text("equal_summary") { $0.equalSummary },
    .text("left") { $0.left > 0 ? CountText.of($0.left, "more \($0.noun)") : nil },
    .text("hidden") { $0.hidden > 0 ? CountText.of($0.hidden, $0.noun) : nil },
  ]

  /// The head of a version's columns.
  struct Head: TemplateModel {
    let version: VersionLink
    let isBaseline: Bool
    private(set) var hasChanges = false

    init(_ column: ComparisonColumn) {
      (version, isBaseline) = (column.version, column.isBaseline)
    }

    fileprivate func withChanges(_ hasChanges: Bool) -> Head {
      var head = self
      head.hasChanges = hasChanges && !isBaseline
      return head
    }

    static let fields: [TemplateField<Self>] = [
      .record("version") { $0.version },
      .flag("baseline") { $0.isBaseline },
      .flag("changes") { $0.hasChanges },
    ]
  }

  /// The rows of one file.
  struct Group: TemplateModel {
    let file: String?
    let isOwn: Bool
    let span: Int
    let elsewhere: [Elsewhere]
    let rows: [ComparisonRow]

    static let fields: [TemplateField<Self>] = [
      .text("file") { $0.file },
      .flag("own") { $0.isOwn },
      .text("span") { String($0.span) },
      .list("elsewhere") { $0.elsewhere },
      .list("rows") { $0.rows },
    ]
  }

  /// Where a version has the file under another path.
  struct Elsewhere: TemplateModel {
    let path: String
    let version: String

    static let fields: [TemplateField<Self>] = [
      .text("path") { $0.path },
      .text("version") { $0.version },
    ]
  }

  /// Makes rows of one section.
  private struct RowBuilder {
    let kind: ComparedSection.Kind
    let comparison: VersionComparison
    let hasChanges: Bool
    let span: Int

    func group(
      _ group: ComparedSection.Group, isDifferent: Bool, _ rest: inout Int
    ) -> Group? {
      let rows = Array(group.rows.lazy.filter { $0.isDifferent == isDifferent }.prefix(rest))
      guard !rows.isEmpty else { return nil }
      let made = rows.map { row in
        ComparisonRow(
          row, kind, baseline: comparison.baseline,
          name: comparison.columns[comparison.baseline].label, hasChanges: hasChanges,
          isEqual: !isDifferent)
      }
      rest -= made.count
      let elsewhere = zip(group.elsewhere, comparison.columns).compactMap { path, column in
        path.map { Elsewhere(path: $0, version: column.label) }
      }
      return Group(
        file: group.file, isOwn: group.isOwn, span: isDifferent ? span : 2, elsewhere: elsewhere,
        rows: made)
    }
  }
}
