import Formats
import TestSupport
import Testing

/// `vitrine check`: what it finds, how it says so, and how it ends.
@Suite(.timeLimit(.minutes(30)))
struct CheckTests {
  /// A repository with a sound model `m`, whose `v1.0.0` is in production.
  static func withRepository(
    _ body: (_ folder: String, _ script: GitScript) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let script = GitScript("\(folder)/repo")
      try await script.initialize()
      let pipeline = "artifacts: {m: {path: m.bin}}\nmetrics: [m.json]\n"
      let card = "---\nlicense: mit\n---\n# M\n\n## Intended use\n\nAny.\n"
      try await script.commit([
        "dvc.yaml": pipeline, "m.bin": "x", "m.json": #"{"auc": 0.90}"#, "MODEL_CARD.md": card,
      ])
      try await script.tag("m@v1.0.0", at: 1_704_067_300)
      try await script.tag("m#prod#1", at: 1_704_067_400)
      try await body(folder, script)
    }
  }

  /// Registers a second version with other files.
  static func addVersion(_ script: GitScript, _ files: [String: String]) async throws {
    try await script.commit(files, at: 1_704_067_500)
    try await script.tag("m@v1.1.0", at: 1_704_067_600)
  }

  private static func check(
    _ folder: String, _ rules: String, _ arguments: String...,
    environment: [String: String?] = [:]
  ) async throws -> ToolResult {
    try writeFile("\(folder)/vitrine.yaml", rules)
    return try await runTool(
      [Vitrine.binary, "check", "repo"] + arguments, in: folder, environment: environment)
  }

  /// A rule that a sound repository keeps, a change, and the code of the rule that it breaks.
  struct Breach: Sendable, CustomTestStringConvertible {
    let code: String
    let rule: String
    var files: [String: String] = [:]
    var tag: String?

    var testDescription: String { "\(code) \(rule)" }
  }

  static let breaches = [
    Breach(
      code: "R001", rule: "metrics: {auc: {tolerance: 0.01}}",
      files: ["m.json": #"{"auc": 0.88}"#]),
    Breach(
      code: "R002", rule: "metrics: {auc: {at_least: 0.9}}", files: ["m.json": #"{"auc": 0.899}"#]),
    Breach(
      code: "R002", rule: "metrics: {a*: {at_most: 0.95}}", files: ["m.json": #"{"auc": 1}"#]),
    Breach(
      code: "R003", rule: "metrics: {auc: {tolerance: 0.01}}", files: ["m.json": #"{"acc": 1}"#]),
    Breach(code: "R004", rule: "card: true", files: ["MODEL_CARD.md": ""]),
    Breach(
      code: "R005", rule: "card: {sections: [intended use]}", files: ["MODEL_CARD.md": "# M\n"]),
    Breach(
      code: "R006", rule: "card: {complete: true}",
      files: ["MODEL_CARD.md": "# M\n\n[More Information Needed]\n"]),
    Breach(code: "R007", rule: "license: true", files: ["MODEL_CARD.md": "# M\n"]),
    Breach(
      code: "R008", rule: "license: [mit]",
      files: ["MODEL_CARD.md": "---\nlicense: gpl-3.0\n---\n# M\n"]),
    Breach(code: "R009", rule: "stages: [prod]", tag: "m#dev#2"),
    Breach(code: "R010", rule: "promotion: [prod, live]", files: ["x": "y"], tag: "m#live#2"),
  ]

  @Test(arguments: breaches)
  func findsWhatBreaksARule(_ breach: Breach) async throws {
    try await Self.withRepository { folder, script in
      let rules = "rules:\n  \(breach.rule)\n"
      let sound = try await Self.check(folder, rules)
      #expect(sound.status == 0, "\(sound.text) \(sound.errors)")
      if !breach.files.isEmpty { try await Self.addVersion(script, breach.files) }
      if let tag = breach.tag { try await script.tag(tag, at: 1_704_067_700) }
      let broken = try await Self.check(folder, rules, "--format", "json")
      #expect(broken.status == 1)
      let found = try OrderedJSON.parse(broken.output)["diagnostics"]?.items ?? []
      let codes = found.compactMap { $0["code"]?.string }
      #expect(codes.contains(breach.code), "\(broken.text)")
      let lenient = try await Self.check(
        folder, rules + "  severity: {\(breach.code): warning}\n", "--format", "json")
      #expect(lenient.status == 0, "\(lenient.text)")
    }
  }

  @Test func verifiesSignatures() async throws {
    try await Self.withRepository { folder, script in
      try await require(
        ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "\(folder)/key"])
      let key = String(decoding: try readFile("\(folder)/key.pub"), as: UTF8.self)
      try writeFile("\(folder)/signers", "ann@example.com \(key)")
      try writeFile("\(folder)/nobody", "")
      for setting in ["gpg.format=ssh", "user.signingKey=\(folder)/key.pub"] {
        let parts = setting.split(separator: "=").map(String.init)
        try await script.git("config", parts[0], parts[1])
      }
      // What the repository itself says of programs must not count.
      try await script.git("config", "gpg.ssh.program", "/bin/true")
      let signing = "rules: {signed_tags: {allowed_signers: signers}}\n"
      let unsigned = try await Self.check(folder, signing)
      #expect(unsigned.status == 1)
      #expect(unsigned.text.contains("error[R011]"), "\(unsigned.text)")
      try await script.git("config", "--unset", "gpg.ssh.program")
      for (tag, second) in [("m@v1.0.0", 1_704_067_300), ("m#prod#1", 1_704_067_400)] {
        try await script.git("tag", "-s", "-f", "-m", "x", tag, "\(tag)^{}", at: second)
      }
      try await script.git("config", "gpg.ssh.program", "/bin/false")
      let signed = try await Self.check(folder, signing)
      #expect(signed.status == 0, "\(signed.text)")
      let unknown = try await Self.check(
        folder, "rules: {signed_tags: {allowed_signers: nobody, stages: [prod]}}\n")
      #expect(unknown.status == 0)
      #expect(unknown.text.contains("warning[T015]"), "\(unknown.text)")
    }
  }

  @Test func writesNothing() async throws {
    try await Self.withRepository { folder, _ in
      let result = try await Self.check(folder, "title: x\n")
      #expect(result.status == 0)
      #expect(result.text == "")
      #expect(result.errors.contains("Checked 1 model, 1 version from 1 repository in "))
      #expect(try filesBelow(folder).filter { !$0.hasPrefix("repo/") } == ["vitrine.yaml"])
    }
  }

  @Test(arguments: [("error", 0), ("warning", 1), ("never", 0)])
  func endsAsItIsTold(_ failOn: String, _ status: Int) async throws {
    try await Self.withRepository { folder, script in
      try await script.git("tag", "m@v9.0.0")
      let result = try await Self.check(folder, "", "--fail-on", failOn)
      #expect(result.status == status, "\(result.text)")
      #expect(result.text.contains("warning[T008]"))
    }
  }

  @Test func findsWhatTheConfigurationSaysInVain() async throws {
    try await Self.withRepository { folder, script in
      try await Self.addVersion(script, ["eval.json": #"{"a": 1}"#, "x": "y"])
      try await script.git("rm", "-q", "eval.json")
      try await script.commit(["x": "z"], at: 1_704_067_700)
      try await script.tag("m@v1.2.0", at: 1_704_067_800)
      let result = try await Self.check(
        folder, "stages: [dev]\nrecords: [eval.json, gone.json]\n", "--format", "json")
      let found = try OrderedJSON.parse(result.output)["diagnostics"]?.items ?? []
      let lines = found.map { ($0["code"]?.string ?? "", $0["severity"]?.string ?? "") }
      #expect(
        lines.filter { ["F008", "P001"].contains($0.0) }.map { "\($0.0) \($0.1)" }.sorted() == [
          "F008 note", "F008 warning", "P001 note", "P001 warning",
        ], "\(result.text)")
    }
  }

  @Test func writesAnnotationsAndASummary() async throws {
    try await Self.withRepository { folder, script in
      try await script.commit(["dvc.yaml": "artifacts:\n  m: {path: x, 'a:b,c%\\n::error::d': 1}\n"]
      )
      try await script.tag("m@v2.0.0", at: 1_704_067_700)
      try await script.git("tag", "m@v9.0.0")
      let environment = ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "\(folder)/summary.md"]
      let result = try await Self.check(folder, "", environment: environment)
      let lines = result.text.split(separator: "\n")
      #expect(lines.contains { $0.hasPrefix("::warning title=T008::") }, "\(result.text)")
      #expect(lines.contains { $0.hasPrefix("::warning file=repo/dvc.yaml,line=2,col=") })
      #expect(lines.allSatisfy { $0.hasPrefix("::warning ") })
      let summary = String(decoding: try readFile("\(folder)/summary.md"), as: UTF8.self)
      #expect(summary.contains("| warning | T008 |"), "\(summary)")
    }
  }

  @Test func writesWhatGitLabReads() async throws {
    try await Self.withRepository { folder, script in
      try await script.git("tag", "m@v9.0.0")
      let result = try await Self.check(
        folder, "", "--format", "gitlab", "--report", "quality.json")
      #expect(result.text == "")
      #expect(result.errors.contains("warning[T008]"))
      let items = try OrderedJSON.parse(try readFile("\(folder)/quality.json")).items
      let item = try #require(items.first)
      #expect(item["check_name"]?.string == "T008")
      #expect(item["severity"]?.string == "minor")
      #expect(item["fingerprint"]?.string?.count == 64)
      #expect(item["location"]?["lines"]?["begin"]?.number == "1")
    }
  }

  @Test func writesWhatReadersOfSARIFRead() async throws {
    try await Self.withRepository { folder, script in
      try await script.commit(["dvc.yaml": "artifacts: {m: {path: x, typo: 1}}\n"])
      try await script.tag("m@v2.0.0", at: 1_704_067_700)
      try await script.git("tag", "m@v9.0.0")
      let result = try await Self.check(folder, "", "--format", "sarif", "--report", "r.sarif")
      #expect(result.status == 0, "\(result.errors)")
      let run = try #require(
        try OrderedJSON.parse(try readFile("\(folder)/r.sarif"))["runs"]?.items.first)
      let rules = run["tool"]?["driver"]?["rules"]?.items ?? []
      for entry in run["results"]?.items ?? [] {
        let index = try #require(entry["ruleIndex"]?.number.flatMap { Int($0) })
        #expect(rules[index]["id"] == entry["ruleId"])
      }
      let summary = try await require(
        ["\(Vitrine.environment)/bin/sarif", "summary", "\(folder)/r.sarif"])
      #expect(summary.text.contains("T008"), "\(summary.text)")
      #expect(summary.text.contains("Y013"), "\(summary.text)")
    }
  }

  @Test func answersInItsFormAlsoWhenItFails() async throws {
    try await withTemporaryFolder { folder in
      let json = try await runTool(
        [Vitrine.binary, "check", "nowhere", "--format", "json"], in: folder)
      #expect(json.status == 66)
      #expect(try OrderedJSON.parse(json.output)["error"]?["status"]?.number == "66")
      let github = try await runTool(
        [Vitrine.binary, "check", "-c", "nowhere.yaml", "--format", "github"], in: folder)
      #expect(github.status == 65)
      #expect(github.text.hasPrefix("::error title=vitrine::"))
      #expect(github.text.contains("F001"))
    }
  }

  @Test func snapshotsOfRefsAreKept() async throws {
    try await withTemporaryFolder { folder in
      let script = GitScript("\(folder)/repo")
      try await script.initialize()
      let object = "00000000000000000000000000000000"
      let lock =
        "schema: '2.0'\nstages:\n  s:\n    cmd: x\n    outs:\n    - {path: m.json, md5: \(object), size: 2}\n"
      try await script.commit([
        ".dvc/config": "[core]\n    remote = r\n['remote \"r\"']\n    url = odd://store\n",
        "dvc.yaml": "artifacts: {m: {path: x}}\nstages: {s: {cmd: x, metrics: [m.json]}}\n",
        "dvc.lock": lock,
      ])
      try await script.tag("m@v1.0.0", at: 1_704_067_300)
      // The command that fetches the metrics makes a tag, as a colleague may at that moment.
      try writeFile("\(folder)/fetch.sh", "git -C \(script.path) tag late\nexit 1\n")
      let result = try await Self.check(
        folder, "storage: {odd: 'sh \(folder)/fetch.sh {url}'}\n", "--format", "json")
      let codes = (try OrderedJSON.parse(result.output)["diagnostics"]?.items ?? [])
        .compactMap { $0["code"]?.string }
      #expect(codes.contains("G027"), "\(result.text)")
    }
  }
}
