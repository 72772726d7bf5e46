/// What a difference is called, with a sign and a word.
struct ComparisonWords: Hashable, Sendable {
  /// `▲ +0.0120`, `=`, `new`; empty where there is nothing to say.
  let sign: String

  /// `better` or `worse`, where the direction is known.
  let verdict: String?

  /// The whole for those who don't see it: `up 0.0120, better than v1.3.0`.
  let spoken: String

  init?(_ change: ComparedCell.Change?, in row: ComparedRow, baseline: String) {
    switch change {
    case nil, .some(.none): return nil
    case .same: self.init("=", nil, "as in \(baseline)")
    case .new: self.init("new", nil, "not in \(baseline)")
    case .gone: self.init("gone", nil, "gone since \(baseline)")
    case .unknown: self.init("?", nil, "not known, file unavailable")
    case .other: self.init("changed", nil, "other than in \(baseline)")
    case .difference(let difference, let isBetter):
      let isUp = !difference.isNegative
      let size = (row.format ?? NumberFormat(of: [])).size(of: difference)
      let isTiny = size.hasPrefix("<")
      let way = isBetter.map { ", \($0 ? "better" : "worse") than" } ?? " from"
      self.init(
        "\(isUp ? "▲" : "▼") \(isTiny ? "" : isUp ? "+" : "\u{2212}")\(size)",
        isBetter.map { $0 ? "better" : "worse" },
        "\(isUp ? "up" : "down") \(isTiny ? "by less than" + size.dropFirst() : size)\(way) "
          + baseline)
    }
  }

  private init(_ sign: String, _ verdict: String?, _ spoken: String) {
    (self.sign, self.verdict, self.spoken) = (sign, verdict, spoken)
  }
}

extension ComparedCell {
  /// The value in few words, metrics as their row writes numbers; nothing where there is none.
  func text(in row: ComparedRow, limit: Int = 100) -> String? {
    value.map { value in
      if row.traits != nil, let number = value.number, let format = row.format {
        return format.text(number)
      }
      let text = ValueText.text(of: value, limit: 10_000)
      let shown = ValueText.cut(text, to: limit) ?? text
      return value.isMistakable || shown.isEmpty ? "\"\(shown)\"" : shown
    }
  }

  /// The value by its own digits, whole.
  var raw: String? { value.map { ValueText.text(of: $0, limit: 10_000) } }

  /// What the change is in one word for programs.
  var changeWord: String? {
    switch change {
    case nil, .some(.none): nil
    case .same: "same"
    case .new: "new"
    case .gone: "gone"
    case .unknown: "unknown"
    case .other: "changed"
    case .difference(_, let isBetter): isBetter.map { $0 ? "better" : "worse" } ?? "changed"
    }
  }

  /// The difference by its own digits, as JSON spells numbers.
  var difference: String? {
    guard case .difference(let difference, _) = change else { return nil }
    return difference.plainText
  }
}

extension DecimalNumber {
  /// All digits, as JSON spells numbers: `-0.012`, `1.5e-9`.
  var plainText: String {
    let sign = isNegative ? "-" : ""
    if exponent >= 0, exponent <= 20 {
      return sign + String(coefficient)
        + String(repeating: "0", count: coefficient == 0 ? 0 : exponent)
    }
    let digits = String(coefficient)
    if exponent < 0, exponent >= -30 {
      let decimals = -exponent
      let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
      var text = padded.dropLast(decimals) + "." + padded.suffix(decimals)
      while text.last == "0" { text.removeLast() }
      if text.last == "." { text.removeLast() }
      return sign + text
    }
    return sign + digits + "e" + String(exponent)
  }
}
