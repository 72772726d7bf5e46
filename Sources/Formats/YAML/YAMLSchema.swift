/// Which rules give plain scalars their types (`records.md` §0).
package enum YAMLSchema: Sendable {
  /// YAML 1.2 as DVC and GTO read it: `yes` is text, `017` is 17.
  case core

  /// YAML 1.1 as PyYAML and the tools for model cards read it: `yes` is true, `017` is 15.
  case version11
}

extension DataValue {
  /// The value of a node and of all below it.
  package init(_ node: YAMLNode, schema: YAMLSchema = .core) {
    switch node.content {
    case .scalar(let text, isPlain: false): self = .string(text)
    case .scalar(let text, isPlain: true): self = DataValue(plain: text, schema: schema)
    case .sequence(let items): self = .list(items.map { DataValue($0, schema: schema) })
    case .mapping(let entries):
      self = .map(entries.map { DataMember($0.key, DataValue($0.value, schema: schema)) })
    }
  }

  /// The value of a scalar that had no quotes.
  init(plain text: String, schema: YAMLSchema) {
    if YAMLTimestamp.matches(text) {
      self = .date(text)
      return
    }
    let scalar = YAMLScalar(plain: text, schema: schema)
    switch scalar {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .integer, .float: self = scalar.number.map(DataValue.number) ?? .string(text)
    case .string(let text): self = .string(text)
    }
  }
}

extension YAMLScalar {
  /// The number as JSON spells it, infinities and NaN by their names; nothing for another scalar.
  package var number: DataNumber? {
    switch self {
    case .integer(let digits): DataNumber(text: digits)
    case .float(".inf"): DataNumber(text: "Infinity")
    case .float("-.inf"): DataNumber(text: "-Infinity")
    case .float(".nan"): DataNumber(text: "NaN")
    case .float(let text): DataNumber(text: JSONNumber.spelled(text.utf8))
    case .null, .bool, .string: nil
    }
  }
}

/// The form of YAML's dates and times: `2024-01-02`, `2024-1-2 3:04:05.6 +01:00`.
enum YAMLTimestamp {
  /// Whether the text has the form; `2024-13-45` has it too.
  static func matches(_ text: String) -> Bool {
    let bytes = text.utf8
    // Nearly all scalars end here.
    guard bytes.count >= 8, bytes[bytes.index(bytes.startIndex, offsetBy: 4)] == UInt8(ascii: "-")
    else { return false }
    var rest = Array(bytes)[...]
    guard takeDigits(4...4, &rest), take("-", &rest) else { return false }
    let month = rest.prefix(while: JSONNumber.isDigit).count
    guard takeDigits(1...2, &rest), take("-", &rest) else { return false }
    let day = rest.prefix(while: JSONNumber.isDigit).count
    guard takeDigits(1...2, &rest) else { return false }
    if rest.isEmpty { return month == 2 && day == 2 }
    if !take("T", &rest), !take("t", &rest) {
      guard takeBlanks(&rest) else { return false }
    }
    guard takeDigits(1...2, &rest), take(":", &rest), takeDigits(2...2, &rest), take(":", &rest),
      takeDigits(2...2, &rest)
    else { return false }
    if take(".", &rest) { rest = rest.drop(while: JSONNumber.isDigit) }
    return isZone(rest)
  }

  /// Nothing, `Z`, `+1` or `-01:30`, with blanks before it.
  private static func isZone(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    if rest.isEmpty { return true }
    _ = takeBlanks(&rest)
    if take("Z", &rest) { return rest.isEmpty }
    guard take("+", &rest) || take("-", &rest), takeDigits(1...2, &rest) else { return false }
    if rest.isEmpty { return true }
    return take(":", &rest) && takeDigits(2...2, &rest) && rest.isEmpty
  }

  private static func take(_ character: Unicode.Scalar, _ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  private static func takeDigits(
    _ count: ClosedRange<Int>, _ rest: inout ArraySlice<UInt8>
  ) -> Bool {
    let digits = rest.prefix(count.upperBound).prefix(while: JSONNumber.isDigit).count
    rest = rest.dropFirst(digits)
    return digits >= count.lowerBound
  }

  private static func takeBlanks(_ rest: inout ArraySlice<UInt8>) -> Bool {
    let blanks = rest.prefix { $0 == 0x20 || $0 == 0x09 }.count
    rest = rest.dropFirst(blanks)
    return blanks > 0
  }
}
