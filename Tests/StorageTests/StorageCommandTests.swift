import Records
import Storage
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(30)))
struct StorageCommandTests {
  private let configuration = """
    [core]
    remote = far
    [remote "far"]
    url = s3://bkt/pre
    [remote "cloud"]
    url = s3://cl/p
    version_aware = true
    """

  private func fetch(
    _ command: [String], _ objects: [StoredObject], in folder: String, timeout: Int = 600,
    configuration: String? = nil, limit: Int = 1 << 20
  ) async -> [FetchResult] {
    var project = ProjectFixture(folder)
    project.settings.commands = ["s3": command]
    project.settings.timeout = timeout
    project.settings.sizeLimit = limit
    return await project.store(configuration ?? self.configuration).fetch(objects)
  }

  @Test func theURLStandsInTheWords() async throws {
    try await withTemporaryFolder { folder in
      let object = StoredObject.md5(of: "metrics")
      let path = try #require(object.path(in: .current))
      let words = ["printf", "<%s>", "a{url}b", "{url}", "$(id) ; x"]
      let text = "<as3://bkt/pre/\(path)b><s3://bkt/pre/\(path)><$(id) ; x>"
      let wanted = StoredObject(hash: StoredObject.md5(of: text).hash)
      // The command is asked for the object's address, which holds the hash of `metrics`.
      let results = await fetch(words, [object, wanted], in: folder)
      #expect(results[0].isDamaged)
      let printed = StoredObject.md5(of: "done")
      let done = await fetch(["printf", "done"], [printed, printed, object], in: folder)
      #expect(done.map(\.text) == ["done", "done", nil])
      #expect(done[2].isDamaged)
    }
  }

  @Test func anObjectIsAskedForOnce() async throws {
    try await withTemporaryFolder { folder in
      try writeFile("\(folder)/command", "#!/bin/sh\necho \"$1\" >> \"$0.log\"\nprintf done\n")
      try await require(["chmod", "+x", "\(folder)/command"])
      let object = StoredObject.md5(of: "done")
      let same = StoredObject(hash: object.hash, path: "elsewhere")
      let results = await fetch(
        ["\(folder)/command", "{url}"], [object, same, object], in: folder)
      #expect(results.map(\.text) == ["done", "done", "done"])
      let log = try String(decoding: readFile("\(folder)/command.log"), as: UTF8.self)
      let path = try #require(object.path(in: .current))
      #expect(log == "s3://bkt/pre/\(path)\n")
    }
  }

  @Test func manyObjectsKeepTheirOrder() async throws {
    try await withTemporaryFolder { folder in
      let script = "#!/bin/sh\ncat \"\(folder)/store/$(basename \"$1\")\"\n"
      try writeFile("\(folder)/command", script)
      try await require(["chmod", "+x", "\(folder)/command"])
      let texts = (0..<20).map { "text \($0)" }
      let objects = texts.map { StoredObject.md5(of: $0) }
      for (text, object) in zip(texts, objects) {
        let name = try #require(object.path(in: .legacy)?.dropFirst(3))
        try writeFile("\(folder)/store/\(name)", text)
      }
      let results = await fetch(["\(folder)/command", "{url}"], objects, in: folder)
      #expect(results.map(\.text) == texts)
    }
  }

  @Test func aVersionOfACloudNeedsNoHash() async throws {
    try await withTemporaryFolder { folder in
      let version = TrackedOutput.CloudVersion(remote: "cloud", versionID: "V1")
      let object = StoredObject(hash: nil, versions: [version], path: "eval/m.json")
      let other = StoredObject(
        hash: ContentHash(.md5, "ab56b4d92b40713acc5af89985d4b786"), versions: [version], path: "x")
      let results = await fetch(["printf", "%s", "{url}"], [object, other], in: folder)
      #expect(results[0].text == "s3://cl/p/eval/m.json?versionId=V1")
      #expect(results[1].isDamaged)
    }
  }

