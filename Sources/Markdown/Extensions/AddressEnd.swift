/// Where addresses in a text end, by GFM's rules. Indexes are those of the text.
enum AddressEnd {
  /// From how many dots on underscores are allowed in a name: otherwise such names would be looked
  /// at again and again.
  private static let manyDots = 10

  /// The end of a domain; nothing if it is none.
  static func ofDomain(_ text: ArraySlice<UInt8>, from start: Int, needsDot: Bool) -> Int? {
    var dots = 0
    // The underscores in the last label and in the one before it.
    var underscores = (before: 0, last: 0)
    var index = start
    scan: while index < text.endIndex {
      switch text[index] {
      case UInt8(ascii: "_"): underscores.last += 1
      case UInt8(ascii: "."):
        underscores = (underscores.last, 0)
        dots += 1
      case UInt8(ascii: "-"): break
      case let byte where byte.isLetterOrDigit || byte >= 0x80: break
      default: break scan
      }
      index += 1
    }
    let hasUnderscores = underscores.before > 0 || underscores.last > 0
    if index == start || hasUnderscores && dots <= manyDots { return nil }
    return needsDot && dots == 0 ? nil : index
  }

  /// The end of what follows a domain, without the marks that belong to the sentence.
  static func ofPath(_ text: ArraySlice<UInt8>, from start: Int, past domain: Int) -> Int {
    let end =
      text[domain...].firstIndex { $0.isBlank || $0 == UInt8(ascii: "<") } ?? text.endIndex
    return trimmed(text, start..<end)
  }

  /// The end of the domain of an address of mail; nothing if it is none.
  static func ofMailDomain(_ text: ArraySlice<UInt8>, from start: Int) -> Int? {
    var hasDot = false
    var index = start
    scan: while index < text.endIndex {
      switch text[index] {
      case UInt8(ascii: "."):
        guard index + 1 < text.endIndex, text[index + 1].isLetterOrDigit else { break scan }
        hasDot = true
      case UInt8(ascii: "@"): return nil
      case UInt8(ascii: "-"), UInt8(ascii: "_"): break
      case let byte where byte.isLetterOrDigit: break
      default: break scan
      }
      index += 1
    }
    guard hasDot, index > start, text[index - 1].isLetter else { return nil }
    return index
  }

  private static func trimmed(_ text: ArraySlice<UInt8>, _ range: Range<Int>) -> Int {
    var end = range.upperBound
    var unmatched =
      text[range].count { $0 == UInt8(ascii: ")") } - text[range].count { $0 == UInt8(ascii: "(") }
    while end > range.lowerBound {
      switch text[end - 1] {
      case UInt8(ascii: ")"):
        guard unmatched > 0 else { return end }
        unmatched -= 1
        end -= 1
      case UInt8(ascii: ";"): end = startOfEntity(text[range.lowerBound..<end]) ?? end - 1
      case let byte where "?!.,:*_~'\"".utf8.contains(byte): end -= 1
      default: return end
      }
    }
    return end
  }

  /// Where the entity begins that a text ends with, if it does.
  private static func startOfEntity(_ text: ArraySlice<UInt8>) -> Int? {
    guard let start = text.dropLast().lastIndex(where: { !$0.isLetter }),
      text[start] == UInt8(ascii: "&"), start + 2 < text.endIndex
    else { return nil }
    return start
  }
}

extension UInt8 {
  var isLetter: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20 }
  var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
  var isLetterOrDigit: Bool { isLetter || isDigit }

  /// Whether it is one of ASCII's blanks, line ends among them.
  var isBlank: Bool { self == UInt8(ascii: " ") || 9...13 ~= self }
}
