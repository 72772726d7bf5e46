import Formats

/// Addresses as they may be published: without credentials (`index.md`, "Rules").
enum PublicAddress {
  /// A URL without user info and query; any other text as it is.
  ///
  /// Signed addresses carry their secret in the query.
  static func cleaned(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let start = authority(in: bytes) else { return text }
    var end = bytes[start...].firstIndex { $0 == UInt8(ascii: "/") } ?? bytes.count
    let tail = { (byte: UInt8) in byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") }
    end = bytes[start..<end].firstIndex(where: tail) ?? end
    let host = bytes[start..<end].lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? start
    let query = bytes[end...].firstIndex(of: UInt8(ascii: "?")) ?? bytes.count
    let fragment = bytes[end...].firstIndex(of: UInt8(ascii: "#")) ?? bytes.count
    guard host > start || query < fragment else { return text }
    let kept = bytes[..<start] + bytes[host..<min(query, fragment)] + bytes[fragment...]
    return String(decoding: kept, as: UTF8.self)
  }

  /// A value in which every text that is a URL is cleaned.
  static func cleaned(_ value: JSONValue) -> JSONValue {
    switch value {
    case .string(let text): .string(cleaned(text))
    case .array(let items): .array(items.map { cleaned($0) })
    case .object(let members):
      .object(members.map { JSONMember($0.key, cleaned($0.value)) })
    case .null, .bool, .number: value
    }
  }

  /// Where the authority begins, if the text is a URL with one.
  private static func authority(in bytes: [UInt8]) -> Int? {
    let isScheme = { (byte: UInt8) in
      byte.isASCIIAlphanumeric || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: ".")
    }
    guard let colon = bytes.firstIndex(where: { !isScheme($0) }), colon > 0,
      bytes[colon...].starts(with: "://".utf8)
    else { return nil }
    return colon + 3
  }
}
