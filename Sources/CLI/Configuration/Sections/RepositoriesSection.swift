import Formats
import GitStore
import Registry

/// `repositories`: paths or addresses, or mappings of `path` or `url`, `id`, `web` and `token_env`.
extension ConfigurationReader {
  /// What a mapping says before it is known to have a path or an address.
  private struct Description {
    var path: String?
    var address: GitAddress?
    var tokenVariable: String?
    var id: String?
    var web: String?
  }

  private static let repositoryKeys: [ConfigurationKey<Description>] = [
    ConfigurationKey("id", \.id, Self.text),
    ConfigurationKey("path", \.path, Self.folder),
    ConfigurationKey("token_env", \.tokenVariable, Self.variable),
    ConfigurationKey("url", \.address, Self.gitAddress),
    ConfigurationKey("web", \.web, Self.webAddress),
  ]

  func repositories(_ node: YAMLNode) throws(ConfigurationError) -> [RepositorySource] {
    try list(node, repository)
  }

  private func repository(_ node: YAMLNode) throws(ConfigurationError) -> RepositorySource {
    if let word = node.string {
      guard GitAddress.isMeant(by: word) else { return RepositorySource(path: try folder(node)) }
      return RepositorySource(remote: RemoteRepository(try gitAddress(node)))
    }
    var description = Description()
    try fill(&description, from: node, Self.repositoryKeys)
    let (id, web) = (description.id, description.web)
    switch (description.path, description.address) {
    case (let path?, nil):
      guard description.tokenVariable == nil else {
        throw failure(node, "token_env is for repositories with a url")
      }
      return RepositorySource(path: path, id: id, webURL: web)
    case (nil, let address?):
      let remote = RemoteRepository(address, tokenVariable: description.tokenVariable)
      return RepositorySource(remote: remote, id: id, webURL: web)
    case (nil, nil): throw failure(node, "a repository needs a path or a url")
    case (_?, _?): throw failure(node, "a repository has a path or a url, not both")
    }
  }

  private func gitAddress(_ node: YAMLNode) throws(ConfigurationError) -> GitAddress {
    let word = try text(node)
    do throws(GitAddress.Refusal) {
      return try GitAddress(word)
    } catch {
      throw failure(
        node, "this address is refused: \(error)", code: "G004",
        help: "such as https://host/team/models.git or git@host:team/models.git")
    }
  }

  /// The name of an environment variable, which Git's helper hands to a shell.
  private func variable(_ node: YAMLNode) throws(ConfigurationError) -> String {
    let name = try text(node)
    let isName = name.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "_") || (48...57).contains(byte) || (65...90).contains(byte)
        || (97...122).contains(byte)
    }
    guard isName, let first = name.utf8.first, !(48...57).contains(first) else {
      throw failure(
        node, "expected the name of an environment variable",
        help: "the token itself never stands in this file")
    }
    guard Console.variable(name) != nil else {
      throw failure(
        node, "the environment variable \(name) is not set", code: "F016",
        help: "export it, or leave token_env out where Git's own credentials do")
    }
    return name
  }
}
