import Mustache

/// How a value differs from a baseline, in a cell (`pages.md`, deltas).
struct MetricsChange: TemplateModel {
  /// `better` or `worse`, where the direction is known.
  private(set) var tone: String?

  /// A sign or a word; nothing where there are values instead.
  private(set) var text: String?

  /// The same for those who don't see it.
  private(set) var spoken: String?
  private(set) var title: String?

  /// What the baseline had, where no difference can tell it.
  private(set) var was: Before?

  /// What came into a list and what left it, where that is shorter than both lists.
  private(set) var list: ListChange?

  /// A value, or why there is none.
  struct Side {
    let value: LoggedValue?
    let reason: MissingReason?
  }

  /// Compares a metric with a version of that name.
  init(
    _ value: Side, since old: Side, in baseline: String, traits: MetricTraits, format: NumberFormat
  ) {
    guard let before = old.value, let after = value.value else {
      tell(oneOf: value, since: old, in: baseline, format: format)
      return
    }
    switch ValueChange(from: before, to: after) {
    case .unchanged: (text, spoken) = ("=", "as in \(baseline)")
    case .replaced:
      let isOtherKind = before.kindWord != after.kindWord
      was = Before(
        ChangedText.short(before, format: format), kind: isOtherKind ? before.kindWord : nil)
    case .difference(let difference): tell(difference, to: baseline, traits, format)
    }
  }

  /// Compares a param with a version of that name: what it was, and what it is.
  init(param value: Side, since old: Side, in baseline: String) {
    guard let before = old.value, let after = value.value else {
      tell(oneOf: value, since: old, in: baseline, format: nil)
      return
    }
    if ParamsSection.isSame(before, after) {
      (text, spoken) = ("=", "as in \(baseline)")
    } else if let list = ListChange(from: before, to: after) {
      self.list = list
    } else {
      let (before, after) = ChangedText.pair(before, after)
      was = Before(before, became: after)
    }
  }

  /// Tells what only one side has, or neither.
  private mutating func tell(
    oneOf value: Side, since old: Side, in baseline: String, format: NumberFormat?
  ) {
    if let before = old.value {
      was = Before(ChangedText.short(before, format: format))
      if value.reason != .unavailable { (text, spoken) = ("gone", "gone since \(baseline)") }
    } else if value.value == nil || old.reason == .unavailable {
      let why = old.reason == .unavailable ? ", file unavailable" : ""
      (text, spoken) = ("–", "no value in \(baseline)\(why)")
      title = why.isEmpty ? nil : "file unavailable in \(baseline)"
    } else {
      (text, spoken) = ("new", "not in \(baseline)")
    }
  }

  private mutating func tell(
    _ difference: DecimalNumber, to baseline: String, _ traits: MetricTraits,
    _ format: NumberFormat
  ) {
    let isUp = !difference.isNegative
    let isBetter = traits.direction.map { $0.isBetter(up: isUp) }
    let size = format.size(of: difference)
    let sign = size.hasPrefix("<") ? "" : isUp ? "+" : "\u{2212}"
    let way = isBetter.map { ", \($0 ? "better" : "worse") than" } ?? " since"
    tone = isBetter.map { $0 ? "better" : "worse" }
    text = "\(isUp ? "▲" : "▼") \(sign)\(size)"
    let amount = size.hasPrefix("<") ? "by less than" + size.dropFirst() : size
    spoken = "\(isUp ? "up" : "down") \(amount)\(way) \(baseline)"
    title = traits.directionWords
  }

  static let fields: [TemplateField<Self>] = [
    .text("tone") { $0.tone },
    .text("change") { $0.text },
    .text("spoken") { $0.spoken },
    .text("title") { $0.title },
    .record("was") { $0.was },
    .record("list") { $0.list },
  ]

  /// What the baseline had, and what became of it.
  struct Before: TemplateModel {
    let before: String
    let after: String?

    /// What kind of thing it was, where it is another one now (`bad-input.md`, J010).
    let kind: String?

    init(_ before: String, became after: String? = nil, kind: String? = nil) {
      (self.before, self.after, self.kind) = (before, after, kind)
    }

    static let fields: [TemplateField<Self>] = [
      .text("before") { $0.before },
      .text("after") { $0.after },
      .text("kind") { $0.kind },
    ]
  }
}

extension RecordBook {
  /// A row's value and those that it is compared with, each with the reason why it is missing.
  func sides(
    of row: RecordComparison.Row, in group: RecordComparison.Group, at index: Int,
    since baselines: [Int]
  ) -> (value: MetricsChange.Side, baselines: [MetricsChange.Side]) {
    let side = { (value: LoggedValue?, version: Int) in
      let reason =
        value == nil
        ? sheets[version].reasonForMissing(file: identities.files[group.file], isOwn: group.isOwn)
        : nil
      return MetricsChange.Side(value: value, reason: reason)
    }
    return (side(row.value, index), zip(row.baselines, baselines).map(side))
  }
}
