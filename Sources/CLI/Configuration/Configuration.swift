import GitStore
import Publishing
import Registry
import Site
import Theme

/// What `vitrine.yaml` decides (`cli.md`, configuration).
struct Configuration: Sendable {
  var settings = SiteSettings()
  var repositories: [RepositorySource] = []

  /// How the files at a version's commit are read.
  var records = RecordSettings()

  /// How many seconds Git may take, or stay silent.
  var gitSeconds = GitCommand.patience

  /// What a team demands of its models.
  var rules = RuleSettings()

  /// How the folder of the site is replaced.
  var publish = PublishMode.exchange

  /// What is told of the file itself.
  var findings: [Diagnostic] = []

  /// Folders whose files replace the built-in ones of the same name.
  var templates: String?
  var assets: String?

  /// The name that is looked for where none is given.
  static let fileName = "vitrine.yaml"

  /// The configuration in a file; without a name, that of the current folder, which may have none.
  static func read(_ name: String?) throws -> Configuration {
    let file = name ?? fileName
    guard let bytes = FileStatus.contents(of: file) else {
      if name == nil { return Configuration() }
      throw CommandFailure(
        status: CommandFailure.refusedData, "the configuration \(file) cannot be read [F001]")
    }
    return try ConfigurationReader(file: file, bytes: bytes).read()
  }
}
