/// Which version of which model is meant: `MODEL`, `MODEL@v1.2.0`, `MODEL@latest`, `MODEL#prod`.
struct ModelChoice: Equatable {
  enum Selection: Equatable {
    case latest
    case version(String)
    case stage(String)
  }

  /// As written, since a model's id may hold what else tells versions.
  let text: String

  /// The name with what stands behind the last at or number sign, where there is one.
  private(set) var split: (name: String, selection: Selection)?

  init(_ text: String) {
    self.text = text
    guard let mark = text.utf8.lastIndex(where: { "@#".utf8.contains($0) }),
      mark > text.startIndex
    else { return }
    let rest = String(text[text.index(after: mark)...])
    let isStage = text.utf8[mark] == UInt8(ascii: "#")
    split = (
      String(text[..<mark]),
      isStage ? .stage(rest) : rest == "latest" ? .latest : .version(rest)
    )
  }

  /// The first reading of the text under which `find` knows a model.
  func resolved<Found>(
    _ find: (String) throws(TransferChoiceError) -> Found?
  ) throws(TransferChoiceError) -> (found: Found, selection: Selection) {
    if let found = try find(text) { return (found, .latest) }
    if let split, let found = try find(split.name) { return (found, split.selection) }
    throw TransferChoiceError("there is no model \(split?.name ?? text)", isUnknown: true)
  }

  static func == (one: ModelChoice, other: ModelChoice) -> Bool { one.text == other.text }
}

/// What was asked for is not there, or it is not clear what is meant.
struct TransferChoiceError: Error {
  let message: String

  /// Whether nothing is there; otherwise there is too much.
  let isUnknown: Bool

  init(_ message: String, isUnknown: Bool) {
    self.message = message
    self.isUnknown = isUnknown
  }
}
