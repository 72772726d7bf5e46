import ArgumentParser
import Publishing
import Site

/// The main job: read, resolve, render, publish.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Build the site of one or many repositories.")

  @OptionGroup var reading: ReadingOptions
  @Option(name: .shortAndLong, help: "The folder to publish the site in.")
  var output: String
  @Option(help: "The address under which the site will be published.")
  var baseURL: String?
  @Option(help: "How the folder is replaced: exchange, switch or in-place.")
  var publish: PublishMode?
  @Flag(help: "Publish nothing where there is any error or warning.")
  var strict = false
  @OptionGroup var cache: CacheOptions
  @OptionGroup var diagnostics: DiagnosticOptions
  @OptionGroup var options: BuildOptions

  func run() async throws {
    let console = options.console
    let request = try diagnostics.output.refusing(on: console) { try self.request() }
    let runner = BuildRunner(
      console: console, progress: options.progress, diagnostics: diagnostics.output)
    let result = try await runner.run(request)
    if let status = runner.status(result) { throw status }
  }

  private func request() throws -> SiteBuildRequest {
    var configuration = try reading.configuration()
    if let baseURL {
      guard baseURL.hasPrefix("https://") || baseURL.hasPrefix("http://") else {
        throw CommandFailure(
          status: CommandFailure.refusedData,
          "--base-url takes an address that begins with https:// or http:// [F006]")
      }
      configuration.settings.baseURL = baseURL.hasSuffix("/") ? baseURL : baseURL + "/"
    }
    configuration.publish = publish ?? configuration.publish
    return SiteBuildRequest(
      configuration: configuration, output: output, jobs: options.jobCount, isStrict: strict,
      collected: reading.collected, cache: cache.folder)
  }
}

extension PublishMode: ExpressibleByArgument {}
