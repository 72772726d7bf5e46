import Digests
import Records
import Storage
import TestSupport
import Testing

/// Files on disk held against each kind of hash.
struct FileCheckTests {
  @Test func everyHash() async throws {
    try await withTemporaryFolder { folder in
      let (path, text) = ("\(folder)/file", "one\r\ntwo\r\n")
      try writeFile(path, text)
      let bytes = Array(text.utf8)
      var git = SHA1()
      git.update(Array("blob \(bytes.count)\0".utf8) + bytes)
      let good = [
        ContentHash(.md5, MD5.hex(of: bytes)),
        ContentHash(.md5DOSToUnix, MD5.hex(of: bytes)),
        ContentHash(.md5DOSToUnix, MD5.hex(of: Array("one\ntwo\n".utf8))),
        ContentHash(.sha256, SHA256(bytes).hex), ContentHash(.git, git.hex),
        ContentHash(.git, SHA256(Array("blob \(bytes.count)\0".utf8) + bytes).hex),
      ]
      for hash in good {
        #expect(FileCheck(size: bytes.count, hashes: [hash]).fits(path), "\(hash)")
        #expect(!FileCheck(size: bytes.count + 1, hashes: [hash]).fits(path), "\(hash)")
        let other = ContentHash(hash.algorithm, String(hash.value.reversed()))
        #expect(!FileCheck(size: nil, hashes: [hash, other]).fits(path), "\(hash)")
      }
      // The digest that ignores line ends fits no other hash.
      #expect(
        !FileCheck(size: nil, hashes: [ContentHash(.md5, MD5.hex(of: Array("one\ntwo\n".utf8)))])
          .fits(path))
      try await require(["ln", "-s", path, "\(folder)/link"])
      #expect(!FileCheck(size: nil, hashes: []).fits("\(folder)/link"))
      #expect(!FileCheck(size: nil, hashes: []).fits(folder))
    }
  }
}
