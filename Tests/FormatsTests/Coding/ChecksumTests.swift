import Formats
import Testing

struct ChecksumTests {
  @Test("Any changed, missing or added byte is another checksum")
  func changes() {
    var known: Set<Checksum> = []
    let bytes = (0..<100).map { UInt8($0) }
    for count in 0...100 {
      #expect(known.insert(Checksum(bytes.prefix(count))).inserted)
    }
    for index in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << bit
        #expect(known.insert(Checksum(changed)).inserted)
      }
    }
    #expect(known.insert(Checksum([UInt8](repeating: 0, count: 8))).inserted)
    #expect(known.insert(Checksum([UInt8](repeating: 0, count: 16))).inserted)
  }

  @Test("The same bytes give the same number in every run, from wherever they come")
  func stability() {
    #expect(Checksum("vitrine") == Checksum(Array("vitrine".utf8)))
    #expect(Checksum(Array("0vitrine".utf8).dropFirst()) == Checksum("vitrine"))
    #expect(Checksum("vitrine").hex == "c2fe38a3b6bc434f")
    #expect(Checksum(value: 1).hex == "0000000000000001")
  }

  @Test func joiningKeepsTheOrder() {
    let (one, two) = (Checksum("one"), Checksum("two"))
    #expect(Checksum(joining: [one, two]) != Checksum(joining: [two, one]))
    #expect(Checksum(joining: [one]) != Checksum(joining: [one, one]))
    #expect(Checksum(joining: [one, two]) == Checksum(joining: [one, two]))
  }

  @Test func isReadAsItWasWritten() {
    var writer = CodedWriter()
    writer.write(Checksum("one"))
    writer.write(byte: 7)
    var reader = CodedReader(writer.bytes)
    #expect(reader.checksum() == Checksum("one"))
    #expect(reader.byte() == 7 && reader.isAtEnd)
    #expect(reader.checksum() == nil)
  }
}
