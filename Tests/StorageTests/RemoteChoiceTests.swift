import Records
import Storage
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(30)))
struct RemoteChoiceTests {
  private let remotes = """
    [core]
    remote = one
    [remote "one"]
    url = ../one
    [remote "two"]
    url = ../two
    [remote "far"]
    url = s3://bkt
    [remote "web"]
    url = http://localhost:9
    [remote "cloud"]
    url = gs://bkt
    version_aware = true
    """

  @Test func theOwnRemoteOrElseTheDefaultOne() async throws {
    try await withTemporaryFolder { folder in
      let project = ProjectFixture(folder)
      try project.put("first", below: "one")
      try project.put("second", below: "two")
      let results = await project.store(remotes).fetch([
        .md5(of: "first"), .md5(of: "second"), .md5(of: "second", remote: "TWO"),
        .md5(of: "first", remote: "two"), .md5(of: "first", remote: "none"),
      ])
      #expect(results.map(\.text) == ["first", nil, "second", nil, nil])
      #expect(results[1].reason == "neither in Git, nor in DVC's cache, nor in remote \"one\"")
      #expect(
        results[4].reason
          == "neither in Git nor in DVC's cache, and remote \"none\" is not configured")
    }
  }

  @Test(arguments: ["web", "far"])
  func offlineNothingIsStarted(name: String) async throws {
    try await withTemporaryFolder { folder in
      var project = ProjectFixture(folder)
      project.settings.isOffline = true
      project.settings.commands = ["s3": ["touch", "\(folder)/started"]]
      let near = try project.put("near", below: "one")
      let results = await project.store(remotes).fetch([near, .md5(of: "x", remote: name)])
      #expect(results[0].text == "near")
      #expect(results[1].reason == "in remote \"\(name)\", and nothing is fetched offline")
      #expect(!fileExists("\(folder)/started"))
    }
  }

  @Test func aSchemeWithoutACommand() async throws {
    try await withTemporaryFolder { folder in
      let results = await ProjectFixture(folder).store(remotes).fetch([.md5(of: "x", remote: "far")]
      )
      #expect(
        results.first?.reason?.contains("no command is configured that fetches from s3://") == true)
    }
  }

  @Test func aVersionThatIsNotRecorded() async throws {
    try await withTemporaryFolder { folder in
      let results = await ProjectFixture(folder).store(remotes).fetch([
        .md5(of: "x", remote: "cloud")
      ])
      #expect(
        results.first?.reason == "remote \"cloud\" keeps versions, and no version of it is recorded"
      )
    }
  }

  @Test func layersOfTheMachine() async throws {
    try await withTemporaryFolder { folder in
      var project = ProjectFixture("\(folder)/p")
      project.settings.configurationFolders = ["\(folder)/system", "\(folder)/user"]
      try writeFile("\(folder)/system/config", "[core]\nremote = sys\n[remote \"sys\"]\nurl = a\n")
      try writeFile("\(folder)/user/config", "[core]\nremote = me\n[remote \"me\"]\nurl = b\n")
      try writeFile("\(folder)/p/.dvc/config.local", "[remote \"me\"]\nregion = x\n")
      let object = try ProjectFixture(folder).put("metrics", below: "user/b")
      #expect(await project.store().fetch([object]).map(\.text) == ["metrics"])
      // The commit's own configuration goes before both, config.local before it.
      let commit = project.store("[core]\nremote = own\n[remote \"own\"]\nurl = ../none\n")
      #expect(await commit.fetch([object]).map(\.text) == [nil])
      try writeFile("\(folder)/p/.dvc/config.local", "[core]\nremote = me\n")
      let local = project.store("[core]\nremote = own\n[remote \"own\"]\nurl = ../none\n")
      #expect(await local.fetch([object]).map(\.text) == ["metrics"])
    }
  }
}
