/// A configuration file with other secrets: every letter and digit of theirs is another one, and
/// all else stays.
enum SecretChange {
  private static let options = [
    "user", "password", "token", "secret_access_key", "access_key_id", "connection_string",
  ]

  static func changed(_ bytes: [UInt8]) -> [UInt8] {
    var changed: [UInt8] = []
    var start = 0
    for end in 0...bytes.count where end == bytes.count || bytes[end] == 10 || bytes[end] == 13 {
      changed += line(bytes[start..<end])
      if end < bytes.count { changed.append(bytes[end]) }
      start = end + 1
    }
    return changed
  }

  private static func line(_ line: ArraySlice<UInt8>) -> [UInt8] {
    guard let equals = line.firstIndex(of: UInt8(ascii: "=")) else { return Array(line) }
    let name = String(decoding: trimmed(line[..<equals]), as: UTF8.self).lowercased()
    let value = unquoted(trimmed(line[(equals + 1)...]))
    if options.contains(name), isPlain(value) { return replacing(value, in: line) }
    return ["url", "endpointurl", "remote"].contains(name)
      ? login(of: value, in: line) : Array(line)
  }

  /// Changes the user and the password before the first at sign behind `scheme://`.
  private static func login(of url: ArraySlice<UInt8>, in line: ArraySlice<UInt8>) -> [UInt8] {
    let scheme = url.prefix { isPlainByte($0) }
    let rest = url.dropFirst(scheme.count)
    guard !scheme.isEmpty, rest.starts(with: "://".utf8),
      let at = rest.firstIndex(of: UInt8(ascii: "@"))
    else { return Array(line) }
    let login = rest.dropFirst(3).prefix(upTo: max(at, rest.startIndex + 3))
    let user = login.prefix { isPlainByte($0) }
    let password = login.dropFirst(user.count).dropFirst()
    guard isPlain(user), user.count == login.count || login[user.endIndex] == UInt8(ascii: ":"),
      password.allSatisfy(isPlainByte)
    else { return Array(line) }
    return replacing(login, in: line)
  }

  private static func replacing(
    _ part: ArraySlice<UInt8>, in line: ArraySlice<UInt8>
  ) -> [UInt8] {
    line[..<part.startIndex] + part.map { isPlainByte($0) ? other($0) : $0 }
      + line[part.endIndex...]
  }

  /// The next letter or digit: what was a digit stays one, since a port could hold it.
  private static func other(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "9"): UInt8(ascii: "0")
    case UInt8(ascii: "z"): UInt8(ascii: "a")
    case UInt8(ascii: "Z"): UInt8(ascii: "A")
    default: byte + 1
    }
  }

  private static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy(isPlainByte)
  }

  private static func isPlainByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    default: false
    }
  }

  private static func unquoted(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.count >= 2, let first = bytes.first, first == bytes.last,
      first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    else { return bytes }
    return bytes.dropFirst().dropLast()
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes.drop { $0 == 32 || $0 == 9 }
    while let last = rest.last, last == 32 || last == 9 { rest.removeLast() }
    return rest
  }
}
