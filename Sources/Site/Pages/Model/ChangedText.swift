/// Writes values that stand beside others which they replaced.
enum ChangedText {
  /// Texts are cut here; a version's own page has all of each.
  private static let limit = 100

  /// So many characters stay before the first that differs.
  private static let lead = 20

  /// A value in short.
  static func short(_ value: LoggedValue, format: NumberFormat? = nil) -> String {
    if let number = value.number, let format { return format.text(number) }
    return cut(written(value))
  }

  /// Two values that differ, cut so that both show where.
  static func pair(_ before: LoggedValue, _ after: LoggedValue) -> (String, String) {
    let (old, new) = (Array(written(before)), Array(written(after)))
    let start = zip(old, new).prefix { $0 == $1 }.count
    guard max(old.count, new.count) > limit, start > lead else {
      return (cut(String(old)), cut(String(new)))
    }
    let tail = { (text: [Character]) in "…" + cut(String(text[(start - lead)...])) }
    return (tail(old), tail(new))
  }

  /// Texts that could be taken for something else stand in quotation marks.
  private static func written(_ value: LoggedValue) -> String {
    let text = ValueText.text(of: value, limit: 10_000)
    return value.isMistakable ? "\"\(text)\"" : text
  }

  private static func cut(_ text: String) -> String { ValueText.cut(text, to: limit) ?? text }
}

extension LoggedValue {
  /// Whether it is a text that reads like something else.
  var isMistakable: Bool {
    switch self {
    case .text(let text):
      ["", "true", "false", "null"].contains(text) || text.first == "[" || text.first == "{"
    case .number(let number): number.isText
    case .bool, .date, .list, .map, .null: false
    }
  }

  /// What kind of thing it is, in a word.
  var kindWord: String {
    switch self {
    case .number: "number"
    case .text: "text"
    case .bool: "boolean"
    case .date: "date"
    case .list: "list"
    case .map: "map"
    case .null: "null"
    }
  }
}
