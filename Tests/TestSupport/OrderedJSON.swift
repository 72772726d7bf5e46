package import Formats

/// Reads JSON that a tool has written, with the order of its keys.
package enum OrderedJSON {
  /// The text is no JSON.
  package struct Malformed: Error { let offset: Int }

  /// Parses one value.
  package static func parse(_ bytes: [UInt8]) throws -> JSONValue {
    var parser = Parser(bytes: bytes)
    return try parser.value()
  }

  private struct Parser {
    let bytes: [UInt8]
    var position = 0

    mutating func value() throws -> JSONValue {
      skipBlanks()
      switch peek {
      case UInt8(ascii: "{"): return .object(try members())
      case UInt8(ascii: "["): return .array(try items())
      case UInt8(ascii: "\""): return .string(try string())
      default: return try word()
      }
    }

    private var peek: UInt8 { position < bytes.count ? bytes[position] : 0 }

    private mutating func skipBlanks() {
      while peek == 32 || peek == 10 || peek == 13 || peek == 9 { position += 1 }
    }

    private mutating func take(_ byte: UInt8) throws {
      skipBlanks()
      guard peek == byte else { throw Malformed(offset: position) }
      position += 1
    }

    private mutating func members() throws -> [JSONMember] {
      var members: [JSONMember] = []
      try take(UInt8(ascii: "{"))
      skipBlanks()
      while peek != UInt8(ascii: "}") {
        if !members.isEmpty { try take(UInt8(ascii: ",")) }
        skipBlanks()
        let key = try string()
        try take(UInt8(ascii: ":"))
        members.append(JSONMember(key, try value()))
        skipBlanks()
      }
      position += 1
      return members
    }

    private mutating func items() throws -> [JSONValue] {
      var items: [JSONValue] = []
      try take(UInt8(ascii: "["))
      skipBlanks()
      while peek != UInt8(ascii: "]") {
        if !items.isEmpty { try take(UInt8(ascii: ",")) }
        items.append(try value())
        skipBlanks()
      }
      position += 1
      return items
    }

    private mutating func string() throws -> String {
      try take(UInt8(ascii: "\""))
      var units: [UInt16] = []
      var start = position
      while peek != UInt8(ascii: "\"") {
        guard position < bytes.count else { throw Malformed(offset: position) }
        guard peek == UInt8(ascii: "\\") else {
          position += 1
          continue
        }
        units += String(decoding: bytes[start..<position], as: UTF8.self).utf16
        units.append(try escape())
        start = position
      }
      units += String(decoding: bytes[start..<position], as: UTF8.self).utf16
      position += 1
      return String(decoding: units, as: UTF16.self)
    }

    private mutating func escape() throws -> UInt16 {
      let letter = position + 1 < bytes.count ? bytes[position + 1] : 0
      position += 2
      switch letter {
      case UInt8(ascii: "n"): return 10
      case UInt8(ascii: "t"): return 9
      case UInt8(ascii: "r"): return 13
      case UInt8(ascii: "b"): return 8
      case UInt8(ascii: "f"): return 12
      case UInt8(ascii: "u"):
        let digits = String(
          decoding: bytes[position..<min(position + 4, bytes.count)], as: UTF8.self)
        position += 4
        guard let unit = UInt16(digits, radix: 16) else { throw Malformed(offset: position) }
        return unit
      default: return UInt16(letter)
      }
    }

    private mutating func word() throws -> JSONValue {
      let start = position
      while position < bytes.count, !",]} \n\r\t".utf8.contains(peek) { position += 1 }
      let text = String(decoding: bytes[start..<position], as: UTF8.self)
      switch text {
      case "": throw Malformed(offset: position)
      case "null": return .null
      case "true": return .bool(true)
      case "false": return .bool(false)
      default: return .number(text)
      }
    }
  }
}

extension JSONValue {
  /// The members of an object; empty for another value.
  package var members: [JSONMember] {
    if case .object(let members) = self { members } else { [] }
  }

  /// The items of an array; empty for another value.
  package var items: [JSONValue] {
    if case .array(let items) = self { items } else { [] }
  }

  /// The text of a string.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The digits of a number.
  package var number: String? {
    if case .number(let digits) = self { digits } else { nil }
  }

  /// The value of a member.
  package subscript(key: String) -> JSONValue? { members.first { $0.key == key }?.value }
}
