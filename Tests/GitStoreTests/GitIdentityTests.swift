import GitStore
import Testing

struct GitIdentityTests {
  private func parse(_ bytes: [UInt8]) throws(GitIdentityProblem) -> GitIdentity {
    try GitIdentity(parsing: bytes.span)
  }

  @Test(arguments: [
    ("Ann <ann@x.org> 5 +0000", "Ann", "ann@x.org"),
    ("A < B <c@d> 5 +0000", "A < B", "c@d"),
    ("A <b> C <c@d> 5 +0000", "A <b> C", "c@d"),
    (" Ann   Lee  <c@d> 5 +0000", " Ann   Lee ", "c@d"),
    ("Ann <c<d@e> 5 +0000", "Ann", "c<d@e"),
    ("模型 \"q\" & 'r' <ü@é> 5 +0000", "模型 \"q\" & 'r'", "ü@é"),
    ("Ann <c> d> 5 +0000", "Ann", "c> d"),
    ("Ann <c@d>  5  +0000", "Ann", "c@d"),
    ("  <c@d> 5 +0000", " ", "c@d"),
  ])
  func splitsAtTheLastBracket(_ header: String, _ name: String, _ email: String) throws {
    let identity = try parse(Array(header.utf8))
    #expect(identity.name == name)
    #expect(identity.email == email)
    #expect(identity.time == GitTime(seconds: 5))
  }

  @Test(arguments: [
    ("0 +0000", 0, 0), ("-86400 +0000", -86_400, 0), ("5 +0530", 5, 330), ("5 -0012", 5, -12),
    ("5 -0800", 5, -480), ("5 +2359", 5, 1439), ("5 +0099", 5, 99), ("5 +1", 5, 1),
    ("5 -12", 5, -12), ("5 0000", 5, 0),
  ])
  func readsTimes(_ text: String, _ seconds: Int64, _ zone: Int) throws {
    let identity = try parse(Array("A <b> \(text)".utf8))
    #expect(identity.time == GitTime(seconds: seconds, zone: zone))
  }

  @Test(arguments: [
    ("", GitIdentityProblem.malformed), ("Ann", .malformed), ("Ann <a@b", .malformed),
    ("Ann<a@b> 5 +0000", .malformed), (" <a@b> 5 +0000", .malformed),
    ("<a@b> 5 +0000", .malformed), ("Ann <> 5 +0000", .malformed), ("Ann <a@b>", .malformed),
    ("Ann <a@b> 5", .malformed), ("Ann <a@b> 5 +0000 x", .malformed),
    ("Ann <a@b> 5 +2400", .zoneOutOfRange), ("Ann <a@b> 5 -9999", .zoneOutOfRange),
    ("Ann <a@b> 5 zone", .zoneOutOfRange), ("Ann <a@b> 5 +9223372036854775807", .zoneOutOfRange),
    ("Ann <a@b> x +0000", .timeOutOfRange), ("Ann <a@b> 253402300800 +0000", .timeOutOfRange),
    ("Ann <a@b> 253402300799 +0001", .timeOutOfRange),
    ("Ann <a@b> 99999999999999999999 +0000", .timeOutOfRange),
  ])
  func refuses(_ header: String, _ problem: GitIdentityProblem) {
    #expect(throws: problem) { try parse(Array(header.utf8)) }
  }

  @Test func refusesOtherEncodings() {
    let name = [UInt8(ascii: "J"), 0xF6] + Array("rg <a@b> 5 +0000".utf8)
    #expect(throws: GitIdentityProblem.notUTF8) { try parse(name) }
    let email = Array("J <".utf8) + [0xFF] + Array("> 5 +0000".utf8)
    #expect(throws: GitIdentityProblem.notUTF8) { try parse(email) }
  }
}
