import Digests
import FoundationEssentials
import Glibc
import Records
import Storage
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(30)))
struct CacheTests {
  @Test func theCacheOfTheProject() async throws {
    try await withTemporaryFolder { folder in
      let project = ProjectFixture(folder)
      let object = try project.put("metrics")
      let missing = StoredObject.md5(of: "never written")
      let results = await project.store().fetch([missing, object, object])
      #expect(results.map(\.text) == [nil, "metrics", "metrics"])
      #expect(results.first?.reason?.contains("no remote is configured") == true)
    }
  }

  @Test(arguments: [ContentHash.Algorithm.md5, .md5DOSToUnix], [ObjectLayout.current, .legacy])
  func bothLayouts(algorithm: ContentHash.Algorithm, layout: ObjectLayout) async throws {
    try await withTemporaryFolder { folder in
      let object = StoredObject(
        hash: ContentHash(algorithm, MD5.hex(of: Array("[]".utf8))), isFolder: true)
      let path = try #require(object.path(in: layout))
      #expect(path.hasSuffix(".dir"))
      try writeFile("\(folder)/.dvc/cache/\(path)", "[]")
      let results = await ProjectFixture(folder).store().fetch([object])
      #expect(results.map(\.text) == ["[]"])
    }
  }

  @Test(arguments: ["dir = ../../elsewhere", "dir = FOLDER/elsewhere"])
  func aCacheElsewhere(option: String) async throws {
    try await withTemporaryFolder { folder in
      let project = ProjectFixture("\(folder)/project")
      try writeFile("\(folder)/project/.dvc/config", "")
      let object = try ProjectFixture(folder).put("metrics", below: "elsewhere")
      let store = project.store("[cache]\n\(option.replacing("FOLDER", with: folder))\n")
      let results = await store.fetch([object])
      #expect(results.map(\.text) == ["metrics"])
    }
  }

  @Test func textOfDVC2IsHashedWithPlainLineEnds() async throws {
    try await withTemporaryFolder { folder in
      let (text, plain) = ("a\r\nb\r\n\r", "a\nb\n\r")
      let hash = MD5.hex(of: Array(plain.utf8))
      let legacy = StoredObject(hash: ContentHash(.md5DOSToUnix, hash))
      let current = StoredObject(hash: ContentHash(.md5, hash))
      let path = try #require(legacy.path(in: .legacy))
      try writeFile("\(folder)/.dvc/cache/\(path)", text)
      let results = await ProjectFixture(folder).store().fetch([legacy, current])
      #expect(results.map(\.text) == [text, nil])
      #expect(results.last?.isDamaged == true)
    }
  }

  @Test func damagedBytesAreNeverPassedOnAndTheNextPlaceIsTried() async throws {
    try await withTemporaryFolder { folder in
      let project = ProjectFixture(folder)
      let good = StoredObject.md5(of: "good")
      let bad = StoredObject.md5(of: "bad")
      for object in [good, bad] { try project.put("wrong", as: object) }
      try project.put("good", below: "remote")
      let store = project.store("[core]\nremote = r\n[remote \"r\"]\nurl = ../remote\n")
      let results = await store.fetch([good, bad])
      #expect(results.first?.text == "good")
      #expect(results.last?.isDamaged == true)
    }
  }

  @Test(arguments: ["fifo", "link", "folder", "dangling"])
  func onlyFilesAreRead(kind: String) async throws {
    try await withTemporaryFolder { folder in
      let project = ProjectFixture(folder)
      let object = StoredObject.md5(of: "secret")
      try project.put("other")
      try writeFile("\(folder)/secret", "secret")
      let path = "\(folder)/.dvc/cache/\(try #require(object.path(in: .current)))"
      try await require(["mkdir", "-p", String(path.prefix(path.count - 31))])
      switch kind {
      case "fifo": try await require(["mkfifo", path])
      case "link": try await require(["ln", "-s", "\(folder)/secret", path])
      case "dangling": try await require(["ln", "-s", "\(folder)/none", path])
      default: try await require(["mkdir", path])
      }
      let results = await project.store().fetch([object])
      #expect(results.first?.text == nil)
      #expect(results.first?.reason != nil)
    }
  }

  @Test func whatIsTooLargeIsNotRead() async throws {
    try await withTemporaryFolder { folder in
      var project = ProjectFixture(folder)
      project.settings.sizeLimit = 10
      let exact = try project.put("0123456789")
      let large = try project.put("0123456789+")
      let told = StoredObject.md5(of: "told", size: 11)
      let listed = StoredObject(hash: exact.hash, size: 1_000)
      let replaced = StoredObject.md5(of: "small", size: 5)
      try project.put("0123456789-", as: replaced)
      let results = await project.store().fetch([exact, large, told, listed, replaced])
      #expect(results[0].text == "0123456789")
      #expect(results[1] == .tooLarge(11))
      #expect(results[2] == .tooLarge(11))
      #expect(results[3] == .tooLarge(1_000))
      #expect(results[4].isDamaged)
    }
  }

  @Test(arguments: [
    "", "..", "../../../../../../etc/passwd", "zz56b4d92b40713acc5af89985d4b786", "-",
    "ab56b4d92b40713acc5af89985d4b78\n", "\0",
  ])
  func hostileHashes(md5: String) async throws {
    try await withTemporaryFolder { folder in
      let object = StoredObject(hash: ContentHash(.md5, md5), path: "m.json")
      let store = ProjectFixture(folder).store(
        "[core]\nremote = r\n[remote \"r\"]\nurl = ../remote\n")
      let results = await store.fetch([object])
      #expect(results.first?.reason == "it has no MD5 by which a remote could name it")
    }
  }

  @Test(arguments: [nil, ContentHash(.etag, "abc"), ContentHash(.checksum, "abc")])
  func withoutAnMD5NothingIsFetched(hash: ContentHash?) async throws {
    try await withTemporaryFolder { folder in
      let object = StoredObject(hash: hash, path: "m.json")
      let store = ProjectFixture(folder).store(
        "[core]\nremote = r\n[remote \"r\"]\nurl = s3://bkt\n")
      let results = await store.fetch([object])
      #expect(results.first?.reason?.contains("no MD5") == true)
    }
  }

  @Test func aBareRepositoryHasNoRelativePlaces() async throws {
    try await withTemporaryFolder { folder in
      let project = ProjectFixture(folder)
      let object = try project.put("metrics", below: "remote")
      func fetch(_ url: String) async -> String? {
        let text = "[core]\nremote = r\n[remote \"r\"]\nurl = \(url)\n"
        let store = ObjectStore(
          settings: StorageSettings(), configuration: DVCConfiguration(Array(text.utf8)),
          projectFolder: nil)
        return await store.fetch([object]).first?.text
      }
      #expect(await fetch("../remote") == nil)
      #expect(await fetch("\(folder)/remote") == "metrics")
    }
  }
}
