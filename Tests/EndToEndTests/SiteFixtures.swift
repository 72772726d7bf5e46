import TestSupport

/// Registries that the tests of whole sites build.
enum SiteFixture: String, CaseIterable, Sendable {
  /// What `vitrine demo` writes.
  case demo
  /// Names, messages and annotations that try to break out of pages.
  case hostile
  /// One repository without any commit, and one without tags.
  case empty
  /// 450 models in one repository, and one with 130 versions.
  case many

  /// Makes the repositories and builds their site.
  func build(in folder: String, _ arguments: [String] = []) async throws -> String {
    let site = "\(folder)/site"
    switch self {
    case .demo:
      try await require([Vitrine.binary, "demo", "\(folder)/demo"])
      return try await Self.build("\(folder)/demo/repositories", site, arguments)
    case .hostile: try await Self.writeHostile("\(folder)/repos")
    case .empty: try await Self.writeEmpty("\(folder)/repos")
    case .many: try await Self.writeMany("\(folder)/repos")
    }
    return try await Self.build("\(folder)/repos", site, arguments)
  }

  private static func build(
    _ repositories: String, _ site: String, _ arguments: [String]
  ) async throws -> String {
    try await require(
      [Vitrine.binary, "build", repositories, "-o", site, "--fail-on", "never"] + arguments)
    return site
  }

  private static func writeHostile(_ folder: String) async throws {
    let script = GitScript("\(folder)/a<b>&\"'c")
    try await script.initialize()
    let text =
      "<script>alert(1)</script> & \" ' {{title}} {{{x}}} \u{202e}evil\u{1b}[31m 🦊 </title>"
    try await script.commit([
      "dvc.yaml": """
      artifacts:
        m:
          path: "../../etc/passwd"
          type: "<b>model</b>"
          desc: "\(text.replacing("\"", with: "\\\"").replacing("\u{1b}", with: "\\e"))"
          labels: ["", "a b", "<img src=x onerror=alert(1)>", "🦊", "A", "a"]
          meta: {"__proto__": {"x": "</script>"}, "javascript:alert(1)": [1, null, .nan]}
        M:
          path: "javascript:alert(1)"
        con:
          path: "https://user:secret@host.example/m.pkl?token=abc"
      """
    ])
    try await script.git("remote", "add", "origin", "https://user:secret@git.example/a/b.git")
    var second = 1_704_070_000
    for name in [
      "m@v1.0.0", "m@v1.0.0-RC.1", "m@v1.0.0-rc.1+b", "M@v1.0.0", "con@v1.0.0", "m#prod#1",
      "m#<x>", "m@v1<script>", "M#PROD#1", "M#prod#2",
      "\(String(repeating: "long", count: 55))@v1.0.0",
      "dir.x/..=m@v1.0.0",
    ] {
      second += 100
      // Git refuses some of these names, as a server would.
      _ = try? await script.git("tag", "-a", name, "HEAD", "-m", text, at: second)
    }
    try await script.git("tag", "m@v3.0.0")
  }

  private static func writeEmpty(_ folder: String) async throws {
    try await GitScript("\(folder)/nothing").initialize()
    let script = GitScript("\(folder)/untagged")
    try await script.initialize()
    try await script.commit(["README.md": "# Hello\n"])
    try await script.git("tag", "v1.0.0")
  }

  private static func writeMany(_ folder: String) async throws {
    let script = GitScript("\(folder)/many")
    try await script.initialize()
    var stream = ""
    for commit in 1...130 {
      stream += "commit refs/heads/main\nmark :\(commit)\n"
      stream += "committer Ann <ann@example.com> \(1_704_067_200 + commit) +0000\ndata 0\n"
      stream += commit > 1 ? "from :\(commit - 1)\n\n" : "\n"
    }
    func tag(_ name: String, _ commit: Int, _ second: Int) {
      stream += "tag \(name)\nfrom :\(commit)\ntagger Ann <ann@example.com> "
      stream += "\(1_704_100_000 + second) +0000\ndata 0\n\n"
    }
    for model in 0..<449 { tag("model-\(model)@v0.1.0", model % 130 + 1, model) }
    for version in 1...130 {
      tag("deep@v0.\(version).0", version, 1000 + version * 60)
      tag("deep#\(["dev", "qa", "prod"][version % 3])#\(version)", version, 9000 + version * 3600)
    }
    try await script.git("fast-import", "--quiet", "--force", input: stream)
  }
}
