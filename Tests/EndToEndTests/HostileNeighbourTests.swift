import TestSupport
import Testing

/// A repository in which everything is wrong, beside good ones: nobody sees a difference there.
@Suite(.timeLimit(.minutes(30)))
struct HostileNeighbourTests {
  @Test func goodModelsComeOutUntouched() async throws {
    try await withTemporaryFolder { folder in
      try await require([Vitrine.binary, "demo", "\(folder)/demo"])
      let repositories = "\(folder)/demo/repositories"
      let good = try await names(in: repositories)
      try await build(repositories, "\(folder)/alone", expecting: [0])
      try await writeBad("\(folder)/bad")
      _ = try await SiteFixture.hostile.build(in: "\(folder)/hostile")
      try await require(["cp", "-r", "\(folder)/bad", "\(repositories)/bad"])
      try await require(["cp", "-r", "\(folder)/hostile/repos/.", repositories])
      let result = try await build(repositories, "\(folder)/beside", expecting: [1])
      #expect(result.errors.contains("bad"), "\(result.errors.suffix(2_000))")
      for name in good {
        for place in ["models", "api/v1/models", "badges"] {
          let path = "\(place)/\(name)"
          let difference = try await runTool(
            ["diff", "-r", "\(folder)/alone/\(path)", "\(folder)/beside/\(path)"])
          #expect(difference.succeeded, "\(path): \(difference.text.prefix(2_000))")
        }
      }
      // What is wrong is told, and its versions are there.
      #expect(fileExists("\(folder)/beside/api/v1/models/bad/nested/versions/v1.0.0.json"))
      try await Vitrine.expectSound("check_json", ["\(folder)/beside"])
    }
  }

  @discardableResult
  private func build(
    _ repositories: String, _ site: String, expecting statuses: Set<Int>
  ) async throws -> ToolResult {
    let result = try await Vitrine.run("build", repositories, "-o", site, "--no-cache")
    #expect(statuses.contains(result.status), "\(result.errors.suffix(4_000))")
    return result
  }

  private func names(in folder: String) async throws -> [String] {
    try await require([
      "find", folder, "-mindepth", "1", "-maxdepth", "1", "-type", "d", "-printf", "%f\\n",
    ]).text.split(separator: "\n").map(String.init).sorted()
  }

  /// Models whose records, cards and annotations are what the catalogue of bad input names.
  private func writeBad(_ path: String) async throws {
    let script = GitScript(path)
    try await script.initialize()
    var files = Self.records
    for card in try HostileCard.all() {
      files["\(card.name)/README.md"] = String(decoding: card.text, as: UTF8.self)
      files["\(card.name)/dvc.yaml"] = "artifacts:\n  \(card.name): {path: m.bin}\n"
    }
    try await script.commit(files)
    var second = 1_704_070_000
    let models = Set(files.keys.compactMap { $0.split(separator: "/").first }).sorted()
    for model in models where files["\(model)/dvc.yaml"] != nil {
      second += 60
      try await script.tag("\(model)@v1.0.0", at: second)
      try await script.tag("\(model)#prod#1", at: second + 1)
    }
    for name in ["nested@v1.0.0.0", "nested#prod#01", "nested@", "@v1", "x#", "a@v1#b@v2"] {
      _ = try? await script.git("tag", "-a", name, "HEAD", "-m", "odd", at: second + 100)
    }
  }

  private static let bomb = (1...12).map { level in
    "a\(level): &a\(level) [\(Array(repeating: level == 1 ? "x" : "*a\(level - 1)", count: 10).joined(separator: ", "))]"
  }.joined(separator: "\n")

  private static let records: [String: String] = [
    "nested/dvc.yaml":
      "artifacts:\n  nested: {path: m.bin}\nmetrics: [deep.json, twice.json, cut.json]\n",
    "nested/deep.json":
      String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000),
    "nested/twice.json":
      "{\"auc\": 1, \"auc\": NaN, \"\\ud800\": 1e999999, \"\": {\"__proto__\": 1}}",
    "nested/cut.json": "{\"auc\": 0.",
    "bomb/dvc.yaml": "artifacts:\n  bomb: {path: m.bin}\nmetrics: [bomb.yaml]\n\(bomb)\n",
    "bomb/bomb.yaml": bomb,
    "outside/dvc.yaml":
      "artifacts:\n  outside: {path: ../../../etc/passwd}\nmetrics: [../../../etc/passwd, /etc/passwd]\n",
    "conflict/dvc.yaml":
      "artifacts:\n  conflict: {path: m.bin}\nstages:\n  s: {cmd: x, outs: [m.bin]}\n",
    "conflict/dvc.lock": "<<<<<<< HEAD\nschema: '2.0'\n=======\nschema: '9.0'\n>>>>>>> other\n",
    "broken/dvc.yaml": "artifacts:\n  broken: {path: m.bin\nmetrics: [",
    "wide/dvc.yaml":
      "artifacts:\n  wide: {path: m.bin}\nplots: [wide.csv, no.json, \"${x}\"]\nmetrics: [wide.json]\n",
    "wide/wide.csv": "step,\"a\nb\",=cmd|' /C calc'!A0\n1,2\n\"unclosed,3,4,5\n",
    "wide/wide.json":
      "{" + (1...9_000).map { "\"k\($0)\": \($0)" }.joined(separator: ",") + "}",
    ".dvc/config": "['remote \"x\"']\nurl = ext::sh -c touch% pwned\n[core]\nremote = x\n",
    "artifacts.yaml": "? [a, b]\n: !!python/object:os.system {}\n",
  ]
}
