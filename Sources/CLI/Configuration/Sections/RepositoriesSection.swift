import Formats
import Registry

/// `repositories`: paths, or mappings of `path`, `id` and `web`.
extension ConfigurationReader {
  /// What a mapping says before it is known to have a path.
  private struct Description {
    var path: String?
    var id: String?
    var web: String?
  }

  private static let repositoryKeys: [ConfigurationKey<Description>] = [
    ConfigurationKey("id", \.id, Self.text),
    ConfigurationKey("path", \.path, Self.folder),
    ConfigurationKey("web", \.web, Self.webAddress),
  ]

  func repositories(_ node: YAMLNode) throws(ConfigurationError) -> [RepositorySource] {
    try list(node, repository)
  }

  private func repository(_ node: YAMLNode) throws(ConfigurationError) -> RepositorySource {
    if node.string != nil { return RepositorySource(path: try folder(node)) }
    var description = Description()
    try fill(&description, from: node, Self.repositoryKeys)
    guard let path = description.path else { throw failure(node, "a repository needs a path") }
    return RepositorySource(path: path, id: description.id, webURL: description.web)
  }
}
