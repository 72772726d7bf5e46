import Formats
import Mustache
import Records
import Registry

/// The results that a card reports, as a table.
struct CardResults: TemplateModel {
  let rows: [CardResultRow]

  /// How many are left out.
  let more: Int

  private static let limit = 200

  /// Nothing where there are none.
  init?(of card: VersionCard) {
    guard !card.evaluations.isEmpty else { return nil }
    rows = card.evaluations.prefix(Self.limit).map(CardResultRow.init)
    more = max(0, card.evaluations.count - Self.limit)
  }

  static let fields: [TemplateField<Self>] = [
    .list("rows") { $0.rows },
    .text("more") { $0.more > 0 ? CountText.of($0.more, "more result") : nil },
  ]
}

/// A result that somebody reports.
struct CardResultRow: TemplateModel {
  let task: String?
  let dataset: String?

  /// The parts of the dataset: `plain, test`.
  let part: String?
  let metric: String?
  let value: MetricsCell
  let isVerified: Bool
  let source: String?
  let sourceHref: String?
  let date: String?
  let notes: String?

  init(_ result: EvaluationResult) {
    task = Self.shown(result.taskName ?? result.taskType)
    dataset = Self.shown(result.datasetName ?? result.datasetType)
    let parts = [result.datasetConfig, result.datasetSplit, result.datasetRevision]
    part = Self.shown(parts.compactMap { $0 }.joined(separator: ", "))
    metric = Self.shown(result.metricName ?? result.metricType)
    value = Self.cell(of: LoggedValue(result.value))
    isVerified = result.isVerified
    sourceHref = result.sourceAddress.flatMap(SafeLink.web)
    source = Self.shown(result.sourceName ?? result.sourceAddress)
    date = Self.shown(result.date)
    notes = Self.shown(result.notes)
  }

  /// Short numbers stay as they are reported, and others get as many digits as anybody reads.
  private static func cell(of value: LoggedValue) -> MetricsCell {
    guard let number = value.number, number.text.utf8.count > 8 else {
      return MetricsCell(asWritten: value)
    }
    return MetricsCell(value, format: NumberFormat(of: [number]))
  }

  private static func shown(_ text: String?) -> String? {
    text.map { SiteText.singleLine(PublicAddress.cleanedWords(in: $0), limit: 300) }
  }

  static let fields: [TemplateField<Self>] = [
    .text("task") { $0.task },
    .text("dataset") { $0.dataset },
    .text("part") { $0.part },
    .text("metric") { $0.metric },
    .record("value") { $0.value },
    .flag("verified") { $0.isVerified },
    .text("source") { $0.source },
    .text("source_href") { $0.sourceHref },
    .text("date") { $0.date },
    .text("notes") { $0.notes },
  ]
}
