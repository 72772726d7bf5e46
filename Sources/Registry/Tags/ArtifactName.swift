/// The rules for the names of artifacts and stages (`tags.md` §1.2).
package enum ArtifactName {
  /// Whether the bytes are a name without a directory; stages follow the same rule.
  static func isPlainName(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    guard first.isASCIIAlphanumeric, last.isASCIIAlphanumeric else { return false }
    return bytes.allSatisfy { $0.isASCIIAlphanumeric || isInner($0) }
  }

  /// The full name that the part of a tag before its mark spells, `=` turned into `:`.
  static func decode(_ bytes: ArraySlice<UInt8>) -> String? {
    guard let separator = bytes.firstIndex(of: UInt8(ascii: "=")) else {
      return isPlainName(bytes) ? String(decoding: bytes, as: UTF8.self) : nil
    }
    let directory = bytes[..<separator]
    let name = bytes[(separator + 1)...]
    guard isDirectory(directory), isPlainName(name) else { return nil }
    return String(decoding: directory, as: UTF8.self) + ":" + String(decoding: name, as: UTF8.self)
  }

  /// Whether `text` is a full name as GTO's commands take it: `name` or `directory:name`.
  package static func isFullName(_ text: String) -> Bool {
    let bytes = Array(text.utf8)[...]
    guard let separator = bytes.firstIndex(of: UInt8(ascii: ":")) else { return isPlainName(bytes) }
    return isDirectory(bytes[..<separator]) && isPlainName(bytes[(separator + 1)...])
  }

  /// Whether `text` is a stage's name.
  package static func isStage(_ text: String) -> Bool { isPlainName(Array(text.utf8)[...]) }

  /// The form that a full name has in tags.
  package static func inTag(_ fullName: String) -> String {
    fullName.contains(":") ? String(fullName.map { $0 == ":" ? "=" : $0 }) : fullName
  }

  private static func isDirectory(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty
      && bytes.allSatisfy { $0.isASCIIAlphanumeric || isInner($0) || $0 == UInt8(ascii: ".") }
  }

  private static func isInner(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "/")
  }
}
