import FoundationEssentials
import TestSupport
import Testing

@testable import GitStore

@Suite(.timeLimit(.minutes(30)))
struct ObjectReaderTests {
  private static let absent = ObjectID(String(repeating: "de", count: 20))

  private func id(_ text: String) throws -> ObjectID { try #require(ObjectID(text)) }

  /// The texts of blobs; nothing for those that can't be read.
  private func texts(
    _ ids: [ObjectID], in path: String, isPartialClone: Bool = false
  ) async throws -> (result: [String?], damaged: Set<ObjectID>) {
    let repository = try await GitRepository.open(path)
    return try await repository.withObjects(isPartialClone: isPartialClone) {
      objects throws(GitError) in
      var texts: [String?] = []
      try await objects.contents(of: ids) { index, answer, bytes in
        #expect(index == texts.count)
        guard case .found(.blob, let size) = answer else { return texts.append(nil) }
        #expect(bytes.count == size)
        texts.append(bytes.text(0..<bytes.count))
      }
      return texts
    }
  }

  /// A repository with blobs, and their ids.
  private func make(_ path: String, _ contents: [String]) async throws -> [ObjectID] {
    let script = GitScript(path)
    try await script.initialize()
    var stream = ""
    for (index, text) in contents.enumerated() {
      stream += "blob\nmark :\(index + 1)\ndata \(text.utf8.count)\n\(text)\n"
    }
    try await script.git(
      "-c", "fastimport.unpackLimit=100000", "fast-import", "--quiet",
      "--export-marks=\(path)/marks", input: stream)
    let lines = String(decoding: try readFile("\(path)/marks"), as: UTF8.self)
      .split(separator: "\n")
    let marks = lines.compactMap { line -> (Int, ObjectID)? in
      let words = line.dropFirst().split(separator: " ").map(String.init)
      guard let mark = Int(words[0]), let id = ObjectID(words[1]) else { return nil }
      return (mark, id)
    }
    return marks.sorted { $0.0 < $1.0 }.map(\.1)
  }

  @Test func manyQuestionsAtOnce() async throws {
    try await withTemporaryFolder { folder in
      // Short and long answers, together far more than a pipe holds.
      let contents = (0..<200).map { number in
        "\(number)" + String(repeating: "x\n", count: number % 7 == 0 ? 9_000 : number)
      }
      let ids = try await make("\(folder)/repo", contents)
      let absent = try #require(Self.absent)
      let asked = (0..<5_000).map { $0 % 11 == 0 ? absent : ids[$0 % ids.count] }
      let (found, damaged) = try await texts(asked, in: "\(folder)/repo")
      let expected = (0..<5_000).map { $0 % 11 == 0 ? nil : contents[$0 % ids.count] }
      #expect(found == expected)
      #expect(damaged.isEmpty)
    }
  }

  @Test func kindsComeWithoutContents() async throws {
    try await withTemporaryFolder { folder in
      let script = GitScript("\(folder)/repo")
      try await script.initialize()
      try await script.commit(["file": "12345"])
      try await script.tag("t", at: 1_704_067_200)
      let names = ["HEAD", "HEAD^{tree}", "HEAD:file", "t"]
      var ids: [ObjectID] = []
      for name in names { ids.append(try id(try await script.git("rev-parse", name))) }
      ids.append(try #require(Self.absent))
      let asked = ids
      let answers = try await GitRepository.open(script.path).withObjects {
        objects throws(GitError) in
        var answers: [ObjectAnswer] = []
        try await objects.kinds(of: asked) { _, answer in answers.append(answer) }
        // Both kinds of question may follow each other, and may ask for nothing.
        try await objects.contents(of: []) { _, _, _ in answers.removeAll() }
        try await objects.contents(of: [asked[2]]) { _, answer, _ in answers.append(answer) }
        return answers
      }.result
      let kinds: [ObjectKind] = [.commit, .tree, .blob, .tag]
      for (answer, kind) in zip(answers, kinds) {
        guard case .found(kind, _) = answer else {
          Issue.record("\(answer) is no \(kind)")
          continue
        }
      }
      #expect(answers.suffix(3) == [answers[3], .missing, .found(.blob, size: 5)])
    }
  }

  @Test func emptyBlobsAreFound() async throws {
    try await withTemporaryFolder { folder in
      let ids = try await make("\(folder)/repo", ["", "a"])
      let found = try await texts(ids + ids, in: "\(folder)/repo").result
      #expect(found == ["", "a", "", "a"])
    }
  }

  @Test(arguments: ["garbage", "", "x\u{1}"])
  func aDamagedLooseObjectCostsOnlyItself(_ garbage: String) async throws {
    try await withTemporaryFolder { folder in
      let path = "\(folder)/repo"
      let ids = try await make(path, ["one", "two", "three"])
      let hex = ids[1].hex
      let file = "\(path)/.git/objects/\(hex.prefix(2))/\(hex.dropFirst(2))"
      try FileManager.default.removeItem(atPath: file)
      try writeFile(file, garbage)
      let (found, damaged) = try await texts(ids, in: path)
      #expect(found == ["one", nil, "three"])
      #expect(damaged == [ids[1]])
    }
  }

  @Test func looseObjectsCutShortAreDamaged() async throws {
    try await withTemporaryFolder { folder in
      let path = "\(folder)/repo"
      let ids = try await make(path, ["one", String(repeating: "two", count: 50), "three"])
      let hex = ids[1].hex
      let file = "\(path)/.git/objects/\(hex.prefix(2))/\(hex.dropFirst(2))"
      let bytes = try readFile(file)
      try FileManager.default.removeItem(atPath: file)
      try Data(bytes.prefix(bytes.count - 8)).write(to: URL(filePath: file))
      let (found, damaged) = try await texts(ids, in: path)
      #expect(found == ["one", nil, "three"])
      #expect(damaged == [ids[1]])
    }
  }

  @Test func damageInAPackCostsOnlyWhatItHits() async throws {
    try await withTemporaryFolder { folder in
      let path = "\(folder)/repo"
      let script = GitScript(path)
      let long = (0..<400).map { "line \($0 * 7919 % 1009)\n" }.joined()
      // Alike texts, so that some objects are deltas of others.
      var contents = (0..<6).map { "\($0)\n\(long)\($0)\n" }
      contents.append("alone")
      let ids = try await make(path, contents)
      for id in ids { try await script.git("update-ref", "refs/keep/\(id.hex)", id.hex) }
      try await script.git("repack", "-q", "-a", "-d", "-f")
      try await script.git("prune-packed")
      let folderOfPacks = "\(path)/.git/objects/pack"
      let pack = try #require(FileStatus.names(in: folderOfPacks).first { $0.hasSuffix(".pack") })
      let index = pack.dropLast(4) + "idx"
      let listing = try await script.git("verify-pack", "-v", "\(folderOfPacks)/\(index)")
      let rows = listing.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
      // Five words: an object that is no delta.
      let whole = try #require(
        rows.first { row in row.count == 5 && row[1] == "blob" && row[2].count > 3 })
      let offset = try #require(Int(whole[4]))
      var bytes = try readFile("\(folderOfPacks)/\(pack)")
      for place in offset + 20..<offset + 30 { bytes[place] ^= 0xFF }
      try FileManager.default.removeItem(atPath: "\(folderOfPacks)/\(pack)")
      try Data(bytes).write(to: URL(filePath: "\(folderOfPacks)/\(pack)"))
      let (found, damaged) = try await texts(ids, in: path)
      #expect(found.last == "alone")
      #expect(damaged.contains(try id(whole[0])))
      for (text, content) in zip(found, contents) { #expect(text == nil || text == content) }
      #expect(found.contains(nil))
    }
  }

  @Test func partialClonesAreNeverFilled() async throws {
    try await withTemporaryFolder { folder in
      let ids = try await make("\(folder)/server", ["first", "second"])
      let server = GitScript("\(folder)/server")
      try await server.commit(["file": "text"])
      try await server.git("config", "uploadpack.allowFilter", "true")
      try await server.git("config", "uploadpack.allowAnySHA1InWant", "true")
      let clone = GitScript("\(folder)/clone")
      try await server.git(
        "clone", "-q", "--filter=blob:none", "--no-checkout", "file://\(server.path)", clone.path)
      // A program that a fetch would run.
      let mark = "\(folder)/fetched"
      try await clone.git("config", "remote.origin.uploadpack", "touch \(mark); git-upload-pack")
      try await clone.git("config", "protocol.file.allow", "always")
      let repository = try await GitRepository.open(clone.path)
      let configuration = try await repository.configuration()
      #expect(configuration.isPartialClone)
      let blob = try id(try await server.git("rev-parse", "HEAD:file"))
      let commit = try #require(repository.head)
      let (answers, damaged) = try await repository.withObjects(isPartialClone: true) {
        objects throws(GitError) in
        var answers: [Bool] = []
        try await objects.kinds(of: [blob, commit] + ids) { _, answer in
          answers.append(answer != .missing)
        }
        try await objects.contents(of: [commit, blob]) { _, answer, _ in
          answers.append(answer != .missing)
        }
        return answers
      }
      #expect(answers == [false, true, false, false, true, false])
      #expect(damaged.isEmpty)
      #expect(!fileExists(mark))
    }
  }

  @Test func errorsOfTheQuestionerComeThrough() async throws {
    try await withTemporaryFolder { folder in
      _ = try await make("\(folder)/repo", ["a"])
      let repository = try await GitRepository.open("\(folder)/repo")
      await #expect(throws: GitError.notARepository(path: "x")) {
        _ = try await repository.withObjects { _ throws(GitError) -> Int in
          throw .notARepository(path: "x")
        }
      }
    }
  }
}
