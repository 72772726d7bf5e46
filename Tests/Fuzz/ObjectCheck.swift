import GitStore

/// What has to hold for whatever is made of the bytes of an object of Git's.
enum ObjectCheck {
  static func run(_ bytes: [UInt8]) {
    for idLength in [20, 32] { checkTree(bytes, idLength) }
    if let commit = CommitObject(parsing: bytes.span) {
      for person in [commit.author, commit.committer].compactMap(\.self) { check(person) }
      expect(!commit.subject.contains { $0.isNewline }, "a subject of two lines")
      expect(commit.message.utf8.count <= bytes.count * 3, "a message of more than there is")
    }
    if let tag = TagObject(parsing: bytes.span) {
      if case .success(let person) = tag.tagger {
        check(person)
        expect(person.time.isRepresentable, "a time that cannot be written")
      }
      if let message = tag.message {
        expect(tag.body?.starts(with: message.utf8) == true, "another message")
      }
      _ = tag.signatureFormat
    }
  }

  /// Entries are as many as fit, each is found by its name, and written they are the bytes.
  private static func checkTree(_ bytes: [UInt8], _ idLength: Int) {
    let tree = TreeObject(bytes.span, idLength: idLength)
    let entries = tree.entries
    expect(entries.count * (idLength + 2) <= bytes.count, "more entries than fit")
    for entry in entries.prefix(64) where !isDamaged(entry) {
      let first = entries.first { $0.name.utf8.elementsEqual(entry.name.utf8) }
      expect(tree.entry(named: entry.name) == first, "not found by its name: \(entry.name)")
      expect(entry.id.digits == idLength * 2, "an id of another length")
      expect(ObjectID(entry.id.hex) == entry.id, "an id that is not written as it is read")
    }
    guard let written = written(entries) else { return }
    expect(bytes.starts(with: written), "entries that are not there")
  }

  /// The entries as Git writes them; nothing where a name or a mode is not Git's own.
  private static func written(_ entries: [TreeEntry]) -> [UInt8]? {
    var bytes: [UInt8] = []
    for entry in entries {
      let modes: [TreeEntry.Mode: String] = [
        .executable: "100755", .folder: "40000", .symbolicLink: "120000", .submodule: "160000",
      ]
      guard let mode = modes[entry.mode], !isDamaged(entry) else { return nil }
      bytes += mode.utf8 + [32] + entry.name.utf8 + [0]
      let digits = Array(entry.id.hex.utf8)
      for place in stride(from: 0, to: digits.count, by: 2) {
        bytes.append(
          UInt8(String(decoding: digits[place...place + 1], as: UTF8.self), radix: 16) ?? 0)
      }
    }
    return bytes
  }

  /// Whether the name was not UTF-8.
  private static func isDamaged(_ entry: TreeEntry) -> Bool {
    entry.name.unicodeScalars.contains("\u{FFFD}")
  }

  private static func check(_ person: GitIdentity) {
    let texts = [person.time.iso8601, person.time.tableText]
    expect(texts.allSatisfy { $0.utf8.count == 25 }, "a time of another form: \(texts)")
    expect(person.time.utc.utf8.count == 20, "a time of another form: \(person.time.utc)")
    expect(abs(person.time.zone) < 24 * 60, "a zone of a day")
  }
}
