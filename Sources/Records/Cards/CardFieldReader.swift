import Formats

/// Takes the members of a map of a card for what they should be, and notes those that are not, each
/// once (`bad-input.md`, M020).
struct CardFieldReader {
  private let map: DataValue
  private let file: String

  /// Stands before the names of fields, such as `co2_eq_emissions.`.
  private let prefix: String
  private(set) var problems: [RecordProblem] = []
  private var noted: Set<String> = []

  /// Reads the members of `map`, in the card at `file`.
  init(_ map: DataValue, file: String, prefix: String = "") {
    self.map = map
    self.file = file
    self.prefix = prefix
  }

  /// What a field holds; nothing where it is null or not there.
  subscript(key: String) -> DataValue? {
    guard let value = map[key], value != .null else { return nil }
    return value
  }

  /// A text; a list of one text is as good.
  mutating func text(_ key: String, help: String = "write one text") -> String? {
    guard let value = self[key] else { return nil }
    let items = value.items ?? [value]
    guard let item = items.first else { return nil }
    guard items.count == 1, let word = word(item, of: key) else {
      if items.count > 1 || !Self.isBlank(item) { noteWrong(key, value, help: help) }
      return nil
    }
    return word
  }

  /// A text or a list of texts, each once; an item that is no text costs that item.
  mutating func texts(_ key: String) -> [String] {
    guard let value = self[key] else { return [] }
    var texts: [String] = []
    var known: Set<String> = []
    for item in value.items ?? [value] {
      guard let text = word(item, of: key, allowsBool: true) else {
        if !Self.isBlank(item) {
          noteWrong(
            key, item, isItem: value.items != nil, help: "write a text or a list of texts")
        }
        continue
      }
      guard known.insert(text).inserted else { continue }
      guard texts.count < CardLimits.items else {
        noteCut(key)
        break
      }
      texts.append(text)
    }
    return texts
  }

  /// An address or a path, whole or not at all.
  mutating func address(_ key: String) -> String? {
    guard case .string(let written)? = self[key], written.utf8.count > CardLimits.text else {
      return text(key, help: "write one address")
    }
    guard written.utf8.count <= CardLimits.address else {
      note(
        key, "“\(name(key))” is longer than \(CardLimits.address) bytes", "it is left out",
        help: "write a shorter address")
      return nil
    }
    return CardWord(written, limit: CardLimits.address)?.text
  }

  /// A number, or a text of one: `1e-5` is a text in YAML 1.1.
  mutating func number(_ key: String) -> DataNumber? {
    guard let value = self[key] else { return nil }
    if let number = Self.number(value), number.isFinite { return number }
    noteWrong(key, value, help: "write a number without a unit")
    return nil
  }

  private static func number(_ value: DataValue) -> DataNumber? {
    guard case .string(let text) = value, text.utf8.count <= CardLimits.text else {
      return value.number
    }
    do throws(FormatError) { return try JSONReader.read(Array(text.utf8)).value?.number } catch {
      return nil
    }
  }

  private mutating func word(
    _ value: DataValue, of key: String, allowsBool: Bool = false
  ) -> String? {
    if case .bool = value, !allowsBool { return nil }
    guard let word = CardWord(value) else { return nil }
    if word.isShortened {
      note(
        key, "a text of “\(name(key))” is longer than \(CardLimits.text) characters",
        "its beginning is shown", help: "write what is longer into the card's text")
    }
    return word.text
  }

  private static func isBlank(_ value: DataValue) -> Bool {
    switch value {
    case .null: true
    case .string(let text): CardWord(text) == nil
    case .bool, .number, .date, .list, .map: false
    }
  }
}

extension CardFieldReader {
  /// Notes a value of the wrong kind.
  mutating func noteWrong(
    _ key: String, _ value: DataValue, isItem: Bool = false, help: String
  ) {
    note(
      key, "“\(name(key))” \(isItem ? "lists" : "is") \(value.kind), which it should not",
      isItem ? "that item is left out" : "the field is left out", help: help)
  }

  private mutating func noteCut(_ key: String) {
    note(
      key, "“\(name(key))” lists more than \(CardLimits.items)",
      "the first \(CardLimits.items) are shown", help: "list fewer")
  }

  /// Notes a problem of a field, unless one is noted already.
  mutating func note(
    _ key: String, _ problem: String, _ consequence: String, help: String
  ) {
    guard noted.insert(key).inserted else { return }
    problems.append(
      RecordProblem(
        "M020", .warning, file: file, problem: problem, consequence: consequence, help: help))
  }

  private func name(_ key: String) -> String { prefix + key }
}

extension DataValue {
  /// What it is, for messages.
  var kind: String {
    switch self {
    case .null: "nothing"
    case .bool(let flag): flag ? "true" : "false"
    case .number: "a number"
    case .string: "text"
    case .date: "a date"
    case .list: "a list"
    case .map: "a mapping"
    }
  }
}
