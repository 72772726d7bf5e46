/// Values as `ast.literal_eval` takes them; nothing for any other expression.
extension PythonParser {
  mutating func literal(depth: Int) throws(FormatError) -> DataValue? {
    count += 1
    guard count <= PythonParamsReader.nodeLimit else {
      throw scanner.error("N002", "holds more than \(PythonParamsReader.nodeLimit) values")
    }
    guard depth <= PythonParamsReader.depthLimit else {
      throw scanner.error("N002", "nested deeper than \(PythonParamsReader.depthLimit) levels")
    }
    switch scanner.current {
    case UInt8(ascii: "("): return try group(depth: depth)
    case UInt8(ascii: "["):
      return try items(until: UInt8(ascii: "]"), depth: depth).map { .list($0.all) }
    case UInt8(ascii: "{"): return try braces(depth: depth)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return strings()
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), 48...57:
      return number().map { .number(DataNumber(text: $0)) }
    default: return word()
    }
  }

  /// `True`, `False`, `None`, `set()` or a string with a prefix.
  private mutating func word() -> DataValue? {
    let start = scanner.offset
    let word = identifier()
    switch word {
    case "True": return .bool(true)
    case "False": return .bool(false)
    case "None": return .null
    case "set" where scanner.skip("()"): return .list([])
    default:
      scanner.offset = start
      return strings()
    }
  }

  /// A tuple, or a literal in parentheses.
  private mutating func group(depth: Int) throws(FormatError) -> DataValue? {
    guard let items = try items(until: UInt8(ascii: ")"), depth: depth) else { return nil }
    // A tuple of one has a comma after it.
    return items.all.count == 1 && !items.hasFinalComma ? items.all[0] : .list(items.all)
  }

  /// Literals up to a closing bracket.
  private mutating func items(
    until close: UInt8, depth: Int
  ) throws(FormatError) -> (all: [DataValue], hasFinalComma: Bool)? {
    openBracket()
    var items: [DataValue] = []
    while !closeBracket(close) {
      guard let item = try literal(depth: depth + 1) else { return nil }
      items.append(item)
      skipBlanks()
      if closeBracket(close) { return (items, false) }
      guard scanner.skip(UInt8(ascii: ",")) else { return nil }
      skipBlanks()
    }
    return (items, !items.isEmpty)
  }

  /// A dictionary or a set.
  private mutating func braces(depth: Int) throws(FormatError) -> DataValue? {
    openBracket()
    if closeBracket(UInt8(ascii: "}")) { return .map([]) }
    guard let first = try literal(depth: depth + 1) else { return nil }
    skipBlanks()
    return scanner.current == UInt8(ascii: ":")
      ? try dictionary(first, depth: depth) : try set(first, depth: depth)
  }

  private mutating func dictionary(
    _ first: DataValue, depth: Int
  ) throws(FormatError) -> DataValue? {
    var members = OrderedMembers()
    var key = first
    while true {
      guard let name = Self.name(of: key), scanner.skip(UInt8(ascii: ":")) else { return nil }
      skipBlanks()
      guard let value = try literal(depth: depth + 1) else { return nil }
      members.set(name, value)
      skipBlanks()
      if closeBracket(UInt8(ascii: "}")) { return .map(members.all) }
      guard scanner.skip(UInt8(ascii: ",")) else { return nil }
      skipBlanks()
      if closeBracket(UInt8(ascii: "}")) { return .map(members.all) }
      guard let next = try literal(depth: depth + 1) else { return nil }
      key = next
      skipBlanks()
    }
  }

  /// A set, in the order it was written, as Python keeps none.
  private mutating func set(
    _ first: DataValue, depth: Int
  ) throws(FormatError) -> DataValue? {
    var items = [first]
    var seen: Set = [first]
    while !closeBracket(UInt8(ascii: "}")) {
      guard scanner.skip(UInt8(ascii: ",")) else { return nil }
      skipBlanks()
      if closeBracket(UInt8(ascii: "}")) { break }
      guard let item = try literal(depth: depth + 1) else { return nil }
      if seen.insert(item).inserted { items.append(item) }
      skipBlanks()
    }
    return .list(items)
  }

  /// A key as text; tuples are none that a path of keys could name.
  private static func name(of key: DataValue) -> String? {
    switch key {
    case .string(let text): text
    case .number(let number): number.text
    case .bool(let flag): flag ? "True" : "False"
    case .null: "None"
    case .date, .list, .map: nil
    }
  }

  private mutating func openBracket() {
    scanner.offset += 1
    openBrackets += 1
    skipBlanks()
  }

  private mutating func closeBracket(_ byte: UInt8) -> Bool {
    guard scanner.skip(byte) else { return false }
    openBrackets -= 1
    return true
  }

  /// A number with at most one sign; complex ones are left out.
  private mutating func number() -> String? {
    let isNegative = scanner.current == UInt8(ascii: "-")
    if isNegative || scanner.current == UInt8(ascii: "+") {
      scanner.offset += 1
      skipBlanks()
    }
    let start = scanner.offset
    while Self.isName(scanner.current) || scanner.current == UInt8(ascii: ".")
      || isSignOfExponent(from: start)
    {
      scanner.offset += 1
    }
    let text = scanner.bytes[start..<scanner.offset]
    guard let spelled = PythonNumber.spelled(text) else { return nil }
    return isNegative && spelled != "0" ? "-" + spelled : spelled
  }

  private func isSignOfExponent(from start: Int) -> Bool {
    guard scanner.current == UInt8(ascii: "-") || scanner.current == UInt8(ascii: "+"),
      scanner.offset > start, scanner.bytes[scanner.offset - 1] | 0x20 == UInt8(ascii: "e")
    else { return false }
    return scanner.bytes[start] != UInt8(ascii: "0")
      || scanner.bytes[start + 1] | 0x20 != UInt8(ascii: "x")
  }
}
