import Formats
import GitStore
import Registry
import Site

/// `rules`: what a team demands of its models.
extension ConfigurationReader {
  private static let ruleKeys: [ConfigurationKey<Configuration>] = [
    ConfigurationKey("metrics", \.rules.metrics, Self.metricDemands),
    ConfigurationKey("card", \.rules.card, Self.cardDemand),
    ConfigurationKey("license", \.rules.licenses, Self.licenses),
    ConfigurationKey("stages", \.rules.stages, Self.demandedStages),
    ConfigurationKey("promotion", \.rules.promotion, Self.stageNames),
    ConfigurationKey("signed_tags", \.records.signing, Self.signing),
    ConfigurationKey("severity", Self.severities),
  ]

  private static let demandKeys: [ConfigurationKey<RuleSettings.MetricDemand>] = [
    ConfigurationKey("tolerance", \.tolerance, Self.ruleNumber),
    ConfigurationKey("at_least", \.atLeast, Self.ruleNumber),
    ConfigurationKey("at_most", \.atMost, Self.ruleNumber),
  ]

  private static let cardKeys: [ConfigurationKey<RuleSettings.CardDemand>] = [
    ConfigurationKey("sections", \.sections, Self.texts),
    ConfigurationKey("complete", \.isComplete, Self.flag),
  ]

  private static let signingKeys: [ConfigurationKey<SigningSettings>] = [
    ConfigurationKey("stages", \.stages, Self.demandedStages),
    ConfigurationKey("versions", \.versions, Self.flag),
    ConfigurationKey("allowed_signers", \.allowedSigners, Self.existingPath),
    ConfigurationKey("keyring", \.keyring, Self.existingPath),
  ]

  /// The codes whose weight a team may choose.
  private static let weighable = Set((1...11).map { $0 < 10 ? "R00\($0)" : "R0\($0)" } + ["T015"])

  func rules(
    _ node: YAMLNode, _ configuration: inout Configuration
  ) throws(ConfigurationError) {
    try fill(&configuration, from: node, Self.ruleKeys)
    configuration.records.signing?.severities = configuration.rules.severities
  }

  private func metricDemands(
    _ node: YAMLNode
  ) throws(ConfigurationError) -> [RuleSettings.MetricDemand] {
    var demands: [RuleSettings.MetricDemand] = []
    for entry in try entries(of: node) {
      var demand = RuleSettings.MetricDemand(pattern: entry.key)
      try fill(&demand, from: entry.value, Self.demandKeys)
      try require(
        entry.value, demand.tolerance != nil || demand.atLeast != nil || demand.atMost != nil,
        "a rule for a metric needs tolerance, at_least or at_most")
      demands.append(demand)
    }
    return demands
  }

  private func ruleNumber(_ node: YAMLNode) throws(ConfigurationError) -> RuleNumber? {
    let digits: String? =
      switch node.scalar {
      case .integer(let text), .float(let text): text
      case .null, .bool, .string, nil: nil
      }
    guard let number = digits.flatMap(RuleNumber.init) else {
      throw failure(node, "expected a number, found \(node.kind)")
    }
    return number
  }

  private func cardDemand(_ node: YAMLNode) throws(ConfigurationError) -> RuleSettings.CardDemand? {
    if case .bool(let isDemanded) = node.scalar { return isDemanded ? .init() : nil }
    var demand = RuleSettings.CardDemand()
    try fill(&demand, from: node, Self.cardKeys)
    return demand
  }

  private func licenses(_ node: YAMLNode) throws(ConfigurationError) -> [String]? {
    if case .bool(let isDemanded) = node.scalar { return isDemanded ? [] : nil }
    return try texts(node)
  }

  private func texts(_ node: YAMLNode) throws(ConfigurationError) -> [String] {
    try list(node, text)
  }

  private func stageNames(_ node: YAMLNode) throws(ConfigurationError) -> [String] {
    try list(node) { item throws(ConfigurationError) in
      let name = try text(item)
      try require(item, ArtifactName.isStage(name), "“\(name)” is no stage name")
      return name
    }
  }

  private func demandedStages(_ node: YAMLNode) throws(ConfigurationError) -> [String]? {
    try stageNames(node)
  }

  private func signing(_ node: YAMLNode) throws(ConfigurationError) -> SigningSettings? {
    if case .bool(let isDemanded) = node.scalar { return isDemanded ? SigningSettings() : nil }
    var settings = SigningSettings()
    try fill(&settings, from: node, Self.signingKeys)
    return settings
  }

  /// An absolute path, since git runs elsewhere.
  private func existingPath(_ node: YAMLNode) throws(ConfigurationError) -> String? {
    let written = try folder(node)
    guard let path = FileStatus.realPath(written) else {
      throw failure(node, "“\(written)” does not exist")
    }
    return path
  }

  private func severities(
    _ node: YAMLNode, _ configuration: inout Configuration
  ) throws(ConfigurationError) {
    for entry in try entries(of: node) {
      guard Self.weighable.contains(entry.key) else {
        throw failure(
          "F004", entry.line, entry.column, "“\(entry.key)” is no code of a rule",
          help: "R001 to R011, or T015; vitrine explain lists them")
      }
      let word = try text(entry.value)
      guard let severity = Diagnostic.Severity(rawValue: word) else {
        throw failure(entry.value, "unknown value “\(word)”", help: "one of note, warning, error")
      }
      configuration.rules.severities[entry.key] = severity
    }
  }
}
