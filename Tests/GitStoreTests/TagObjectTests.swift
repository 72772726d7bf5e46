import GitStore
import Testing

struct TagObjectTests {
  static let id = String(repeating: "a1", count: 20)
  static let headers =
    "object \(id)\ntype commit\ntag m@v1.0.0\ntagger Ann <ann@x.org> 1704067200 +0530\n"

  private func parse(_ text: String) -> TagObject? { parse(Array(text.utf8)) }

  private func parse(_ bytes: [UInt8]) -> TagObject? { TagObject(parsing: bytes.span) }

  @Test func readsHeadersAndBody() throws {
    let tag = try #require(parse(Self.headers + "\n  first\n\nsecond\n"))
    #expect(tag.target.hex == Self.id)
    #expect(tag.targetKind == .commit)
    #expect(tag.name == "m@v1.0.0")
    #expect(try tag.tagger.get().time == GitTime(seconds: 1_704_067_200, zone: 330))
    #expect(tag.message == "  first\n\nsecond\n")
    #expect(tag.signatureFormat == nil)
  }

  @Test(arguments: [
    ("-----BEGIN PGP SIGNATURE-----", SignatureFormat.openpgp, "text\n"),
    ("-----BEGIN SSH SIGNATURE-----", .ssh, "text\n"),
    // GTO leaves this one in the message.
    (
      "-----BEGIN SIGNED MESSAGE-----", .x509,
      "text\n-----BEGIN SIGNED MESSAGE-----\nabc\n"
    ),
  ])
  func cutsSignatures(_ marker: String, _ format: SignatureFormat, _ message: String) throws {
    let tag = try #require(parse(Self.headers + "\ntext\n\(marker)\nabc\n"))
    #expect(tag.signatureFormat == format)
    #expect(tag.message == message)
  }

  @Test func aSignatureBeginsItsLine() throws {
    let text = "say -----BEGIN PGP SIGNATURE-----\n"
    let tag = try #require(parse(Self.headers + "\n" + text))
    #expect(tag.signatureFormat == nil)
    #expect(tag.message == text)
    let alone = try #require(parse(Self.headers + "\n-----BEGIN SSH SIGNATURE-----\nx\n"))
    #expect(alone.message == "")
  }

  @Test func keepsCarriageReturns() throws {
    let tag = try #require(
      parse(Self.headers + "\nfirst\r\nsecond\r\n-----BEGIN PGP SIGNATURE-----\r\nx\r\n"))
    #expect(tag.message == "first\r\nsecond\r\n")
    #expect(tag.signatureFormat == .openpgp)
  }

  @Test func bodyMayBeMissingOrEmpty() throws {
    let without = try #require(parse(Self.headers))
    #expect(without.body == nil)
    #expect(without.message == nil)
    #expect(without.signatureFormat == nil)
    #expect(try #require(parse(Self.headers + "\n")).message == "")
  }

  @Test func messagesOfOtherEncodingsAreNotGuessed() throws {
    let tag = try #require(parse(Array((Self.headers + "\ncaf").utf8) + [0xE9]))
    #expect(tag.body?.count == 4)
    #expect(tag.message == nil)
  }

  @Test func tellsWhyThereIsNoTagger() throws {
    func problem(_ tagger: String) throws -> TagObject.TaggerProblem? {
      let text = "object \(Self.id)\ntype tree\ntag m@v1.0.0\n\(tagger)\nbody"
      guard case .failure(let problem) = try #require(parse(text)).tagger else { return nil }
      return problem
    }
    #expect(try problem("") == .missing)
    #expect(try problem("tagger Ann\n") == .unreadable(.malformed))
    #expect(try problem("tagger A <b> 1 +2400\n") == .unreadable(.zoneOutOfRange))
    #expect(try problem("tagger A <b> 1 +0000\n") == nil)
  }

  @Test func passesOverOtherHeaders() throws {
    let extra = Self.headers + "gpgsig abc\n object 0000\n tag other\nnote\n\nbody"
    let tag = try #require(parse(extra))
    #expect(tag.name == "m@v1.0.0")
    #expect(tag.message == "body")
  }

  @Test(arguments: [
    "", "\n", "type commit\ntag m\n\n", "object \(id)\ntag m\n\n", "object \(id)\ntype commit\n\n",
    "object 123\ntype commit\ntag m\n\n", "object \(id)\ntype thing\ntag m\n\n",
    "object\ntype\ntag\n\n",
  ])
  func refuses(_ text: String) { #expect(parse(text) == nil) }
}
