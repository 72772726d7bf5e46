import Formats
import Registry

/// `versions`: plain release tags, as a pattern or a mapping of `pattern` and `model`.
extension ConfigurationReader {
  private static let releaseTagKeys: [ConfigurationKey<ReleaseTags>] = [
    ConfigurationKey("pattern", \.pattern, Self.tagPattern),
    ConfigurationKey("model", \.model, Self.modelName),
  ]

  func releaseTags(_ node: YAMLNode) throws(ConfigurationError) -> ReleaseTags {
    if node.string != nil { return ReleaseTags(pattern: try tagPattern(node)) }
    guard node.entries != nil else {
      throw failure(node, "expected a pattern such as v*, or a mapping; found \(node.kind)")
    }
    var tags = ReleaseTags(pattern: "")
    try fill(&tags, from: node, Self.releaseTagKeys)
    try require(node, !tags.pattern.isEmpty, "versions need a pattern, such as v*")
    return tags
  }

  /// What Git allows in no tag's name would make a pattern that fits nothing.
  private func tagPattern(_ node: YAMLNode) throws(ConfigurationError) -> String {
    let pattern = try text(node)
    guard !pattern.isEmpty else { throw failure(node, "the pattern is empty", code: "F007") }
    let stranger = pattern.unicodeScalars.first {
      $0.value <= 32 || $0.value == 127 || "~^:[\\".unicodeScalars.contains($0)
    }
    if let stranger {
      throw failure(
        node, "no tag's name has “\(stranger)” in it", code: "F007", help: "patterns know * and ?")
    }
    return pattern
  }

  private func modelName(_ node: YAMLNode) throws(ConfigurationError) -> String {
    let name = try text(node)
    try require(
      node, ArtifactName.isFullName(name),
      "“\(name)” is no model name: letters, digits, - _ / only, a letter or digit at both ends")
    return name
  }
}
