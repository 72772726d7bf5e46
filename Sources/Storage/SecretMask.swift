import FoundationEssentials

/// Takes secrets out of what other programs say (`bad-input.md`, S001 and S002).
struct SecretMask: Sendable {
  private let secrets: [String]

  /// - Parameters:
  ///   - secrets: texts that are secrets wherever they stand.
  ///   - environment: variables; the values of those that are named like secrets are masked, too.
  init(secrets: [String], environment: [String: String]) {
    let inherited = environment.filter { Self.isTelling($0.key) }.values
    let known = Set(secrets + inherited).filter { $0.utf8.count >= 4 }
    // The longest first, so that none leaves a rest of another one.
    self.secrets = known.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }

  static var environment: [String: String] { ProcessInfo.processInfo.environment }

  /// The last line of a message, without secrets, on one line and not too long.
  func lastLine(of bytes: [UInt8]) -> String {
    let lines = bytes.split { $0 == 10 || $0 == 13 }
    let last = lines.last { line in line.contains { $0 > 32 } } ?? []
    return masked(String(decoding: last.prefix(2_000), as: UTF8.self))
  }

  /// A text of one line without secrets and control characters.
  func masked(_ text: String) -> String {
    var text = text
    for secret in secrets { text = text.replacing(secret, with: "***") }
    var words: [String] = []
    var isNextSecret = false
    for word in text.split(separator: " ") {
      words.append(isNextSecret ? "***" : Self.masked(word: word))
      isNextSecret = ["bearer", "basic"].contains(word.lowercased()) || Self.asksForMore(word)
    }
    let shown = Self.visible(words.joined(separator: " "))
    return shown.count > 300 ? "\(shown.prefix(300))…" : shown
  }

  /// Whether a word is a name with a colon or equals sign behind which the secret stands.
  private static func asksForMore(_ word: Substring) -> Bool {
    guard let last = word.last, last == ":" || last == "=" else { return false }
    return isTelling(String(word))
  }

  private static func masked(word: Substring) -> String {
    var word = String(word)
    if let mark = word.firstRange(of: "://") {
      var rest = word[mark.upperBound...]
      if let at = rest.lastIndex(of: "@") { rest = "***" + rest[at...] }
      if let query = rest.firstIndex(of: "?") { rest = rest[...query] + "***" }
      word = String(word[..<mark.upperBound] + rest)
    } else if let sign = word.firstIndex(where: { $0 == "=" || $0 == ":" }),
      isTelling(String(word[..<sign])), word.index(after: sign) < word.endIndex
    {
      word = String(word[...sign]) + "***"
    }
    return isKeyID(word) ? "***" : word
  }

  /// Whether a name is one that secrets go by.
  private static func isTelling(_ name: String) -> Bool {
    let name = name.lowercased()
    let marks = [
      "password", "passwd", "passphrase", "secret", "token", "key", "signature", "credential",
      "authorization", "connection_string", "sas",
    ]
    return marks.contains { name.contains($0) }
  }

  /// Whether a word looks like the id of one of Amazon's keys.
  private static func isKeyID(_ word: String) -> Bool {
    let letters = word.utf8.filter { $0 >= 48 && $0 <= 57 || $0 >= 65 && $0 <= 90 }
    return (word.contains("AKIA") || word.contains("ASIA")) && letters.count >= 20
  }

  /// Control characters and those that turn the direction of text, spelled out.
  private static func visible(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        shown += "\\u{\(String(scalar.value, radix: 16))}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
