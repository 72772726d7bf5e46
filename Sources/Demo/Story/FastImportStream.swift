import GitStore

/// Commits and tags as `git fast-import` reads them.
struct FastImportStream: Sendable {
  private(set) var bytes: [UInt8] = Array("feature done\n".utf8)

  /// Appends a commit to `main`.
  mutating func commit(
    _ commit: Commit, message: String, by author: GitIdentity, writing files: [StoryFile],
    removing removed: [String]
  ) {
    line("commit refs/heads/main")
    line("mark :\(commit.mark)")
    line("author \(Self.header(author))")
    line("committer \(Self.header(author))")
    data(Array("\(message)\n".utf8))
    for path in removed { line("D \(path)") }
    for file in files {
      line("M 100644 inline \(file.path)")
      data(file.bytes)
    }
  }

  /// Appends a tag object; its message has no final line end, like one that GTO writes.
  mutating func tag(_ name: String, on commit: Commit, message: String, by tagger: GitIdentity) {
    line("tag \(name)")
    line("from :\(commit.mark)")
    line("tagger \(Self.header(tagger))")
    data(Array(message.utf8))
  }

  /// Appends a tag that is only a ref.
  mutating func lightweightTag(_ name: String, on commit: Commit) {
    line("reset refs/tags/\(name)")
    line("from :\(commit.mark)")
  }

  /// Ends the stream; without it Git takes the stream for cut off.
  mutating func end() { line("done") }

  private mutating func line(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func data(_ content: [UInt8]) {
    line("data \(content.count)")
    bytes.append(contentsOf: content)
    line("")
  }

  private static func header(_ identity: GitIdentity) -> String {
    let minutes = abs(identity.time.zone)
    let clock = minutes / 60 * 100 + minutes % 60
    let digits = String(clock)
    let zone = String(repeating: "0", count: 4 - digits.count) + digits
    let sign = identity.time.zone < 0 ? "-" : "+"
    return "\(identity.name) <\(identity.email)> \(identity.time.seconds) \(sign)\(zone)"
  }
}
