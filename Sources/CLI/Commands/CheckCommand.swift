import ArgumentParser

/// Reads and judges as `build` does, and writes nothing: the gate of a pull request.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tell what a build would complain of, and which rules are broken.",
    discussion: "Rules stand under `rules` in the configuration. Nothing is written.")

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var diagnostics: DiagnosticOptions
  @OptionGroup var options: BuildOptions

  func run() async throws {
    let console = options.console
    let configuration = try diagnostics.output.refusing(on: console) { try reading.configuration() }
    let request = SiteBuildRequest(
      configuration: configuration, output: nil, jobs: options.jobCount,
      collected: reading.collected)
    let runner = BuildRunner(
      console: console, progress: options.progress, diagnostics: diagnostics.output)
    let result = try await runner.run(request)
    if let status = runner.status(result) { throw status }
  }
}
