import Formats
import TestSupport
import Testing

/// The file with which users of models keep exactly which ones they use.
@Suite(.timeLimit(.minutes(30)))
struct GetLockTests {
  @Test func installsJustWhatIsLocked() async throws {
    try await withRepository { folder, script in
      let (out, lock) = ("\(folder)/out", "\(folder)/models.lock")
      let first = try await get("m@v1.0.0", from: script.path, into: out, ["--lock", lock])
      #expect(first.status == 0, "\(first.errors)")
      let locked = try OrderedJSON.parse(try readFile(lock))
      let model = try #require(locked["models"]?.items.first)
      #expect(model["version"]?.string == "v1.0.0")
      #expect(model["commit"]?.string == (try await script.git("rev-parse", "m@v1.0.0^{commit}")))
      #expect(model["files"]?.items.first?["size"] == .number("4"))
      // Latest is another version now; the lock still means the first.
      let again = try await get(nil, from: script.path, into: "\(folder)/new", ["--locked", lock])
      #expect(again.status == 0, "\(again.errors)")
      #expect(try readFile("\(folder)/new/model.pkl") == Array("one\n".utf8))
      let same = try await get("m@v1.0.0", from: script.path, into: out, ["--lock", lock])
      #expect(same.status == 0)
      #expect(try OrderedJSON.parse(try readFile(lock)) == locked)
    }
  }

  @Test func failsOnAnyDifference() async throws {
    try await withRepository { folder, script in
      let lock = "\(folder)/models.lock"
      _ = try await get("m@v1.0.0", from: script.path, into: "\(folder)/out", ["--lock", lock])
      let good = String(decoding: try readFile(lock), as: UTF8.self)
      func status(_ name: String, _ text: String) async throws -> Int {
        try writeFile(lock, text)
        let out = "\(folder)/\(name)"
        let result = try await get(nil, from: script.path, into: out, ["--locked", lock])
        #expect(!fileExists("\(out)/model.pkl"), "\(name)")
        return result.status
      }
      let digest = try await require(["sha256sum"], input: Array("one\n".utf8)).text.prefix(64)
      #expect(good.contains(digest))
      #expect(
        try await status("digest", good.replacing(digest, with: String(repeating: "0", count: 64)))
          == 76)
      #expect(try await status("size", good.replacing("\"size\": 4", with: "\"size\": 5")) == 76)
      #expect(try await status("version", good.replacing("v1.0.0", with: "v3.0.0")) == 66)
      #expect(try await status("path", good.replacing("model.pkl", with: "other.pkl")) == 76)
      #expect(try await status("text", "no lock") == 65)
      // The tag moves to the second version's commit.
      try await script.git("tag", "-d", "m@v1.0.0")
      try await script.tag("m@v1.0.0", "m@v2.0.0^{commit}", at: 1_710_000_000)
      #expect(try await status("moved", good) == 76)
    }
  }

  private func get(
    _ choice: String?, from source: String, into folder: String, _ options: [String]
  ) async throws -> ToolResult {
    try await require(["mkdir", "-p", folder])
    return try await runTool(
      [Vitrine.binary, "get"] + (choice.map { [$0] } ?? []) + ["--from", source, "-o", folder]
        + options)
  }

  private func withRepository(
    _ body: (_ folder: String, _ script: GitScript) async throws -> Void
  ) async throws {
    let fixture = DVCFixture(
      name: "locks",
      commits: [
        DVCCommit("v1.0.0", ["dvc.yaml": DVCFixture.artifact, "model.pkl": "one\n"]),
        DVCCommit("v2.0.0", ["model.pkl": "two\n"]),
      ])
    try await withTemporaryFolder { folder in
      try await body(folder, try await fixture.make(in: folder))
    }
  }
}
