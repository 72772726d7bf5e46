import TestSupport
import Testing

@testable import GitStore

@Suite(.timeLimit(.minutes(30)))
struct CommitHistoryTests {
  /// Two lines of work that meet: base – a – b – merge – c, and base – side – merge.
  private func make(_ path: String) async throws -> (GitScript, [String: ObjectID]) {
    let script = GitScript(path)
    try await script.initialize()
    var ids: [String: ObjectID] = [:]
    func commit(_ name: String, _ files: [String: String], at second: Int) async throws {
      ids[name] = ObjectID(try await script.commit(files, message: name, at: second))
    }
    try await commit("base", ["data/x": "1", "train.py": "1"], at: 1_704_001_000)
    try await commit("a", ["train.py": "2"], at: 1_704_002_000)
    try await script.git("checkout", "-q", "-b", "side", "HEAD~1")
    try await commit("side", ["data/x": "2"], at: 1_704_003_000)
    try await script.git("checkout", "-q", "main")
    try await commit("b", ["README.md": "b"], at: 1_704_004_000)
    try await script.git("merge", "-q", "--no-ff", "-m", "merge", "side", at: 1_704_005_000)
    ids["merge"] = ObjectID(try await script.git("rev-parse", "HEAD"))
    try await commit("c", ["data/new name": "1"], at: 1_704_006_000)
    return (script, ids)
  }

  @Test(arguments: [
    ("base", "c", ["c", "merge", "side", "b", "a"]),
    ("a", "c", ["c", "merge", "side", "b"]),
    ("a", "b", ["b"]),
    ("side", "b", ["b", "a"]),
    ("c", "base", []),
    ("c", "c", []),
  ])
  func givesTheCommitsBetween(_ base: String, _ tip: String, _ expected: [String]) async throws {
    try await withTemporaryFolder { folder in
      let (script, ids) = try await make("\(folder)/r")
      let repository = try await GitRepository.open(script.path)
      let tips = [try #require(ids["c"])]
      let history = try await repository.history(of: tips, watching: ["data", "train.py"])
      let found = history.between(
        try #require(ids[base]), try #require(ids[tip]), limit: 100)
      let names = found.places.map { place in
        ids.first { $0.value == history.entries[place].id }?.key ?? "?"
      }
      #expect(Set(names) == Set(expected))
      #expect(names.count == expected.count)
      #expect(!found.isCut)
    }
  }

  @Test func namesTheWatchedPathsThatACommitTouched() async throws {
    try await withTemporaryFolder { folder in
      let (script, ids) = try await make("\(folder)/r")
      let repository = try await GitRepository.open(script.path)
      let history = try await repository.history(
        of: [try #require(ids["c"])], watching: ["data", "train.py"])
      let paths = Dictionary(
        uniqueKeysWithValues: ids.map { name, id in
          (name, history.place(of: id).map { history.entries[$0].paths } ?? ["?"])
        })
      #expect(
        paths == [
          "base": ["data/x", "train.py"], "a": ["train.py"], "side": ["data/x"], "b": [],
          "merge": [], "c": ["data/new name"],
        ])
    }
  }

  @Test func stopsAtItsLimit() async throws {
    try await withTemporaryFolder { folder in
      let (script, ids) = try await make("\(folder)/r")
      let repository = try await GitRepository.open(script.path)
      let history = try await repository.history(of: [try #require(ids["c"])], watching: [])
      let found = history.between(try #require(ids["base"]), try #require(ids["c"]), limit: 2)
      #expect(found.places.count == 2)
      #expect(found.isCut)
    }
  }

  /// A repository may ask Git to check signatures with a program of its own, or to say more.
  @Test func takesNothingFromTheRepositorysConfiguration() async throws {
    try await withTemporaryFolder { folder in
      let (script, ids) = try await make("\(folder)/r")
      try await script.git("config", "log.showSignature", "true")
      try await script.git("config", "gpg.program", "\(folder)/evil")
      try await script.git("config", "diff.external", "\(folder)/evil")
      try await script.git("config", "log.decorate", "full")
      try await script.git("config", "log.diffMerges", "on")
      try writeFile("\(folder)/evil", "#!/bin/sh\ntouch \(folder)/ran\n")
      try await require(["chmod", "+x", "\(folder)/evil"])
      let repository = try await GitRepository.open(script.path)
      let history = try await repository.history(of: [try #require(ids["c"])], watching: ["data"])
      #expect(history.entries.count == 6)
      #expect(!fileExists("\(folder)/ran"))
    }
  }
}
