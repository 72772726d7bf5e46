import Formats
import Registry

/// `candidates`: `true` for all, a list of the kinds, or a mapping with a limit.
extension ConfigurationReader {
  private enum CandidateKind: String, CaseIterable { case branches, experiments, commits }

  private static let candidateKeys: [ConfigurationKey<CandidateSettings>] = [
    ConfigurationKey("branches", \.branches, Self.flag),
    ConfigurationKey("experiments", \.experiments, Self.flag),
    ConfigurationKey("commits", \.commits, Self.flag),
    ConfigurationKey("limit", \.limit, Self.candidateLimit),
  ]

  func candidates(_ node: YAMLNode) throws(ConfigurationError) -> CandidateSettings {
    if case .bool(let areWanted) = node.scalar {
      return Self.candidates(of: areWanted ? CandidateKind.allCases : [])
    }
    if node.items != nil { return Self.candidates(of: try list(node, choice)) }
    guard node.entries != nil else {
      throw failure(
        node, "expected true, a list or a mapping; found \(node.kind)",
        help: "a list of \(CandidateKind.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    var settings = CandidateSettings()
    try fill(&settings, from: node, Self.candidateKeys)
    return settings
  }

  private static func candidates(of kinds: [CandidateKind]) -> CandidateSettings {
    var settings = CandidateSettings()
    settings.branches = kinds.contains(.branches)
    settings.experiments = kinds.contains(.experiments)
    settings.commits = kinds.contains(.commits)
    return settings
  }

  private func candidateLimit(_ node: YAMLNode) throws(ConfigurationError) -> Int {
    try count(node, in: 1...1_000)
  }
}
