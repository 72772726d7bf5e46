import GitStore
package import Cards
package import Registry

/// What the configuration and the registry say against each other.
package struct SiteFindings: Sendable {
  let registry: Registry
  let settings: SiteSettings

  /// Takes what is compared.
  package init(registry: Registry, settings: SiteSettings) {
    self.registry = registry
    self.settings = settings
  }

  /// What is told of the stages that a configuration names.
  ///
  /// - Parameter file: The name of the configuration's file.
  package func ofConfiguration(file: String) -> [Diagnostic] { stages(file: file) }

  /// What breaks a team's rules.
  ///
  /// - Parameter spool: Where the texts of cards lie.
  /// - Throws: What is wrong with the spool.
  package func ofRules(
    _ rules: RuleSettings, spool: Spool
  ) throws(SpoolError) -> [Diagnostic] {
    let production = Set(
      SiteStage.all(in: registry, settings: settings).filter(\.isProduction).map(\.name))
    let metrics = MetricRules(
      rules.metrics, production: production, settings: MetricSettings.rules(settings.metrics))
    let cards = CardRules(rules, spool: spool)
    let stages = StageRules(rules)
    var found: [Diagnostic] = []
    for repository in registry.repositories {
      for artifact in repository.artifacts where artifact.status == .active {
        let judged = JudgedModel(repository: repository.id, artifact: artifact)
        found += metrics.diagnostics(of: judged)
        found += try cards.diagnostics(of: judged)
        found += stages.diagnostics(of: judged)
      }
    }
    return found.map { $0.weighing(rules.severities[$0.code] ?? .error) }
  }

  /// Stages of the configuration that nobody uses, and the other way round (`bad-input.md`, F008).
  private func stages(file: String) -> [Diagnostic] {
    guard !settings.stages.isEmpty else { return [] }
    let configured = settings.stages.map(\.name)
    var used: Set<String> = []
    var strangers: [Diagnostic] = []
    for repository in registry.repositories {
      let stages = Set(repository.artifacts.lazy.flatMap(\.events).compactMap(\.stage))
      used.formUnion(stages)
      strangers += stages.subtracting(configured).sorted().map { stage in
        Diagnostic(
          "F008", .warning, at: DiagnosticPlace(repository: repository.id),
          problem: "the stage \(stage) is used, and not among the configured stages",
          consequence: "it is shown behind them", help: "add it to stages, or unassign it")
      }
    }
    let unused = configured.filter { !used.contains($0) }.map { stage in
      Diagnostic(
        "F008", .note, at: DiagnosticPlace(repository: file),
        problem: "the configured stage \(stage) is used by no tag",
        consequence: "it is shown as empty", help: "nothing, or remove it from stages")
    }
    return unused + strangers
  }
}

/// A model that rules are applied to.
struct JudgedModel {
  let repository: String
  let artifact: Artifact

  /// The place of a version of it.
  func place(_ version: Version?, file: String? = nil) -> DiagnosticPlace {
    DiagnosticPlace(
      repository: repository, artifact: artifact.name, version: version?.name,
      commit: version?.commit.hex, file: file)
  }

  /// What breaks a rule; its weight is set by the rules.
  func broken(
    _ code: String, at place: DiagnosticPlace, _ problem: String, help: String
  ) -> Diagnostic {
    Diagnostic(
      code, .error, at: place, problem: problem, consequence: "everything is shown", help: help)
  }
}
