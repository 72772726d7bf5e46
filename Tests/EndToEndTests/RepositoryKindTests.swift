import Formats
import TestSupport
import Testing

/// Every form that a repository can have, and what is said of one that can't be read.
@Suite(.timeLimit(.minutes(30)))
struct RepositoryKindTests {
  enum Kind: String, CaseIterable, Sendable {
    case workTree, subdirectory, linkedWorkTree, bare, mirror, sha256, packed
  }

  @Test(arguments: Kind.allCases)
  func reads(_ kind: Kind) async throws {
    try await withTemporaryFolder { folder in
      let path = try await Self.make(kind, in: folder)
      let result = try await Vitrine.run("show", "-r", path, "--json")
      let registry = try OrderedJSON.parse(result.output)
      #expect(registry["m"]?["version"]?.string == "v1.0.0", "\(result.errors)")
      let build = try await Vitrine.run("build", path, "-o", "\(folder)/out/site")
      #expect(build.status == 0, "\(build.errors)")
    }
  }

  private static func make(_ kind: Kind, in folder: String) async throws -> String {
    let script = GitScript("\(folder)/origin")
    try await script.initialize("--object-format=\(kind == .sha256 ? "sha256" : "sha1")")
    try await script.commit(["sub/file": "x"])
    try await script.tag("m@v1.0.0", at: 1_704_067_300)
    let other = "\(folder)/other"
    switch kind {
    case .workTree, .sha256: return script.path
    case .subdirectory: return "\(script.path)/sub"
    case .linkedWorkTree: try await script.git("worktree", "add", "-q", "--detach", other)
    case .bare: try await script.git("clone", "-q", "--bare", ".", other)
    case .mirror: try await script.git("clone", "-q", "--mirror", ".", other)
    case .packed:
      try await script.git("gc", "-q")
      return script.path
    }
    return other
  }

  @Test func tellsHowToDeepenAShallowClone() async throws {
    try await withTemporaryFolder { folder in
      let script = GitScript("\(folder)/origin")
      try await script.initialize()
      for second in 1...3 { try await script.commit(at: 1_704_067_200 + second) }
      try await script.tag("m@v1.0.0", "HEAD~2", at: 1_704_067_300)
      try await script.git(
        "clone", "-q", "--depth", "1", "file://\(script.path)", "\(folder)/shallow")
      let result = try await Vitrine.run("build", "\(folder)/shallow", "-o", "\(folder)/site")
      #expect(result.status == 1)
      #expect(result.errors.contains("error[G005]"))
      #expect(result.errors.contains("fetch-depth: 0"))
      #expect(result.errors.contains("GIT_DEPTH: 0"))
      #expect(fileExists("\(folder)/site/index.html"))
    }
  }

  @Test func readsAPartialCloneWithoutFetching() async throws {
    try await withTemporaryFolder { folder in
      let script = GitScript("\(folder)/origin")
      try await script.initialize()
      try await script.git("config", "uploadpack.allowFilter", "true")
      try await script.commit(["dvc.yaml": "artifacts: {m: {path: m.pkl}}\n"])
      try await script.tag("m@v1.0.0", at: 1_704_067_300)
      try await script.git(
        "clone", "-q", "--no-checkout", "--filter=blob:none", "file://\(script.path)",
        "\(folder)/partial")
      let result = try await Vitrine.run("build", "\(folder)/partial", "-o", "\(folder)/site")
      #expect(result.errors.contains("[G006]"), "\(result.errors)")
      #expect(fileExists("\(folder)/site/models/partial/m/v1.0.0/index.html"))
      let blobs = try await require(
        ["git", "-C", "\(folder)/partial", "cat-file", "--batch-all-objects", "--batch-check"])
      #expect(!blobs.text.contains(" blob "))
    }
  }

