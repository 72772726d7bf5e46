import FoundationEssentials
import TestSupport
import Testing

/// Two repositories that change in every way that a build must notice.
struct CacheLab: Sendable {
  let folder: String

  /// The time of the next change, and a number that no earlier one has.
  private(set) var second = 1_750_000_000
  private(set) var number = 10

  /// Something that happens between two builds.
  enum Change: String, CaseIterable, Sendable {
    case newVersion, newStage, movedTag, deletedTag, newCommit, newBranch
    case changedCard, changedImage, changedMetrics, changedAnnotation, newModel
    case title, stageTitle, metricSettings, cardPaths, limits
    case template, asset
    case objectArrives
    case renamedRepository, remote, gtoFile
  }

  /// Gives `body` the repositories in their first state.
  static func with(_ body: (CacheLab) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      let lab = CacheLab(folder: folder)
      for name in ["one", "two"] { try await lab.write(name) }
      try writeFile("\(folder)/vitrine.yaml", "title: Lab\n")
      try await body(lab)
    }
  }

  mutating func tick() {
    second += 1_000
    number += 1
  }

  private init(folder: String) { self.folder = folder }

  func script(_ name: String) -> GitScript { GitScript("\(folder)/repos/\(name)") }

  private func write(_ name: String) async throws {
    let script = script(name)
    try await script.initialize()
    try await script.commit(Self.files(1), message: "first", at: 1_704_067_200)
    for tag in ["a@v1.0.0", "b@v1.0.0", "a#dev#1"] { try await script.tag(tag, at: 1_704_070_000) }
    try await script.commit(Self.files(2), message: "second", at: 1_704_080_000)
    for tag in ["a@v1.1.0", "b@v1.0.1-rc.1", "a#prod#2", "b#dev#1"] {
      try await script.tag(tag, at: 1_704_090_000)
    }
  }

  /// What only DVC's cache may hold.
  static let late = DVCObject("{\"late\": 1}\n")

  /// The files of a commit.
  private static func files(_ number: Int) -> [String: String] {
    [
      ".dvc/config": "", ".dvc/.gitignore": "/cache\n",
      "dvc.yaml": """
      artifacts:
        a: {path: models/a/model.pkl, type: model, desc: "number \(number)", labels: [x, y\(number % 3)]}
        b: {path: models/b/model.pkl}
      stages:
        train:
          cmd: python train.py
          deps: [data.csv]
          outs: [models/a/model.pkl]
          metrics: [late.json]
      metrics: [models/a/metrics.json]
      """,
      "dvc.lock": """
      schema: '2.0'
      stages:
        train:
          cmd: python train.py
          deps: [\(DVCObject("data\(number)").entry("data.csv"))]
          outs:
          - \(late.entry("late.json"))
          - \(DVCObject("model\(number)").entry("models/a/model.pkl"))
      """,
      "models/a/metrics.json": "{\"auc\": 0.\(80 + number), \"loss\": {\"val\": \(number)}}\n",
      "models/a/README.md":
        "---\nlicense: mit\n---\n# Card \(number)\n\n![p](p.gif) [gone](nowhere.md) <script>x</script>\n",
      "models/a/p.gif": image(16),
      "README.md": "# The repository\n\n[gone](nowhere.md)\n",
    ]
  }

  /// An image of 16 or so pixels a side, as far as its header goes.
  static func image(_ width: Int) -> String {
    "GIF89a\(Character(Unicode.Scalar(UInt8(width))))\u{0}\u{10}\u{0}\u{0}\u{0}\u{0};"
  }

  /// Builds the site; `name` is its folder's.
  @discardableResult
  func build(
    _ name: String, _ more: [String], _ environment: [String: String?] = [:]
  ) async throws -> ToolResult {
    try await runTool(
      [
        Vitrine.binary, "build", "\(folder)/repos", "-o", "\(folder)/\(name)", "-c",
        "\(folder)/vitrine.yaml", "--fail-on", "never",
      ] + more, environment: environment)
  }
}
