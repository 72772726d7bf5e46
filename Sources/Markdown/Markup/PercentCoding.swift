/// Percent-encoding as of RFC 3986.
enum PercentCoding {
  /// Encodes whatever no address may have; what is encoded already stays.
  static func encoded(_ text: ArraySlice<UInt8>, allowing others: String = "") -> [UInt8] {
    var encoded: [UInt8] = []
    encoded.reserveCapacity(text.count)
    for (index, byte) in zip(text.indices, text) {
      let isKept =
        byte == UInt8(ascii: "%")
        ? escape(text, at: index) != nil : byte.isPlainInAddress || others.utf8.contains(byte)
      if isKept {
        encoded.append(byte)
      } else {
        encoded += [UInt8(ascii: "%"), hexadecimalDigit(byte >> 4), hexadecimalDigit(byte & 0xF)]
      }
    }
    return encoded
  }

  /// Decodes each `%` with two digits; any other `%` stays.
  static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      let byte = escape(text, at: index)
      decoded.append(byte ?? text[index])
      index += byte == nil ? 1 : 3
    }
    return decoded
  }

  private static func escape(_ text: ArraySlice<UInt8>, at index: Int) -> UInt8? {
    guard text[index] == UInt8(ascii: "%"), index + 2 < text.endIndex,
      let high = text[index + 1].digitValue(hexadecimal: true),
      let low = text[index + 2].digitValue(hexadecimal: true)
    else { return nil }
    return high << 4 | low
  }

  private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}

extension UInt8 {
  /// Unreserved, or a delimiter that has no meaning to the address as a whole.
  fileprivate var isPlainInAddress: Bool {
    isASCIILetter || (0x30...0x39).contains(self) || "-._~!$&'()*+,;=:@/".utf8.contains(self)
  }
}
