import Formats
import Markdown
import Registry

/// `cards`: where models' cards are looked for and how they are shown; a plain list means paths.
extension ConfigurationReader {
  private static let cardKeys: [ConfigurationKey<CardSettings>] = [
    ConfigurationKey("paths", \.paths, Self.cardPaths),
    ConfigurationKey("html", \.markdown.html, Self.choice),
    ConfigurationKey("remote_images", \.markdown.remoteImages, Self.choice),
  ]

  func cards(
    _ node: YAMLNode, _ configuration: inout Configuration
  ) throws(ConfigurationError) {
    if node.items != nil {
      configuration.records.cards.paths = try cardPaths(node)
    } else if node.entries != nil {
      try fill(&configuration.records.cards, from: node, Self.cardKeys)
    } else {
      throw failure(node, "expected a list or a mapping, found \(node.kind)")
    }
  }

  private func cardPaths(_ node: YAMLNode) throws(ConfigurationError) -> [String] {
    try list(node) { path throws(ConfigurationError) in
      let name = try filePattern(path, below: "each folder in which a card may lie")
      guard !name.contains(where: { "*?[".contains($0) }) else {
        throw failure(
          path, "“\(name)” is a pattern", help: "name each file that a card may be, in order")
      }
      return name
    }
  }
}
