/// A text of a dvc.yaml, taken apart into what stands there and what `${…}` names.
struct TextTemplate: Hashable, Sendable {
  enum Piece: Hashable {
    case literal(String)
    case expression(VariableExpression)
    /// `${…}` with something in it that is no expression.
    case broken(String)
  }

  /// The longest expression, in bytes.
  private static let expressionLimit = 1_000

  let source: PlacedText
  let pieces: [Piece]

  /// The text where nothing has to be put in: escapes are undone.
  let constantText: String?

  /// Takes a text apart; `\${` is no expression.
  init(_ source: PlacedText) {
    self.source = source
    var pieces: [Piece] = []
    let text = source.text.utf8
    var (literalStart, position) = (text.startIndex, text.startIndex)
    while let (open, inner, close) = Self.nextExpression(in: text, from: position) {
      if literalStart < open { pieces.append(.literal(Self.text(text[literalStart..<open]))) }
      let written = Substring(text[inner..<close])
      pieces.append(Self.piece(written))
      position = text.index(after: close)
      literalStart = position
    }
    if literalStart < text.endIndex { pieces.append(.literal(Self.text(text[literalStart...]))) }
    self.pieces = pieces
    let isConstant = pieces.allSatisfy { piece in
      if case .literal = piece { true } else { false }
    }
    constantText = isConstant ? Self.unescaped(source.text) : nil
  }

  /// Whether nothing has to be put in.
  var isConstant: Bool { constantText != nil }

  /// The expression where the text is nothing else, so that the value's type is kept.
  var onlyExpression: VariableExpression? {
    guard pieces.count == 1, case .expression(let expression)? = pieces.first else { return nil }
    return expression
  }

  /// Makes `${` of every `\${`.
  static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
    var kept: [UInt8] = []
    for byte in text.utf8 {
      kept.append(byte)
      if byte == UInt8(ascii: "{"), kept.suffix(3).elementsEqual(#"\${"#.utf8) {
        kept.removeLast(3)
        kept += Array("${".utf8)
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  private static func piece(_ written: Substring) -> Piece {
    guard written.utf8.count <= expressionLimit else { return .broken("${\(written.prefix(40))…}") }
    return VariableExpression(written).map { .expression($0) } ?? .broken("${\(written)}")
  }

  private static func text(_ bytes: Substring.UTF8View) -> String { String(Substring(bytes)) }

  /// The next `${…}` on one line that no backslash stands before.
  private static func nextExpression(
    in text: String.UTF8View, from start: String.Index
  ) -> (open: String.Index, inner: String.Index, close: String.Index)? {
    var position = start
    while let open = text[position...].firstIndex(of: UInt8(ascii: "$")) {
      position = text.index(after: open)
      let isEscaped =
        open > text.startIndex && text[text.index(before: open)] == UInt8(ascii: "\\")
      guard !isEscaped, position < text.endIndex, text[position] == UInt8(ascii: "{") else {
        continue
      }
      let inner = text.index(after: position)
      let end = text[inner...].firstIndex { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "\n") }
      guard let end else { return nil }
      if text[end] == UInt8(ascii: "}") { return (open, inner, end) }
      // None of those before the line's end can close, so that each is looked at once.
      position = end
    }
    return nil
  }
}
