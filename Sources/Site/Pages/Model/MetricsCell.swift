import Formats
import Mustache

/// A value of a record file as pages show it.
struct MetricsCell: TemplateModel {
  /// What stands on the page; empty where there is no value.
  let text: String

  /// Why there is no value.
  private(set) var missing: Absence?

  /// The number in its own digits.
  private(set) var raw: String?

  /// What a screen reader says in place of the text.
  private(set) var spoken: String?
  private(set) var unit: String?

  /// What kind of thing the value is, where its text alone could mislead.
  private(set) var kind: String?

  /// The whole of a text that is cut.
  private(set) var full: String?

  /// Longer texts are cut, the whole of them shown up to the second figure, in characters.
  private static let (limit, fullLimit) = (100, 10_000)

  /// A number as its column or row writes numbers; any other value as it is.
  init(_ value: LoggedValue, format: NumberFormat, unit: String? = nil) {
    guard let number = value.number else {
      self.init(asWritten: value)
      return
    }
    self.init(format.text(number))
    raw = number.text.utf8.count <= 400 ? number.text : nil
    if number.double.isNaN {
      spoken = "not a number"
    } else if !number.isFinite {
      spoken = number.double < 0 ? "minus infinity" : "infinity"
    } else {
      self.unit = unit.map { SiteText.singleLine($0, limit: 40) }
    }
    kind = number.isText ? "text" : nil
  }

  /// A value in the words of its source.
  init(asWritten value: LoggedValue) {
    var text = ValueText.text(of: value, limit: Self.fullLimit)
    switch value {
    case .number(let number):
      raw = number.text.utf8.count <= 400 && !number.isText ? number.text : nil
      kind = number.isText ? "text" : nil
    case .text: kind = value.isMistakable ? "text" : nil
    case .date: kind = "date"
    case .bool, .list, .map, .null: break
    }
    if let cut = ValueText.cut(text, to: Self.limit) {
      full = text
      text = cut
    }
    self.text = text.isEmpty ? "\"\"" : text
  }

  private init(_ text: String) { self.text = text }

  /// A cell without a value.
  init(missing reason: MissingReason?) {
    self.init("")
    missing = Absence(reason: reason?.words, why: nil)
  }

  /// A cell without a value, for a reason in words.
  init(absent reason: String) {
    self.init("")
    missing = Absence(reason: reason, why: nil)
  }

  /// The cell of a param that has no value.
  init(missingParam reason: MissingReason?) {
    self.init("")
    missing = Absence(reason: reason == .notLogged ? "not set" : reason?.words, why: nil)
  }

  /// The value of a version in the column of a metric.
  init(of version: Int, in column: MetricColumn) {
    if let value = column.values[version] {
      self.init(value, format: column.format, unit: column.traits.unit)
    } else {
      // A whole column of reasons would say nothing, but a file that can be fetched does.
      let reason = column.reasons[version]
      self.init(missing: reason)
      if reason == .notLogged { missing = Absence(reason: nil, why: reason?.words) }
    }
  }

  static let fields: [TemplateField<Self>] = [
    .text("text") { $0.text },
    .record("missing") { $0.missing },
    .text("raw") { $0.raw },
    .text("spoken") { $0.spoken },
    .text("unit") { $0.unit },
    .text("kind") { $0.kind },
    .text("full") { $0.full },
  ]

  /// Why there is no value: for all to see, or for those who hear the page.
  struct Absence: TemplateModel {
    let reason: String?
    let why: String?

    static let fields: [TemplateField<Self>] = [
      .text("reason") { $0.reason },
      .text("why") { $0.why },
    ]
  }
}

/// The value of a version in the column of a metric.
struct MetricsColumnCell: TemplateModel {
  let value: MetricsCell

  /// Whether no active version beats it.
  let isBest: Bool

  /// What the column is sorted by.
  let rank: String

  init(of version: Int, in column: MetricColumn) {
    value = MetricsCell(of: version, in: column)
    isBest = column.best.contains(version)
    rank = column.ranks[version].map(String.init) ?? ""
  }

  static let fields: [TemplateField<Self>] = [
    .record("value") { $0.value },
    .flag("best") { $0.isBest },
    .text("rank") { $0.rank },
  ]
}