  @Test(arguments: [
    (["no-such-command-of-vitrine"], "is not installed"), (["false"], "failed without a word"),
    (["/no/such/command"], "failed: "), (["cat", "/no/such/file"], "failed: "),
  ])
  func commandsThatFail(command: [String], words: String) async throws {
    try await withTemporaryFolder { folder in
      let results = await fetch(command, [.md5(of: "x")], in: folder)
      let reason = try #require(results.first?.reason)
      #expect(reason.hasPrefix("the storage command for s3:// (remote \"far\") \(words)"))
    }
  }

  @Test func secretsAndControlCharactersOfAMessage() async throws {
    try await withTemporaryFolder { folder in
      let local = "[remote \"far\"]\npassword = hunter2\n"
      try writeFile("\(folder)/.dvc/config.local", local)
      let text =
        "first\\nhunter2 https://u:p4ss@h/x?sig=abc AWS_SECRET_KEY=s3cr3t \\033[31m::error\\n"
      let command = ["sh", "-c", "printf '\(text)' >&2; exit 3"]
      let reason = try #require(await fetch(command, [.md5(of: "x")], in: folder).first?.reason)
      #expect(
        reason.hasSuffix(
          "failed: *** https://***@h/x?*** AWS_SECRET_KEY=*** \\u{1b}[31m::error"))
    }
  }

  @Test func whatHangsIsKilledWithAllItStarted() async throws {
    try await withTemporaryFolder { folder in
      let script = "sleep 300 & echo $! > \(folder)/pid; echo $$ >> \(folder)/pid; wait"
      var started: [String] = []
      // On a busy machine the shell may be killed before it has come to its `wait`.
      for timeout in [1, 4, 16, 64] where started.count < 2 {
        let results = await fetch(
          ["sh", "-c", script], [.md5(of: "x")], in: folder, timeout: timeout)
        let reason = try #require(results.first?.reason)
        #expect(reason.hasSuffix("did not end within \(timeout) seconds"))
        let numbers = (try? readFile("\(folder)/pid")) ?? []
        started = String(decoding: numbers, as: UTF8.self).split(separator: "\n").map(String.init)
      }
      #expect(started.count == 2)
      for process in started {
        let state = try await runTool(["cat", "/proc/\(process)/stat"])
        // Whatever adopts an orphan may take its time to bury it.
        #expect(!state.succeeded || state.text.contains(") Z "))
      }
    }
  }

  @Test func afterThreeThatHangNoMoreAreTried() async throws {
    try await withTemporaryFolder { folder in
      let objects = (0..<12).map { StoredObject.md5(of: "\($0)") }
      let results = await fetch(["sleep", "300"], objects, in: folder, timeout: 1)
      #expect(results.allSatisfy { $0.reason != nil })
      #expect(results.filter { $0.reason?.contains("was not tried again") == true }.count >= 4)
    }
  }

  @Test func whatIsTooLargeIsCutOff() async throws {
    try await withTemporaryFolder { folder in
      let results = await fetch(
        ["yes"], [.md5(of: "x"), .md5(of: "x", size: 1)], in: folder, limit: 1_000)
      #expect(results[0] == .tooLarge(1_001))
      #expect(results[1].isDamaged)
    }
  }

  @Test func aChattyCommandIsNoProblem() async throws {
    try await withTemporaryFolder { folder in
      let script = "yes progress | head -c 3000000 >&2; printf done"
      let results = await fetch(["sh", "-c", script], [.md5(of: "done")], in: folder)
      #expect(results.map(\.text) == ["done"])
    }
  }

  @Test(arguments: ["s3://-oProxyCommand=touch/x", "\"\"\"s3://bkt/a\nb\"\"\"", "s3://k:se/cr@bkt"])
  func urlsThatMayNotBeUsedStartNothing(url: String) async throws {
    try await withTemporaryFolder { folder in
      let results = await fetch(
        ["touch", "\(folder)/started"], [.md5(of: "x")], in: folder,
        configuration: "[core]\nremote = far\n[remote \"far\"]\nurl = \(url)\n")
      #expect(results.first?.reason?.contains("can't be used") == true)
      #expect(!fileExists("\(folder)/started"))
    }
  }
}
