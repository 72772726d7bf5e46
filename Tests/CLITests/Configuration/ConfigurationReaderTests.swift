import Registry
import Site
import Storage
import Testing

@testable import CLI

/// What the keys of `vitrine.yaml` decide; mistakes are in the tests through the program.
struct ConfigurationReaderTests {
  private func read(_ text: String) throws -> Configuration {
    try ConfigurationReader(file: "vitrine.yaml", bytes: Array(text.utf8)).read()
  }

  @Test(arguments: ["", "# nothing\n", "~\n", "{}\n", "limits: {}\nstorage: {}\nrecords: []\n"])
  func decidesNothingWhereNothingIsSaid(_ text: String) throws {
    let configuration = try read(text)
    #expect(configuration.settings.metrics.isEmpty)
    #expect(configuration.records.limits == RecordLimits())
    #expect(configuration.records.candidates.isEmpty)
    #expect(configuration.records.releaseTags == nil)
    #expect(configuration.records.storage.commands.isEmpty)
    #expect(!configuration.records.storage.isOffline)
  }

  @Test func takesPathsRelativeToTheFile() throws {
    let reader = ConfigurationReader(
      file: "conf/v.yaml", bytes: Array("repositories: [a, {path: /b}]\ntemplates: t\n".utf8))
    let configuration = try reader.read()
    #expect(configuration.repositories.map(\.path) == ["conf/a", "/b"])
    #expect(configuration.templates == "conf/t")
  }

  @Test func keepsMetricsInTheFilesOrder() throws {
    let metrics = try read(
      """
      metrics:
        auc: {better: higher, format: percent, title: Area under the curve, primary: true}
        "*loss": {better: lower}
        latency_?: {unit: ms, better: none, format: number}
        step: {hide: true}
      """
    ).settings.metrics
    #expect(metrics.map(\.pattern) == ["auc", "*loss", "latency_?", "step"])
    #expect(metrics.map(\.better) == [.higher, .lower, MetricSettings.Direction.none, nil])
    #expect(metrics.map(\.format) == [.percent, nil, .number, nil])
    #expect(metrics.map(\.title) == ["Area under the curve", nil, nil, nil])
    #expect(metrics.map(\.unit) == [nil, nil, "ms", nil])
    #expect(metrics.map(\.isPrimary) == [true, false, false, false])
    #expect(metrics.map(\.isHidden) == [false, false, false, true])
  }

  @Test func takesComparisons() throws {
    let text = """
      compare:
        pairs: 5
        leaderboards:
          - {metric: test.auc}
          - {metric: f1, file: eval/metrics.json, title: F1 on the test set}
      """
    let comparison = try read(text).settings.comparison
    #expect(comparison.pairLimit == 5)
    #expect(comparison.leaderboards.map(\.metric) == ["test.auc", "f1"])
    #expect(comparison.leaderboards.map(\.file) == [nil, "eval/metrics.json"])
    #expect(comparison.leaderboards.map(\.title) == [nil, "F1 on the test set"])
    #expect(throws: ConfigurationError.self) {
      try read("compare: {leaderboards: [{file: metrics.json}]}")
    }
  }

  @Test(
    arguments: [
      ("[eval/*.json, ./scores.yaml]", ["eval/*.json", "scores.yaml"], []),
      ("{metrics: [a.json], params: ['conf/*/p?.toml']}", ["a.json"], ["conf/*/p?.toml"]),
      ("{params: [x/../params.json]}", [], ["params.json"]),
    ] as [(String, [String], [String])])
  func takesRecordFiles(_ text: String, _ metrics: [String], _ params: [String]) throws {
    let records = try read("records: \(text)").records
    #expect(records.metricsFiles == metrics)
    #expect(records.paramsFiles == params)
  }

  @Test func takesPatternsOfPlots() throws {
    #expect(try read("records: {plots: ['runs/*.csv']}").records.plotFiles == ["runs/*.csv"])
  }

  @Test(arguments: [
    ("v*", ReleaseTags(pattern: "v*")), ("'release-?.*'", ReleaseTags(pattern: "release-?.*")),
    ("{pattern: v*, model: churn}", ReleaseTags(pattern: "v*", model: "churn")),
    ("{model: 'dir.x:m', pattern: '*'}", ReleaseTags(pattern: "*", model: "dir.x:m")),
  ])
  func takesReleaseTags(_ text: String, _ expected: ReleaseTags) throws {
    let tags = try read("versions: \(text)").records.releaseTags
    #expect(tags == expected)
  }

  @Test(arguments: [
    ("true", [true, true, true], 20), ("false", [false, false, false], 20),
    ("[]", [false, false, false], 20), ("[commits, branches]", [true, false, true], 20),
    ("{experiments: true, branches: false, limit: 7}", [false, true, false], 7),
  ])
  func takesCandidates(_ text: String, _ kinds: [Bool], _ limit: Int) throws {
    let candidates = try read("candidates: \(text)").records.candidates
    #expect([candidates.branches, candidates.experiments, candidates.commits] == kinds)
    #expect(candidates.limit == limit)
  }

  @Test func takesStorageCommandsByScheme() throws {
    let commands = try read(
      """
      storage:
        s3: aws s3 cp {url} -
        GS: "'/opt/my tools/gs' cat --address={url}"
        https: sh -c 'curl -sf "$1" | gunzip' fetch {url}
      """
    ).records.storage.commands
    #expect(
      commands == [
        "s3": ["aws", "s3", "cp", "{url}", "-"],
        "gs": ["/opt/my tools/gs", "cat", "--address={url}"],
        "https": ["sh", "-c", "curl -sf \"$1\" | gunzip", "fetch", "{url}"],
      ])
  }

  @Test(arguments: [
    ("1", 1), ("4096", 4096), ("'4096'", 4096), ("512B", 512), ("2kB", 2_000), ("3MB", 3_000_000),
    ("1GB", 1_000_000_000), ("4KiB", 4096), ("16 MiB", 16 << 20), ("1GiB", 1 << 30),
  ])
  func takesSizes(_ text: String, _ bytes: Int) throws {
    let records = try read("limits: {file_size: \(text)}").records
    #expect(records.limits.fileSize == bytes)
    #expect(records.storage.sizeLimit == bytes)
  }

  @Test func takesCounts() throws {
    let limits = try read("limits: {values_per_file: 10, files_per_commit: 100000}").records.limits
    #expect(limits.valuesPerFile == 10)
    #expect(limits.filesPerCommit == 100_000)
    let plots = try read("limits: {plots_per_version: 3, images_per_version: 4}").records.limits
    #expect(plots.plotsPerVersion == 3 && plots.imagesPerVersion == 4)
    #expect(limits.fileSize == RecordLimits().fileSize)
  }

  @Test func tellsTheLineOfAMistake() throws {
    let text = "title: A\nlimits:\n  file_size: 0\n"
    let error = #expect(throws: ConfigurationError.self) { _ = try read(text) }
    #expect(
      error?.description == """
        0 is out of range [F004]
         --> vitrine.yaml:3:14
          |
        3 |   file_size: 0
          |              ^
          = note: nothing was built
          = help: from 1 to 1073741824
        """)
  }
}
