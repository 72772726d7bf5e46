/// What the name of a tag says under GTO's grammar (`tags.md` §1.2).
package struct TagName: Equatable, Sendable {
  /// What the tag does.
  package enum Action: Equatable, Sendable {
    case register(version: String)
    case deregister(version: String)
    case assign(stage: String)
    case unassign(stage: String)
    case deprecate
    /// Reserved by the grammar and never written; GTO fails on it.
    case create
  }

  /// The artifact's full name, with `:` where the tag has `=`.
  package let artifact: String
  package let action: Action

  /// The digits after the last `#`, as written.
  package let counter: String?

  /// Parses a tag's name, or returns nothing where it is not one of GTO's.
  package init?(parsing name: String) {
    let bytes = Array(name.utf8)
    guard let mark = bytes.firstIndex(where: { $0 == at || $0 == hash }),
      let artifact = ArtifactName.decode(bytes[..<mark])
    else { return nil }
    var rest = bytes[(mark + 1)...]
    var counter: String?
    if let last = rest.lastIndex(of: hash) {
      let digits = rest[(last + 1)...]
      guard !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit) else { return nil }
      counter = String(decoding: digits, as: UTF8.self)
      rest = rest[..<last]
    }
    let isCancelled = rest.last == bang
    let body = isCancelled ? rest.dropLast() : rest
    guard let action = Self.action(bytes[mark], body, isCancelled: isCancelled) else { return nil }
    self.artifact = artifact
    self.action = action
    self.counter = counter
  }

  private static func action(
    _ mark: UInt8, _ body: ArraySlice<UInt8>, isCancelled: Bool
  ) -> Action? {
    let text = String(decoding: body, as: UTF8.self)
    if mark == hash {
      guard ArtifactName.isPlainName(body) else { return nil }
      return isCancelled ? .unassign(stage: text) : .assign(stage: text)
    }
    if SemanticVersion.matchesTagPattern(text) {
      return isCancelled ? .deregister(version: text) : .register(version: text)
    }
    guard !isCancelled else { return nil }
    return text == "deprecated" ? .deprecate : text == "created" ? .create : nil
  }
}

private let at = UInt8(ascii: "@")
private let hash = UInt8(ascii: "#")
private let bang = UInt8(ascii: "!")

extension UInt8 {
  var isASCIIDigit: Bool { self >= 48 && self <= 57 }

  var isASCIILetter: Bool { self | 32 >= 97 && self | 32 <= 122 }

  var isASCIIAlphanumeric: Bool { isASCIIDigit || isASCIILetter }
}
