import Formats

/// How Python spells values, since DVC puts them into texts so (`records.md` §3).
enum PythonText {
  /// A single value as DVC writes it into a text: `true`, `None`, `1e-05`; nothing for lists and maps.
  static func interpolated(_ value: DataValue) -> String? {
    switch value {
    case .bool(let flag): flag ? "true" : "false"
    default: plain(value)
    }
  }

  /// A single value as Python's `str` writes it: `True`; nothing for lists and maps.
  static func plain(_ value: DataValue) -> String? {
    switch value {
    case .null: "None"
    case .bool(let flag): flag ? "True" : "False"
    case .number(let number): spelled(number)
    case .string(let text), .date(let text): text
    case .list, .map: nil
    }
  }

  /// A map as command-line options, which is what DVC makes of it in `cmd`; nothing where a list
  /// holds lists or maps.
  static func options(_ map: DataValue) -> String? {
    var words: [String] = []
    guard collect(map, [], &words) else { return nil }
    return words.joined(separator: " ")
  }

  private static func collect(_ map: DataValue, _ path: [String], _ words: inout [String]) -> Bool {
    for member in map.members ?? [] {
      let keys = path + [member.key]
      let option = "--" + keys.joined(separator: ".")
      switch member.value {
      case .map:
        guard collect(member.value, keys, &words) else { return false }
      case .bool(let flag): if flag { words.append(option) }
      case .list(let items):
        let texts = items.compactMap(word)
        guard texts.count == items.count else { return false }
        if !texts.isEmpty { words += [option] + texts }
      case .null, .number, .string, .date:
        words += [option] + [word(member.value)].compactMap(\.self)
      }
    }
    return true
  }

  private static func word(_ value: DataValue) -> String? {
    guard case .string(let text) = value else { return plain(value) }
    return quoted(text)
  }

  /// A word as a shell takes it, quoted where it must be.
  private static func quoted(_ text: String) -> String {
    let isSafe = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): true
      default: "_@%+=:,./-".utf8.contains(byte)
      }
    }
    if isSafe, !text.isEmpty { return text }
    return "'"
      + text.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\"'\"'") + "'"
  }

  private static func spelled(_ number: DataNumber) -> String {
    guard !number.isInteger else { return number.text == "-0" ? "0" : number.text }
    let value = number.double
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    // Both languages find the shortest digits, but they differ in where exponents begin.
    let written = abs(value).description
    let mantissa = written.prefix { $0 != "e" }
    let exponent = Int(written.dropFirst(mantissa.count + 1)) ?? 0
    let whole = mantissa.prefix { $0 != "." }
    let all = whole + mantissa.dropFirst(whole.count + 1)
    let digits = all.drop { $0 == "0" }
    guard !digits.isEmpty else { return value.sign == .minus ? "-0.0" : "0.0" }
    let point = whole.count + exponent - (all.count - digits.count)
    var significant = String(digits)
    while significant.count > 1, significant.hasSuffix("0") { significant.removeLast() }
    return (value < 0 ? "-" : "") + placed(significant, point: point)
  }

  /// Digits with the point behind the given number of them, or with an exponent where Python
  /// writes one.
  private static func placed(_ digits: String, point: Int) -> String {
    guard point > -4, point <= 16 else {
      let fraction = digits.dropFirst()
      let power = point - 1
      let size = String(abs(power))
      return digits.prefix(1) + (fraction.isEmpty ? "" : ".\(fraction)") + "e"
        + (power < 0 ? "-" : "+") + (size.count < 2 ? "0" + size : size)
    }
    if point <= 0 { return "0." + String(repeating: "0", count: -point) + digits }
    if point >= digits.count {
      return digits + String(repeating: "0", count: point - digits.count) + ".0"
    }
    return "\(digits.prefix(point)).\(digits.dropFirst(point))"
  }
}
