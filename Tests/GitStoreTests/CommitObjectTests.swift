import GitStore
import Testing

struct CommitObjectTests {
  static let tree = String(repeating: "0f", count: 20)
  static let parents = ["11", "22"].map { String(repeating: $0, count: 20) }

  private func parse(_ text: String) -> CommitObject? { parse(Array(text.utf8)) }

  private func parse(_ bytes: [UInt8]) -> CommitObject? { CommitObject(parsing: bytes.span) }

  @Test func readsEverything() throws {
    let commit = try #require(
      parse(
        """
        tree \(Self.tree)
        parent \(Self.parents[0])
        parent \(Self.parents[1])
        author Ann <a@x> 5 +0100
        committer Bob <b@x> 6 -0100
        gpgsig -----BEGIN PGP SIGNATURE-----
         tree \(Self.parents[0])
        \u{20}
         -----END PGP SIGNATURE-----
        encoding UTF-8

        subject line

        body
        """))
    #expect(commit.tree.hex == Self.tree)
    #expect(commit.parents.map(\.hex) == Self.parents)
    #expect(
      commit.author == GitIdentity(name: "Ann", email: "a@x", time: GitTime(seconds: 5, zone: 60)))
    #expect(commit.committer?.time == GitTime(seconds: 6, zone: -60))
    #expect(commit.message == "subject line\n\nbody")
    #expect(commit.subject == "subject line")
  }

  @Test(arguments: [
    (" <> 7 +0000", "", "", 7, 0), ("<a@b> 7 +0130", "", "a@b", 7, 90),
    ("Ann <> 7 +0000", "Ann", "", 7, 0), ("Ann <a@b>", "Ann", "a@b", 0, 0),
    ("Ann <a@b> 7 +9900", "Ann", "a@b", 7, 0),
    ("Ann <a@b> 9223372036854775807 +0100", "Ann", "a@b", Int64.max, 60),
    ("Ann <a@b> x y", "Ann", "a@b", 0, 0),
  ])
  func readsOddIdentities(
    _ header: String, _ name: String, _ email: String, _ seconds: Int64, _ zone: Int
  ) throws {
    let commit = try #require(parse("tree \(Self.tree)\ncommitter \(header)\n\nm"))
    let expected = GitIdentity(
      name: name, email: email, time: GitTime(seconds: seconds, zone: zone))
    #expect(commit.committer == expected)
    #expect(commit.committer?.time.iso8601.isEmpty == false)
  }

  @Test func decodesLeniently() throws {
    let bytes =
      Array("tree \(Self.tree)\nauthor J".utf8) + [0xF6] + Array("rg <a@b> 1 +0000\n\ncaf".utf8)
      + [0xE9]
    let commit = try #require(parse(bytes))
    #expect(commit.author?.name == "J\u{FFFD}rg")
    #expect(commit.message == "caf\u{FFFD}")
  }

  @Test func mayLackEverythingButATree() throws {
    let commit = try #require(parse("tree \(Self.tree)\n"))
    #expect(commit.parents.isEmpty)
    #expect(commit.author == nil)
    #expect(commit.message == "")
    #expect(commit.subject == "")
    #expect(parse("author A <b> 1 +0000\n\nm") == nil)
    #expect(parse("tree 12\n\nm") == nil)
    #expect(parse("") == nil)
  }

  @Test(arguments: [("\n\nfirst\nsecond", "first"), ("one\r\ntwo", "one"), ("", "")])
  func subjectIsTheFirstLine(_ message: String, _ subject: String) {
    #expect(parse("tree \(Self.tree)\n\n\(message)")?.subject == subject)
  }
}
