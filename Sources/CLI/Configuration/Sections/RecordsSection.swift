import Formats
import Records
import Registry

/// `records`: patterns of further files, for repositories that declare none in `dvc.yaml`.
extension ConfigurationReader {
  private static let recordKeys: [ConfigurationKey<RecordSettings>] = [
    ConfigurationKey("metrics", \.metricsFiles, Self.filePatterns),
    ConfigurationKey("params", \.paramsFiles, Self.filePatterns),
    ConfigurationKey("plots", \.plotFiles, Self.filePatterns),
  ]

  /// A plain list means metrics.
  func records(
    _ node: YAMLNode, _ configuration: inout Configuration
  ) throws(ConfigurationError) {
    if node.items != nil {
      configuration.records.metricsFiles = try filePatterns(node)
    } else if node.entries != nil {
      try fill(&configuration.records, from: node, Self.recordKeys)
    } else {
      throw failure(node, "expected a list or a mapping, found \(node.kind)")
    }
  }

  private func filePatterns(_ node: YAMLNode) throws(ConfigurationError) -> [String] {
    try list(node, filePattern)
  }

  private func filePattern(_ node: YAMLNode) throws(ConfigurationError) -> String {
    try filePattern(node, below: "the repository's root")
  }

  /// A pattern of paths that stay below a folder, which a message calls `folder`.
  func filePattern(
    _ node: YAMLNode, below folder: String
  ) throws(ConfigurationError) -> String {
    let written = try text(node)
    if let mark = written.first(where: { "[]{}\\".contains($0) }) {
      throw failure(
        node, "“\(mark)” means nothing in a pattern", code: "F007",
        help: "patterns know * and ?; a ? also stands for that very character")
    }
    switch RepositoryPath(written, in: "") {
    case .inside(let pattern) where !pattern.isEmpty: return pattern
    case .inside: throw failure(node, "the pattern “\(written)” names no file", code: "F007")
    case .external:
      throw failure(
        node, "“\(written)” is not in the repository", code: "F007",
        help: "patterns are relative to \(folder)")
    case .refused:
      throw failure(
        node, "the pattern “\(written)” leaves the repository", code: "F007",
        help: "patterns are relative to \(folder)")
    }
  }
}