  @Test func buildsTheOthersWhereOneIsBroken() async throws {
    try await withTemporaryFolder { folder in
      let script = GitScript("\(folder)/good")
      try await script.initialize()
      try await script.commit()
      try await script.tag("m@v1.0.0", at: 1_704_067_300)
      try writeFile("\(folder)/broken/.git/HEAD", "nonsense\n")
      let result = try await Vitrine.run(
        "build", "\(folder)/good", "\(folder)/broken", "\(folder)/god", "-o", "\(folder)/site")
      #expect(result.status == 1)
      #expect(result.errors.contains("error[G001]"), "\(result.errors)")
      #expect(result.errors.contains("error[G002]"))
      #expect(fileExists("\(folder)/site/models/good/m/index.html"))
      try await Vitrine.expectSound("check_links", ["\(folder)/site", "--quick"])
      let nothing = try await Vitrine.run("build", "\(folder)/god", "-o", "\(folder)/none")
      #expect(nothing.status == 66)
      #expect(nothing.errors.contains("did you mean \(folder)/good?"), "\(nothing.errors)")
      #expect(!fileExists("\(folder)/none"))
    }
  }

  @Test(.enabled(if: Vitrine.isRoot))
  func asksForTrustInAnotherUsersRepository() async throws {
    try await withTemporaryFolder { folder in
      let script = GitScript("\(folder)/repo")
      try await script.initialize()
      try await script.commit()
      try await script.tag("m@v1.0.0", at: 1_704_067_300)
      try await require(["chown", "-R", "nobody", script.path])
      let home = ["HOME": folder, "GIT_CONFIG_GLOBAL": "\(folder)/.gitconfig"]
      let refused = try await Vitrine.run("show", "-r", script.path, environment: home)
      #expect(refused.status == 66)
      let line = "git config --global --add safe.directory \(script.path)"
      #expect(refused.errors.contains(line), "\(refused.errors)")
      try await require(
        ["git", "config", "--global", "--add", "safe.directory", script.path], environment: home)
      let trusted = try await Vitrine.run("show", "-r", script.path, environment: home)
      #expect(trusted.status == 0, "\(trusted.errors)")
      #expect(trusted.text.contains("v1.0.0"))
    }
  }

  /// Counts the processes by a wrapper in front of git.
  @Test func startsAtMostFiveProcesses() async throws {
    try await withTemporaryFolder { folder in
      let site = try await SiteFixture.many.build(in: folder)
      let git = try await require(["sh", "-c", "command -v git"]).text.prefix { $0 != "\n" }
      try writeFile(
        "\(folder)/bin/git", "#!/bin/sh\necho call >> '\(folder)/calls'\nexec '\(git)' \"$@\"\n")
      try await require(["chmod", "+x", "\(folder)/bin/git"])
      let path = Vitrine.variable("PATH") ?? ""
      try await require(
        [Vitrine.binary, "build", "\(folder)/repos", "-o", site],
        environment: ["PATH": "\(folder)/bin:\(path)"])
      let calls = try readFile("\(folder)/calls").count { $0 == UInt8(ascii: "\n") }
      #expect(calls >= 3 && calls <= 5)
    }
  }

  @Test func runsNothingThatTheRepositoryNames() async throws {
    try await withTemporaryFolder { folder in
      let script = GitScript("\(folder)/repo")
      try await script.initialize()
      try await script.commit()
      try await script.tag("m@v1.0.0", at: 1_704_067_300)
      try writeFile("\(folder)/evil", "#!/bin/sh\ntouch '\(folder)/ran'\n")
      try await require(["chmod", "+x", "\(folder)/evil"])
      for key in [
        "core.fsmonitor", "core.pager", "diff.external", "core.sshCommand", "gpg.program",
        "credential.helper", "core.editor",
      ] {
        try await script.git("config", key, "\(folder)/evil")
      }
      try await script.git("config", "alias.for-each-ref", "!\(folder)/evil")
      let result = try await runTool(
        [Vitrine.binary, "build", script.path, "-o", "\(folder)/site"],
        environment: ["GIT_DIR": "\(folder)/nowhere", "GIT_EXTERNAL_DIFF": "\(folder)/evil"])
      #expect(result.status == 0, "\(result.errors)")
      #expect(!fileExists("\(folder)/ran"))
    }
  }
}
