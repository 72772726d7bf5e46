/// The files of one version as lines, for programs that read no JSON.
///
/// A line is a word and what belongs to it, separated by tabs; readers pass over words that they don't
/// know. The last line counts the files, so that nobody takes a part of the text for the whole.
package struct FileListing: Hashable, Sendable {
  /// `<repository>/<artifact>`.
  package let model: String
  package let version: String

  /// In full hexadecimal digits.
  package let commit: String

  /// Why the version counts no more; nothing while it does.
  package var withdrawal: String?

  /// What stands between the version and some of its bytes.
  package var notes: [String]
  package var files: [ArtifactFile]

  /// Joins what is known of a version.
  package init(
    model: String, version: String, commit: String, withdrawal: String? = nil,
    notes: [String] = [], files: [ArtifactFile]
  ) {
    self.model = model
    self.version = version
    self.commit = commit
    self.withdrawal = withdrawal
    self.notes = notes
    self.files = files
  }

  /// The word that every listing begins with, and the version of its form.
  static let start = "vitrine-files\t1"

  /// The text of the listing.
  ///
  /// A file whose name holds control characters can't stand in it: a note tells so, and the listing is
  /// without files then, since a part of an artifact is none.
  package var text: [UInt8] {
    let isPlain = files.allSatisfy { ([$0.path] + $0.urls).allSatisfy(Self.isPlain) }
    var lines = [
      Self.start, "model\t\(Self.oneLine(model))", "version\t\(Self.oneLine(version))",
      "commit\t\(commit)",
    ]
    if let withdrawal { lines.append("withdrawn\t\(Self.oneLine(withdrawal))") }
    lines += notes.map { "note\t\(Self.oneLine($0))" }
    if isPlain {
      for file in files {
        let fields = [file.check?.text ?? "-", file.size.map { String($0) } ?? "-", file.path]
        lines.append((["file"] + fields + file.urls).joined(separator: "\t"))
      }
    } else {
      lines.append("note\tthe name of a file holds control characters, which no line can hold")
    }
    lines.append("end\t\(isPlain ? files.count : 0)")
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 32 && $0 != 127 }
  }

  private static func oneLine(_ text: String) -> String {
    isPlain(text) ? text : String(decoding: text.utf8.map { $0 < 32 ? 32 : $0 }, as: UTF8.self)
  }
}

extension ArtifactFile {
  /// The hash that its bytes can be held against; nothing where only a server knows what it means.
  package var check: ContentHash? {
    hashes.first {
      switch $0.algorithm {
      case .md5, .md5DOSToUnix, .sha256, .git: true
      case .etag, .checksum: false
      }
    }
  }
}

extension ContentHash {
  /// `md5:8277e091…`.
  package var text: String { "\(algorithm.rawValue):\(value)" }

  /// Reads what `text` gives; nothing for anything else, or for digits that no such digest has.
  package init?(text: String) {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
      let algorithm = Algorithm(rawValue: String(text[..<colon]))
    else { return nil }
    let value = String(text[text.index(after: colon)...])
    let digits: [Int] =
      switch algorithm {
      case .md5, .md5DOSToUnix: [32]
      case .sha256: [64]
      case .git: [40, 64]
      case .etag, .checksum: []
      }
    guard digits.contains(value.utf8.count), value.utf8.allSatisfy(RemoteURL.isHexDigit) else {
      return nil
    }
    self.init(algorithm, value.lowercased())
  }
}
