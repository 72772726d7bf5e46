import FoundationEssentials
import TestSupport

extension CacheLab {
  /// Makes a change in one of the repositories, or in what the site is made with.
  mutating func make(_ change: Change, _ generator: inout SplitMix) async throws {
    let name = Bool.random(using: &generator) ? "one" : "two"
    let script = script(name)
    tick()
    switch change {
    case .newVersion: try await script.tag("a@v2.\(number).0", at: second)
    case .newStage: try await script.tag("a#prod#\(number)", "HEAD~1", at: second)
    case .movedTag:
      let tag = try await someTag(script, &generator)
      try await script.git("tag", "-f", "-a", tag, "HEAD", "-m", "moved", at: second)
    case .deletedTag:
      try await script.git("tag", "-d", try await someTag(script, &generator))
    case .newCommit: try await commit([:], script, tag: nil)
    case .newBranch: try await script.git("branch", "branch-\(number)")
    case .changedCard: try await commit(["models/a/README.md": "# New \(number)\n"], script)
    case .changedImage: try await commit(["models/a/p.gif": Self.image(number)], script)
    case .changedMetrics:
      try await commit(["models/a/metrics.json": "{\"auc\": \(number)}\n"], script)
    case .changedAnnotation:
      try await commit(
        [
          "dvc.yaml":
            "artifacts:\n  a: {path: models/a/x.pkl, desc: again \(number), labels: [X]}\n"
        ],
        script)
    case .newModel:
      try await commit(
        ["models/c\(number)/metrics.json": "{\"auc\": 1}\n"], script,
        tag: "c\(number)@v1.0.0")
    case .title, .stageTitle, .metricSettings, .cardPaths, .limits: try configure(change)
    case .template:
      let text = String(
        decoding: try readFile("\(Vitrine.root)/Templates/stage.mustache"), as: UTF8.self)
      try writeFile("\(folder)/templates/stage.mustache", text + "<!-- \(number) -->\n")
      try configure(change)
    case .asset:
      try writeFile("\(folder)/assets/site.css", "body { margin: \(number)px }\n")
      try configure(change)
    case .objectArrives: try Self.late.write(to: "\(script.path)/.dvc/cache")
    case .renamedRepository:
      try FileManager.default.moveItem(
        atPath: script.path, toPath: "\(folder)/repos/renamed-\(number)")
      try FileManager.default.copyItem(
        atPath: "\(folder)/repos/renamed-\(number)", toPath: script.path)
    case .remote:
      _ = try? await script.git("remote", "remove", "origin")
      try await script.git("remote", "add", "origin", "https://git.example/team/\(number).git")
    case .gtoFile: try writeFile("\(script.path)/.gto", "stages: [prod, dev, s\(number)]\n")
    }
  }

  private mutating func commit(
    _ files: [String: String], _ script: GitScript, tag: String? = "a"
  ) async throws {
    try await script.commit(files, message: "change \(number)", at: second)
    guard let tag else { return }
    try await script.tag(tag == "a" ? "a@v3.\(number).0" : tag, at: second + 1)
  }

  private func someTag(
    _ script: GitScript, _ generator: inout SplitMix
  ) async throws -> String {
    let tags = try await script.git("tag").split(separator: "\n").map(String.init)
    return tags.randomElement(using: &generator) ?? "a@v1.0.0"
  }

  /// Writes a configuration with one thing changed.
  private func configure(_ change: Change) throws {
    var lines = ["title: Lab \(number)"]
    switch change {
    case .stageTitle: lines.append("stages: [{name: prod, title: Live \(number)}]")
    case .metricSettings: lines.append("metrics: {auc: {better: higher, title: T\(number)}}")
    case .cardPaths: lines.append("cards: [README.md, N\(number).md]")
    case .limits: lines.append("limits: {values_per_file: \(number)}")
    case .template: lines.append("templates: templates")
    case .asset: lines.append("assets: assets")
    default: break
    }
    try writeFile("\(folder)/vitrine.yaml", lines.joined(separator: "\n") + "\n")
  }
}
