import ArgumentParser
import Demo
import Registry
import Site
import Storage

/// Writes small repositories that look like a team's, and builds their site.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Write demonstration repositories and build their site.",
    discussion: "The repositories lie in DIR/repositories, the site in DIR/site.")

  @Argument(help: "The folder to write to.") var folder = "vitrine-demo"
  @OptionGroup var options: BuildOptions

  func run() async throws {
    let console = options.console
    let paths: [String]
    do throws(DemoError) {
      paths = try await Demo.write(to: "\(folder)/repositories")
    } catch {
      let failure = CommandFailure(error)
      console.complain(TerminalText.safe(failure.description))
      throw ExitCode(failure.status)
    }
    var configuration = Configuration()
    configuration.settings.title = "Northlight model registry"
    configuration.settings.metrics = Self.metrics
    configuration.records = Self.records
    configuration.repositories = paths.map { RepositorySource(path: $0) }
    let request = SiteBuildRequest(
      configuration: configuration, output: "\(folder)/site", jobs: options.jobCount)
    // The demonstration shows problems on purpose, so none of them makes it fail.
    let runner = BuildRunner(console: console, progress: options.progress, failOn: .never)
    let result = try await runner.run(request)
    Console.line("Open \(result.folder)/index.html")
  }

  /// What the team says of its metrics.
  private static var metrics: [MetricSettings] {
    var auc = MetricSettings(pattern: "test.auc")
    auc.isPrimary = true
    var error = MetricSettings(pattern: "mape.*")
    error.better = .lower
    error.unit = "%"
    error.isPrimary = true
    var matches = MetricSettings(pattern: "exact_match")
    matches.better = .higher
    matches.isPrimary = true
    var latency = MetricSettings(pattern: "latency_ms*")
    latency.better = .lower
    latency.unit = "ms"
    return [auc, error, matches, latency]
  }

  /// One of the repositories does without DVC, and the remotes of the others do not exist.
  private static var records: RecordSettings {
    var records = RecordSettings()
    records.metricsFiles = ["*/metrics.json"]
    records.paramsFiles = ["*/params.yaml"]
    records.candidates.commits = true
    records.storage.isOffline = true
    return records
  }
}
