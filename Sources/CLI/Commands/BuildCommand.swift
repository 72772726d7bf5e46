import ArgumentParser
import GitStore
import Registry
import Site
import Storage

/// The main job: read, resolve, render, publish.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Build the site of one or many repositories.")

  @Argument(
    help:
      "Git repositories, or folders whose children are; else those in the configuration, else this one."
  )
  var repositories: [String] = []
  @Option(name: .shortAndLong, help: "The folder to publish the site in.")
  var output: String
  @Option(
    name: .shortAndLong, help: "The configuration file (default: vitrine.yaml, if there is one).")
  var config: String?
  @Option(help: "The address under which the site will be published.")
  var baseURL: String?
  @Flag(help: "Publish nothing where there is any error or warning.")
  var strict = false
  @Flag(help: "Never leave this machine: neither remotes nor storage commands are asked.")
  var offline = false
  @Option(help: "End with status 1 on error, warning or never.")
  var failOn = FailOn.error
  @OptionGroup var options: BuildOptions

  func run() async throws {
    let console = options.console
    let request: SiteBuildRequest
    do {
      request = try self.request()
    } catch let error as ConfigurationError {
      console.complain(error.description)
      throw ExitCode(CommandFailure.refusedData)
    } catch let failure as CommandFailure {
      console.complain(failure.description)
      throw ExitCode(failure.status)
    }
    let runner = BuildRunner(console: console, progress: options.progress, failOn: failOn)
    let result = try await runner.run(request)
    if let status = runner.status(result) { throw status }
  }

  private func request() throws -> SiteBuildRequest {
    var configuration = try readConfiguration()
    if !repositories.isEmpty {
      configuration.repositories = repositories.flatMap { RepositorySource.found(at: $0) }
    } else if configuration.repositories.isEmpty {
      configuration.repositories = [RepositorySource(path: ".")]
    }
    if let baseURL {
      guard baseURL.hasPrefix("https://") || baseURL.hasPrefix("http://") else {
        throw CommandFailure(
          status: CommandFailure.refusedData,
          "--base-url takes an address that begins with https:// or http:// [F006]")
      }
      configuration.settings.baseURL = baseURL.hasSuffix("/") ? baseURL : baseURL + "/"
    }
    configuration.records.storage.isOffline = offline
    configuration.records.storage.configurationFolders = DVCFolders.configuration(Console.variable)
    return SiteBuildRequest(
      configuration: configuration, output: output, jobs: options.jobCount, isStrict: strict)
  }

  private func readConfiguration() throws -> Configuration {
    let file = config ?? Configuration.fileName
    guard let bytes = FileStatus.contents(of: file) else {
      if config == nil { return Configuration() }
      throw CommandFailure(
        status: CommandFailure.refusedData, "the configuration \(file) cannot be read [F001]")
    }
    return try ConfigurationReader(file: file, bytes: bytes).read()
  }
}
