/// The lines that `md5sum -c` takes.
package enum ChecksumText {
  /// Whether there are files, and each has an MD5 that its bytes must have.
  package static func covers(_ files: some Sequence<ArtifactFile>) -> Bool {
    var isEmpty = true
    for file in files {
      guard file.hashes.contains(where: { $0.algorithm == .md5 }) else { return false }
      isEmpty = false
    }
    return !isEmpty
  }

  /// A line for each file; nothing where there are none or one has no MD5 that its bytes must have.
  ///
  /// Those of DVC 1 and 2 are left out: they need not fit the bytes.
  package static func md5(of files: some Sequence<ArtifactFile>) -> [UInt8]? {
    var text: [UInt8] = []
    for file in files {
      guard let hash = file.hashes.first(where: { $0.algorithm == .md5 }) else { return nil }
      append(hash.value, file.path, to: &text)
    }
    return text.isEmpty ? nil : text
  }

  /// A backslash before the digest says that the name has escapes.
  private static func append(_ digest: String, _ path: String, to text: inout [UInt8]) {
    let escapes: [UInt8: String] = [10: "\\n", 13: "\\r", UInt8(ascii: "\\"): "\\\\"]
    let hasEscapes = path.utf8.contains { escapes[$0] != nil }
    if hasEscapes { text.append(UInt8(ascii: "\\")) }
    text += digest.utf8
    text += "  ".utf8
    for byte in path.utf8 {
      if let escape = escapes[byte] { text += escape.utf8 } else { text.append(byte) }
    }
    text.append(10)
  }
}
