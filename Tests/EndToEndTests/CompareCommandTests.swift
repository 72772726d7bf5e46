import Formats
import TestSupport
import Testing

/// `vitrine compare` on the demonstration's repositories, and the comparisons of its site.
@Suite(.timeLimit(.minutes(30)))
struct CompareCommandTests {
  @Test("One comparison in four forms")
  func forms() async throws {
    try await Vitrine.withDemo { folder, site in
      let configuration = "\(folder)/repositories/vitrine.yaml"
      func compare(_ arguments: String...) async throws -> String {
        let result = try await runTool(
          [Vitrine.binary, "compare"] + arguments + ["-c", configuration, "--offline"])
        #expect(result.status == 0, "\(result.errors)")
        return result.text
      }
      let pair = try #require(try Self.pair(in: site))
      let text = try await compare(
        pair.model, pair.baseline, pair.version, "--baseline", pair.baseline)
      #expect(text.contains("compared with \(pair.baseline).") && !text.contains("\u{1b}"))
      let csv = try await compare(
        pair.model, pair.baseline, pair.version, "--baseline", pair.baseline, "--format", "csv")
      let metrics = { (text: String) in
        text.split(separator: "\r\n").filter { $0.hasPrefix("metrics,") }
      }
      let rendered = String(
        decoding: try readFile("\(site)/\(pair.folder)/compare.csv"), as: UTF8.self)
      #expect(metrics(csv) == metrics(rendered) && !metrics(csv).isEmpty)
      let markdown = try await compare(
        pair.model, pair.baseline, pair.version, "--format", "markdown")
      #expect(markdown.hasPrefix("# ") && markdown.contains("| --- |"))
      let json = try await compare(pair.model, pair.baseline, pair.version, "--format", "json")
      let document = try JSONReader.read(Array(json.utf8))
      #expect(document.value?["versions"]?.items?.count == 2)
      let again = try await compare(pair.model, pair.baseline, pair.version, "--format", "json")
      #expect(json == again)
    }
  }

  @Test("Models and versions that there aren't are told with the nearest")
  func unknown() async throws {
    try await withTemporaryFolder { folder in
      let script = GitScript("\(folder)/repo")
      try await script.initialize()
      try await script.commit(["metrics.json": "{\"auc\": 0.5}"])
      try await script.git("tag", "-a", "-m", "one", "churn@v1.0.0")
      try await script.commit(["metrics.json": "{\"auc\": 0.75}"])
      try await script.git("tag", "-a", "-m", "two", "churn@v1.1.0")
      try await script.git("tag", "-a", "-m", "prod", "churn#prod#1")
      func compare(_ arguments: String...) async throws -> ToolResult {
        try await runTool([Vitrine.binary, "compare"] + arguments + ["-r", "\(folder)/repo"])
      }
      let named = try await compare("churn", "v1.0.0", "latest")
      #expect(named.status == 0 && named.text.contains("compared with v1.1.0."), "\(named.errors)")
      let staged = try await compare("churn@v1.0.0", "churn#prod")
      #expect(staged.status == 0, "\(staged.errors)")
      let model = try await compare("chrun", "v1.0.0", "latest")
      #expect(model.status == 65 && model.errors.contains("did you mean “churn”?"))
      let version = try await compare("churn", "v1.0.0", "v1.1.1")
      #expect(version.status == 65 && version.errors.contains("did you mean “v1.1.0”?"))
      let stage = try await compare("churn", "v1.0.0", "#prd")
      #expect(stage.status == 65 && stage.errors.contains("did you mean “#prod”?"))
      let one = try await compare("churn", "v1.0.0", "v1.0.0", "--format", "json")
      #expect(one.status == 65 && one.text.hasPrefix("{") && one.text.contains("\"error\""))
      let gone = try await runTool(
        [Vitrine.binary, "compare", "churn", "v1.0.0", "latest", "-r", "\(folder)/nowhere"])
      #expect(gone.status == 66)
    }
  }

  @Test("Versions of two repositories stand side by side")
  func repositories() async throws {
    try await withTemporaryFolder { folder in
      for (name, value) in [("a", "0.5"), ("b", "0.75")] {
        let script = GitScript("\(folder)/\(name)")
        try await script.initialize()
        try await script.commit([
          "dvc.yaml": "metrics: [metrics.json]\n", "metrics.json": "{\"auc\": \(value)}",
        ])
        try await script.git("tag", "-a", "-m", "one", "churn@v1.0.0")
      }
      let result = try await runTool(
        [
          Vitrine.binary, "compare", "a/churn@v1.0.0", "b/churn@latest", "-r", "\(folder)/a",
          "-r", "\(folder)/b",
        ])
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.text.contains("a/churn@v1.0.0, b/churn@v1.0.0"))
      #expect(result.text.contains("▲ +0.250 better"), "\(result.text)")
    }
  }

  @Test("Rankings are made where the configuration asks for them, and are sound pages")
  func leaderboards() async throws {
    try await Vitrine.withDemo { folder, _ in
      let file = "\(folder)/repositories/vitrine.yaml"
      let text = String(decoding: try readFile(file), as: UTF8.self)
      let boards = "compare: {leaderboards: [{metric: latency_ms_p95}, {metric: test.auc}]}\n"
      try writeFile("\(folder)/repositories/boards.yaml", text + boards)
      let site = "\(folder)/ranked"
      try await require([
        Vitrine.binary, "build", "-c", "\(folder)/repositories/boards.yaml", "-o", site,
        "--offline", "--fail-on", "never",
      ])
      let page = String(
        decoding: try readFile("\(site)/leaderboards/latency_ms_p95/index.html"), as: UTF8.self)
      #expect(page.contains("lower is better") && page.contains("4.300"))
      try await Vitrine.expectSound("check_html", [site])
      try await Vitrine.expectSound("check_links", [site, "--quick"])
    }
  }

  @Test("The free comparison is used by keyboard, and agrees with the rendered pages")
  func freeComparison() async throws {
    try await Vitrine.withDemo { _, site in
      try await Vitrine.expectSound("check_compare", [site])
    }
  }

  /// A pair of the demonstration that has a page and metrics.
  private static func pair(
    in site: String
  ) throws -> (model: String, baseline: String, version: String, folder: String)? {
    for path in try filesBelow("\(site)/models").sorted() where path.hasSuffix("/compare.csv") {
      let parts = path.split(separator: "/").map(String.init)
      let text = String(decoding: try readFile("\(site)/models/\(path)"), as: UTF8.self)
      let names = parts[3].split(separator: "...").map(String.init)
      guard text.contains("\r\nmetrics,"), names.count == 2 else { continue }
      let folder = "models/\(parts.dropLast().joined(separator: "/"))"
      return (parts[1].replacing("=", with: ":"), names[0], names[1], folder)
    }
    return nil
  }
}
