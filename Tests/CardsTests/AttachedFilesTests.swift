import Cards
import Formats
import TestSupport
import Testing

struct AttachedFilesTests {
  private func place(_ text: String, at offset: Int) -> Spool.Place {
    Spool.Place(offset: offset, count: text.utf8.count, checksum: Checksum(text))
  }

  @Test("Bytes of many files are read as places of the spool, with few files open")
  func readsMany() async throws {
    try await withTemporaryFolder { folder in
      let spool = try Spool()
      let own = try spool.append([1, 2, 3])
      var places: [(String, Spool.Place)] = []
      for number in 0..<40 {
        let path = "\(folder)/\(number)"
        try writeFile(path, "file \(number) holds this")
        let start = try spool.attach(path)
        places.append(("holds", place("holds", at: start + "file \(number) ".utf8.count)))
      }
      for (text, place) in places + places.reversed() {
        #expect(try spool.bytes(at: place) == Array(text.utf8))
      }
      #expect(try spool.bytes(at: own) == [1, 2, 3])
    }
  }

  @Test("A file that was changed, replaced or taken away is told, with its path")
  func tellsDamage() async throws {
    try await withTemporaryFolder { folder in
      let path = "\(folder)/facts"
      try writeFile(path, "as it was")
      let spool = try Spool()
      let start = try spool.attach(path)
      #expect(throws: SpoolError.self) { try spool.bytes(at: place("as it is", at: start)) }
      // Others push it out of the few that stay open.
      for number in 0..<10 {
        try writeFile("\(folder)/\(number)", "x")
        _ = try spool.attach("\(folder)/\(number)")
      }
      try await require(["mv", path, "\(folder)/moved"])
      let error = #expect(throws: SpoolError.self) {
        try spool.bytes(at: place("as it was", at: start))
      }
      #expect(error?.damaged == path)
      spool.attachedFile(at: path, movedTo: "\(folder)/moved")
      #expect(try spool.bytes(at: place("as it was", at: start)) == Array("as it was".utf8))
    }
  }
}
