import Formats
import TestSupport
import Testing

/// Traps of what lies outside Git.
extension RecordTrapTests {
  @Test func trap09PathInsideAFolder() async throws {
    try await RecordSite.with(.insideFolder) { site, _ in
      let listed = try site.document("inside", "m", "v1.0.0")
      #expect(listed[["artifact", "storage"]]?.string == "dvc")
      #expect(listed[["artifact", "hashes", "md5"]]?.string == DVCFixture.weights.md5)
      // Without the folder's list nobody knows the file's hash, and none is made up.
      let unlisted = try site.document("inside", "m", "v2.0.0")
      #expect(unlisted[["artifact", "storage"]]?.string == "dvc")
      #expect(unlisted[["artifact", "hashes"]]?.members.isEmpty ?? true)
    }
  }

  /// The addresses are DVC's own (traps 10 and 12).
  @Test func trap10And12AddressesByFormatAndByCommit() async throws {
    try await withTemporaryFolder { folder in
      let fixture = DVCFixture.addresses
      try await fixture.make(in: folder)
      let site = try await RecordSite.build(in: folder)
      let answers = try await DVCOracle.answers(
        fixture, options: ["--address", "model.pkl"], in: folder)
      let remotes = ["https://store.example/pre", "https://other.example/new"]
      for (index, commit) in fixture.commits.enumerated() {
        let expected = try #require(answers[fixture.tag(commit)]?["address"]?.string)
        let remote = remotes[index / 2]
        #expect(expected.hasPrefix("\(remote)/"))
        #expect(expected.contains("/files/md5/") == (index > 0))
        let artifact = try site.document(fixture.name, "m", commit.version)["artifact"]
        #expect(artifact?.texts.contains(expected) == true, "\(commit.version): \(expected)")
        #expect(artifact?["storage"]?.string == "dvc")
        let url = artifact?[["remote", "url"]]?.string
        #expect(url == remote || url == "\(remote)/", "\(commit.version)")
        #expect(artifact?[["remote", "name"]]?.string == "web")
      }
    }
  }

  @Test func trap11VersionAwareRemotes() async throws {
    try await RecordSite.with(.versioned) { site, _ in
      let artifact = try site.document("versioned", "m", "v1.0.0")["artifact"]
      let address = "s3://bkt/p/model.pkl?versionId=VER1"
      #expect(artifact?.texts.contains(address) == true, "\(artifact?.texts ?? [])")
    }
  }

  @Test func trap13MetricsThatNobodyHas() async throws {
    let fixture = try #require(DVCFixture.stored.first { $0.name == "unreachable" })
    try await RecordSite.with(fixture) { site, _ in
      let document = try site.document("unreachable", "m", "v1.0.0")
      #expect(document[["metrics", "here.json", "auc"]] == .number("0.7"))
      #expect(document[["metrics", "lost.json"]] == nil)
      #expect(document.noteCodes.contains("P005"), "\(document.noteCodes)")
      #expect(document.noteLines.contains { $0.contains("lost.json") })
      let isOnPage = try await site.shows("lost.json", "unreachable", "m", "v1.0.0")
      #expect(isOnPage)
    }
  }

  /// The cache lies beside a repository that is named in relation to where the program runs.
  @Test(arguments: ["repos/cached", "./repos/../repos/cached/", "repos"])
  func theCacheOfARelativePath(path: String) async throws {
    let fixture = try #require(DVCFixture.stored.first { $0.name == "cached" })
    try await withTemporaryFolder { folder in
      try await fixture.make(in: folder)
      let site = RecordSite(folder: "\(folder)/site", errors: "")
      try await require(
        [Vitrine.binary, "build", path, "-o", site.folder, "--fail-on", "error"], in: folder,
        environment: DVCOracle.environment(folder))
      let document = try site.document("cached", "m", "v1.0.0")
      #expect(document[["metrics", "metrics.json", "f1"]] == .number("0.10"))
      #expect(document["unavailable"]?.items.isEmpty == true)
    }
  }

