import ArgumentParser
import Demo
import GitStore
import Registry
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
    let file = "\(folder)/repositories/\(Demo.configurationName)"
    var configuration = try ConfigurationReader(
      file: file, bytes: FileStatus.contents(of: file) ?? []
    ).read()
    configuration.repositories = paths.map { RepositorySource(path: $0) }
    // The demonstration's remotes do not exist.
    configuration.records.storage.isOffline = true
    let request = SiteBuildRequest(
      configuration: configuration, output: "\(folder)/site", jobs: options.jobCount)
    // The demonstration shows problems on purpose, so none of them makes it fail.
    let runner = BuildRunner(
      console: console, progress: options.progress,
      diagnostics: DiagnosticOutput(format: .text, failOn: .never))
    let result = try await runner.run(request)
    Console.line("Open \(result.folder)/index.html")
  }
}
