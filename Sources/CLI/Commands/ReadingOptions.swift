import ArgumentParser
import GitStore
import Registry
import Site
import Storage

/// Options of the commands that read what a site would show.
struct ReadingOptions: ParsableArguments {
  @Argument(
    help:
      "Git repositories by path or address, or folders whose children are; else those in the configuration, else this one."
  )
  var repositories: [String] = []
  @Option(
    name: .customLong("from"), parsing: .upToNextOption,
    help: "Files that vitrine collect has written, besides or in place of repositories.")
  var collected: [String] = []
  @OptionGroup var options: ConfigurationOptions

  /// The configuration with the options laid over it.
  func configuration() throws -> Configuration {
    var configuration = try options.configuration()
    if !repositories.isEmpty {
      configuration.repositories = try repositories.flatMap { try RepositorySource.meant(by: $0) }
    } else if !collected.isEmpty {
      configuration.repositories = []
    } else if configuration.repositories.isEmpty {
      configuration.repositories = [RepositorySource(path: ".")]
    }
    return configuration
  }
}

/// Options of every command that reads repositories by a configuration.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    name: .shortAndLong, help: "The configuration file (default: vitrine.yaml, if there is one).")
  var config: String?
  @Flag(help: "Never leave this machine: neither remotes nor storage commands are asked.")
  var offline = false

  /// Reads the configuration.
  func configuration() throws -> Configuration {
    var configuration = try read()
    configuration.records.storage.isOffline = offline
    configuration.records.storage.configurationFolders = DVCFolders.configuration(Console.variable)
    return configuration
  }

  private func read() throws -> Configuration {
    let file = config ?? Configuration.fileName
    guard let bytes = FileStatus.contents(of: file) else {
      if config == nil { return Configuration() }
      throw CommandFailure(
        status: CommandFailure.refusedData,
        "the configuration \(TerminalText.safe(file)) cannot be read [F001]; "
          + "vitrine init writes one")
    }
    return try ConfigurationReader(file: file, bytes: bytes).read()
  }
}
