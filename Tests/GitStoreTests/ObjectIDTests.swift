import GitStore
import Testing

struct ObjectIDTests {
  static let sha1 = "0123456789abcdef0123456789abcdeffedcba98"
  static let sha256 = "ffeeddccbbaa99887766554433221100" + "00112233445566778899aabbccddeeff"

  @Test(arguments: [
    sha1, sha256, String(repeating: "0", count: 40), String(repeating: "f", count: 64),
  ])
  func roundTrip(_ hex: String) throws {
    let id = try #require(ObjectID(hex))
    #expect(id.hex == hex)
    #expect(id.description == hex)
    #expect(id.short == hex.prefix(7))
    #expect(id.digits == hex.count)
    let raw = stride(from: 0, to: hex.count, by: 2).compactMap { place in
      UInt8(hex.dropFirst(place).prefix(2), radix: 16)
    }
    let again = ObjectID(raw: raw.span)
    #expect(again == id)
  }

  @Test(arguments: [
    "", "abc", String(sha1.dropLast()), sha1 + "0", String(sha256.dropLast()), sha256 + "0",
    sha1.uppercased(), "g" + sha1.dropFirst(), " " + sha1.dropFirst(), "é" + sha1.dropFirst(2),
  ])
  func refuses(_ text: String) { #expect(ObjectID(text) == nil) }

  @Test(arguments: [0, 19, 21, 31, 33, 64])
  func refusesRawBytes(_ count: Int) {
    let bytes = [UInt8](repeating: 1, count: count)
    let id = ObjectID(raw: bytes.span)
    #expect(id == nil)
  }

  @Test func isOrderedLikeItsDigits() throws {
    for length in [40, 64] {
      // One digit differs, at every place in turn.
      let texts = (0..<length).map { place in
        String(repeating: "0", count: place) + "8"
          + String(repeating: "0", count: length - place - 1)
      }
      let ids = texts.compactMap { ObjectID($0) }
      #expect(ids.count == length)
      #expect(ids.sorted().map(\.hex) == texts.sorted())
      #expect(Set(ids).count == length)
    }
  }

  @Test func lengthsDiffer() throws {
    let short = try #require(ObjectID(String(repeating: "0", count: 40)))
    let long = try #require(ObjectID(String(repeating: "0", count: 64)))
    #expect(short != long)
  }
}
