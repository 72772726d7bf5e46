internal import CCMark

/// Decodes character references (`&amp;`, `&#38;`) in HTML of a text.
///
/// What is unknown stays as it is and is escaped when written, so that a browser reads exactly what
/// was judged.
struct CharacterReferences {
  /// HTML knows 2,125 names that end in a semicolon; more different ones are no names.
  private static let limit = 3_000
  private static let longestName = 33

  /// Names that were asked for; nothing for those that mean nothing.
  private var known: [ArraySlice<UInt8>: [UInt8]?] = [:]

  /// The text with its references replaced.
  mutating func decode(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(text.count)
    var rest = text
    while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
      decoded += rest[..<ampersand]
      rest = rest[ampersand...]
      if let (meaning, length) = reference(rest) {
        decoded += meaning
        rest = rest.dropFirst(length)
      } else {
        decoded.append(UInt8(ascii: "&"))
        rest = rest.dropFirst()
      }
    }
    return decoded + rest
  }

  /// The reference at the beginning of a text, and how long it is there.
  private mutating func reference(_ text: ArraySlice<UInt8>) -> ([UInt8], Int)? {
    let name = text.dropFirst()
    if name.first == UInt8(ascii: "#") { return numeric(name.dropFirst()) }
    let letters = name.prefix(Self.longestName).prefix(while: \.isASCIILetterOrDigit)
    let end = letters.endIndex
    guard !letters.isEmpty, end < text.endIndex, text[end] == UInt8(ascii: ";"),
      let meaning = named(text[text.startIndex...end])
    else { return nil }
    return (meaning, letters.count + 2)
  }

  private func numeric(_ text: ArraySlice<UInt8>) -> ([UInt8], Int)? {
    let isHexadecimal = text.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    let digits = text.dropFirst(isHexadecimal ? 1 : 0)
      .prefix { $0.digitValue(hexadecimal: isHexadecimal) != nil }
    guard !digits.isEmpty else { return nil }
    var value: UInt32 = 0
    for digit in digits {
      let digitValue = UInt32(digit.digitValue(hexadecimal: isHexadecimal) ?? 0)
      value = min(value &* (isHexadecimal ? 16 : 10) &+ digitValue, 0x11_0000)
    }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    let end = digits.endIndex
    let hasSemicolon = end < text.endIndex && text[end] == UInt8(ascii: ";")
    let length = 2 + (isHexadecimal ? 1 : 0) + digits.count + (hasSemicolon ? 1 : 0)
    return (Array(String(scalar ?? "\u{FFFD}").utf8), length)
  }

  private mutating func named(_ reference: ArraySlice<UInt8>) -> [UInt8]? {
    if let answer = known[reference] { return answer }
    guard known.count < Self.limit else { return nil }
    // A copy, lest the whole text stays in memory for it.
    let key = ArraySlice(Array(reference))
    let answer = Self.meaning(of: Array(reference))
    known[key] = .some(answer)
    return answer
  }

  /// Asks libcmark, which has the list of HTML's names, by way of a text of this reference alone.
  private static func meaning(of reference: [UInt8]) -> [UInt8]? {
    let document = unsafe reference.withUnsafeBufferPointer { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) {
        unsafe cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
      }
    }
    defer { unsafe cmark_node_free(document) }
    guard let paragraph = unsafe cmark_node_first_child(document),
      let text = unsafe cmark_node_first_child(paragraph),
      let literal = unsafe cmark_node_get_literal(text)
    else { return nil }
    let meaning = unsafe Array(String(cString: literal).utf8)
    return meaning == reference ? nil : meaning
  }
}

extension UInt8 {
  fileprivate var isASCIILetterOrDigit: Bool { isASCIILetter || (0x30...0x39).contains(self) }

  func digitValue(hexadecimal: Bool) -> UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46 where hexadecimal: self - 0x37
    case 0x61...0x66 where hexadecimal: self - 0x57
    default: nil
    }
  }
}
