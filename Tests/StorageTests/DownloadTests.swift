import Records
import Storage
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(30)))
struct DownloadTests {
  /// Fetches objects from a place of a server that has `texts`.
  private func fetch(
    _ objects: [StoredObject], from place: String, having texts: [String] = [],
    options: String = "",
    local: String = "", timeout: Int = 600, limit: Int = 1 << 20, downloader: String? = nil,
    check: (LoopbackServer) throws -> Void = { _ in }
  ) async throws -> [FetchResult] {
    try await withTemporaryFolder { folder in
      try await LoopbackServer.run(folder) { server in
        var project = ProjectFixture(folder)
        project.settings.timeout = timeout
        project.settings.sizeLimit = limit
        for text in texts { try project.put(text, below: "store") }
        let remote = "[remote \"web\"]\nurl = \(server.url(place))\n"
        try writeFile("\(folder)/.dvc/config", remote)
        try writeFile("\(folder)/.dvc/config.local", "[remote \"web\"]\n\(local)\n")
        var store = project.store("[core]\nremote = web\n\(remote)\(options)\n")
        if let downloader { store.downloader = downloader }
        let results = await store.fetch(objects)
        try check(server)
        return results
      }
    }
  }

  @Test(arguments: ["files", "redirect", "elsewhere", "files//"])
  func objectsOfTheWeb(place: String) async throws {
    let texts = (0..<40).map { "text \($0)" } + [""]
    let objects = texts.map { StoredObject.md5(of: $0) }
    let results = try await fetch(objects + objects, from: place, having: texts) { server in
      let first = try server.requests().filter {
        !$0.hasPrefix("/files") || place.hasPrefix("files")
      }
      #expect(first.count == 41)
    }
    #expect(results.map(\.text) == texts + texts)
  }

  @Test func missingWrongAndRightObjectsInOneFetch() async throws {
    let wrong = StoredObject.md5(of: "wrong")
    let results = try await withTemporaryFolder { folder in
      try await LoopbackServer.run(folder) { server in
        let project = ProjectFixture(folder)
        try project.put("right", below: "store")
        try project.put("other", below: "store", as: wrong)
        let store = project.store(
          "[core]\nremote = w\n[remote \"w\"]\nurl = \(server.url("files"))\n")
        return await store.fetch([.md5(of: "missing"), wrong, .md5(of: "right")])
      }
    }
    #expect(results[0].reason == "neither in Git, nor in DVC's cache, nor in remote \"w\"")
    #expect(results[1].isDamaged)
    #expect(results[2].text == "right")
  }

  @Test(arguments: [
    ("status/403", "refuses access (status 403)"), ("status/418", "answers with status 418"),
    ("loop", "leads from one address to the next"),
    ("local", "has an address, or leads to one, that can't be fetched"),
  ])
  func serversThatRefuse(place: String, words: String) async throws {
    let results = try await fetch([.md5(of: "x")], from: place)
    #expect(results.first?.reason == "remote \"web\" \(words)")
  }

  @Test func aServerThatIsNotThere() async throws {
    try await withTemporaryFolder { folder in
      let text = "[core]\nremote = w\n[remote \"w\"]\nurl = http://127.0.0.1:1\n"
      let results = await ProjectFixture(folder).store(text).fetch([.md5(of: "x")])
      #expect(results.first?.reason == "remote \"w\" can't be reached")
    }
  }

  @Test func aServerThatHangs() async throws {
    let results = try await fetch([.md5(of: "x")], from: "hang", timeout: 1)
    #expect(results.first?.reason == "remote \"web\" did not answer in time")
  }

  @Test(arguments: ["huge", "endless"])
  func whatIsTooLargeCostsTheOthersNothing(place: String) async throws {
    try await withTemporaryFolder { folder in
      try await LoopbackServer.run(folder) { server in
        var project = ProjectFixture(folder)
        project.settings.sizeLimit = 200_000
        try project.put("small", below: "store")
        let store = project.store(
          "[core]\nremote = a\n[remote \"a\"]\nurl = \(server.url("files"))\n"
            + "[remote \"b\"]\nurl = \(server.url(place))\n")
        let results = await store.fetch([
          .md5(of: "large", remote: "b"), .md5(of: "small"), .md5(of: "larger", remote: "b"),
        ])
        #expect(results.map(\.isTooLarge) == [true, false, true])
        #expect(results[1].text == "small")
      }
    }
  }