  /// Clouds are reached by the user's own programs, and by none with `--offline`.
  @Test(arguments: [false, true])
  func aStorageCommand(isOffline: Bool) async throws {
    try await withTemporaryFolder { folder in
      try await DVCFixture.commanded.make(in: folder)
      let script =
        "#!/bin/sh\ntouch '\(folder)/asked'\ncat \"\(folder)/remote/${1#s3://bucket/pre/}\"\n"
      try writeFile("\(folder)/fetch", script)
      try await require(["chmod", "+x", "\(folder)/fetch"])
      try writeFile("\(folder)/vitrine.yaml", "storage: {s3: '\(folder)/fetch {url}'}\n")
      let site = try await RecordSite.build(
        in: folder, ["-c", "\(folder)/vitrine.yaml"] + (isOffline ? ["--offline"] : []))
      let document = try site.document("commanded", "m", "v2.0.0")
      #expect(fileExists("\(folder)/asked") == !isOffline)
      let values = [
        ["metrics.json", "f1"], ["eval/深い/train.yaml", "train"], ["old.json", "old"],
      ]
      .map { document[["metrics"] + $0]?.number }
      #expect(values == (isOffline ? [nil, nil, nil] : ["0.20", "2", "0.2"]))
      #expect(document.noteCodes.contains("P005") == isOffline)
    }
  }

  /// Where a model comes from that was added or imported.
  @Test func importedModels() async throws {
    try await RecordSite.with(.imports) { site, _ in
      for version in ["v1.0.0", "v2.0.0", "v3.0.0"] {
        let artifact = try site.document("imports", "m", version)["artifact"]
        #expect(artifact?["path"]?.string == "models/m.pkl")
        #expect(artifact?["storage"]?.string == "dvc", "\(version)")
        #expect(artifact?[["hashes", "md5"]]?.string == DVCFixture.weights.md5, "\(version)")
        #expect(artifact?["size"] == .number("19"), "\(version)")
      }
      let imported = try site.document("imports", "m", "v2.0.0")
      let origin = try #require(imported["lineage"]).texts.joined(separator: "\n")
      #expect(origin.contains("https://git.example/team/models.git"), "\(origin)")
      #expect(origin.contains(String(repeating: "ab", count: 20)))
      let downloaded = try #require(try site.document("imports", "m", "v3.0.0")["lineage"])
      #expect(downloaded.texts.contains { $0.contains("https://files.example/model.pkl") })
      let never = try site.document("imports", "m", "v4.0.0")
      let texts = (never["artifact"]?.texts ?? []) + (never["lineage"]?.texts ?? [])
      #expect(texts.contains { $0.contains("s3://bucket/model.pkl") }, "\(texts)")
      try Self.expectNothing(of: ["hunter2"], in: site)
    }
  }

  @Test func trap34SecretsInTheConfiguration() async throws {
    let secrets = [
      "hunter2", "AKIAEXAMPLE", "s3cr3t-key", "AccountKey=Zm9v", "sig=abc", "tok-123",
      "robot:", "pass-phrase",
    ]
    let config = """
      [core]
          remote = store
      ['remote "store"']
          url = https://robot:hunter2@store.example/pre?token=tok-123
          user = robot
          password = hunter2
          custom_auth_header = tok-123
      ['remote "cloud"']
          url = s3://bkt/p
          access_key_id = AKIAEXAMPLE
          secret_access_key = s3cr3t-key
      ['remote "blue"']
          url = azure://cont/p
          connection_string = AccountKey=Zm9v
          sas_token = sv=2024&sig=abc
          passphrase = pass-phrase
      """
    let output = DVCFixture.weights.entry("model.pkl")
    let files = [
      ".dvc/config": config, "dvc.yaml": DVCFixture.artifact,
      "model.pkl.dvc": "outs:\n- \(output)\n",
    ]
    let fixture = DVCFixture(name: "secrets", commits: [DVCCommit("v1.0.0", files)])
    try await RecordSite.with(fixture) { site, _ in
      let artifact = try site.document("secrets", "m", "v1.0.0")["artifact"]
      #expect(artifact?[["remote", "url"]]?.string?.hasPrefix("https://store.example/pre") == true)
      try Self.expectNothing(of: secrets, in: site)
    }
  }

  /// No file of the site, and nothing that the program said, holds one of the words.
  private static func expectNothing(of secrets: [String], in site: RecordSite) throws {
    let files = try filesBelow(site.folder)
    #expect(files.count > 10)
    for path in files {
      let text = String(decoding: try readFile("\(site.folder)/\(path)"), as: UTF8.self)
      for secret in secrets {
        let isThere = text.contains(secret)
        #expect(!isThere, "\(path) holds \(secret)")
      }
    }
    for secret in secrets { #expect(!site.errors.contains(secret), "said \(secret)") }
  }
}
