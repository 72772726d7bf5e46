import Formats
import Registry
import Site

/// `stages`: names, or mappings of `name`, `title`, `style` and `production`.
extension ConfigurationReader {
  private static let stageKeys: [ConfigurationKey<StageSettings>] = [
    ConfigurationKey("name", \.name, Self.stageName),
    ConfigurationKey("title", \.title, Self.text),
    ConfigurationKey("style", \.style, Self.stageStyle),
    ConfigurationKey("production", \.isProduction, Self.flag),
  ]

  private static let stageStyles = ["prod", "staging", "dev", "other", "archived"]

  func stages(_ node: YAMLNode) throws(ConfigurationError) -> [StageSettings] {
    try list(node, stage)
  }

  private func stage(_ node: YAMLNode) throws(ConfigurationError) -> StageSettings {
    if node.string != nil { return StageSettings(name: try stageName(node)) }
    var stage = StageSettings(name: "")
    try fill(&stage, from: node, Self.stageKeys)
    try require(node, !stage.name.isEmpty, "a stage needs a name")
    return stage
  }

  private func stageName(_ node: YAMLNode) throws(ConfigurationError) -> String {
    let name = try text(node)
    try require(
      node, ArtifactName.isStage(name),
      "“\(name)” is no stage name: letters, digits, - _ / only, a letter or digit at both ends")
    return name
  }

  private func stageStyle(_ node: YAMLNode) throws(ConfigurationError) -> String {
    let style = try text(node)
    guard Self.stageStyles.contains(style) else {
      throw failure(
        node, "unknown style “\(style)”", help: "one of \(Self.stageStyles.joined(separator: ", "))"
      )
    }
    return style
  }
}