  @Test func withoutTheProgram() async throws {
    let results = try await fetch([.md5(of: "x")], from: "files", downloader: "no-such-curl")
    #expect(
      results.first?.reason == "curl, which fetches from remotes in the web, is not installed")
  }

  @Test(arguments: [
    ("auth = basic\nuser = ann\npassword = 'p\"w'", "Basic YW5uOnAidw=="),
    ("auth = custom\ncustom_auth_header = X-Token\npassword = tok", "tok"),
  ])
  func credentials(local: String, shown: String) async throws {
    let results = try await fetch(
      [.md5(of: "x")], from: "locked", having: ["x"], local: local
    ) { server in
      let requests = try server.requests()
      #expect(requests.allSatisfy { $0.hasSuffix(" \(shown)") })
    }
    #expect(results.map(\.text) == ["x"])
  }

  @Test(arguments: [
    "auth = basic\nuser = ann\npassword = hunter2",
    "auth = custom\ncustom_auth_header = X-Token\npassword = hunter2",
  ])
  func credentialsDoNotFollowARedirect(local: String) async throws {
    _ = try await fetch([.md5(of: "x")], from: "elsewhere", having: ["x"], local: local) { server in
      let requests = try server.requests()
      #expect(!requests.isEmpty)
      #expect(requests.filter { $0.hasPrefix("/files") }.allSatisfy { $0.hasSuffix(" -") })
    }
  }

  @Test func credentialsOfTheMachineStayAtHome() async throws {
    // The commit calls another server by the name that the machine has a password for.
    let results = try await withTemporaryFolder { folder in
      try await LoopbackServer.run(folder) { server in
        let project = ProjectFixture(folder)
        try writeFile("\(folder)/.dvc/config", "[remote \"w\"]\nurl = https://home/\n")
        let local = "[remote \"w\"]\nauth = basic\nuser = ann\npassword = hunter2\n"
        try writeFile("\(folder)/.dvc/config.local", local)
        let commit = "[core]\nremote = w\n[remote \"w\"]\nurl = \(server.url("locked"))\n"
        let results = await project.store(commit).fetch([.md5(of: "x")])
        let requests = try server.requests()
        #expect(!requests.isEmpty && requests.allSatisfy { $0.hasSuffix(" -") })
        return results
      }
    }
    guard case .unavailable(let reason, let help) = try #require(results.first) else {
      Issue.record("it was found")
      return
    }
    #expect(reason == "remote \"w\" refuses access (status 401)")
    #expect(help.contains("meant for another server"))
  }

  @Test(arguments: [
    "auth = custom\ncustom_auth_header = @/etc/passwd\npassword = x",
    "auth = custom\ncustom_auth_header = X-A\npassword = '''x\nurl = file:///etc/passwd'''",
    "auth = basic\nuser = '''a\noutput = x'''\npassword = x",
  ])
  func linesCannotBeSmuggledIn(local: String) async throws {
    let results = try await fetch([.md5(of: "x")], from: "files", having: ["x"], local: local) {
      let requests = try $0.requests()
      #expect(requests == [])
    }
    #expect(results.first?.reason?.contains("hold control characters") == true)
  }

  @Test func aCommandForTheWebGoesBeforeCurl() async throws {
    try await withTemporaryFolder { folder in
      var project = ProjectFixture(folder)
      project.settings.commands = ["https": ["printf", "done"]]
      let text = "[core]\nremote = w\n[remote \"w\"]\nurl = webdavs://127.0.0.1:1/\n"
      let results = await project.store(text).fetch([.md5(of: "done")])
      #expect(results.map(\.text) == ["done"])
    }
  }
}
