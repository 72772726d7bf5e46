import Registry
import Site
import Theme

/// What `vitrine.yaml` decides (`cli.md`, configuration).
struct Configuration: Sendable {
  var settings = SiteSettings()
  var repositories: [RepositorySource] = []

  /// How the files at a version's commit are read.
  var records = RecordSettings()

  /// Folders whose files replace the built-in ones of the same name.
  var templates: String?
  var assets: String?

  /// The name that is looked for where none is given.
  static let fileName = "vitrine.yaml"
}
