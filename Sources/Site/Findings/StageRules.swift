import GitStore
import Registry

/// Applies `rules.stages` and `rules.promotion` to those who hold a stage.
struct StageRules {
  private let rules: RuleSettings

  init(_ rules: RuleSettings) { self.rules = rules }

  func diagnostics(of model: JudgedModel) -> [Diagnostic] {
    model.artifact.stages.flatMap { holding in
      forbidden(holding.holder, model) + skipped(holding.holder, model)
    }
  }

  private func forbidden(_ holder: StageHolder, _ model: JudgedModel) -> [Diagnostic] {
    guard let allowed = rules.stages, !allowed.contains(holder.stage) else { return [] }
    return [
      model.broken(
        "R009", at: place(holder, model),
        "the stage \(holder.stage) may not be assigned; allowed are "
          + allowed.joined(separator: ", "),
        help: "unassign it, or add it to the rule")
    ]
  }

  private func skipped(_ holder: StageHolder, _ model: JudgedModel) -> [Diagnostic] {
    guard let index = rules.promotion.firstIndex(of: holder.stage), index > 0 else { return [] }
    let before = rules.promotion[index - 1]
    let cameThrough = model.artifact.events.contains { event in
      event.kind == .assignment && event.stage == before && event.version == holder.version
        && event.time.seconds <= holder.assignment.time.seconds
    }
    guard !cameThrough else { return [] }
    return [
      model.broken(
        "R010", at: place(holder, model),
        "\(holder.version) holds \(holder.stage) and never held \(before)",
        help: "assign \(before), try the version there, then assign \(holder.stage) anew")
    ]
  }

  private func place(_ holder: StageHolder, _ model: JudgedModel) -> DiagnosticPlace {
    DiagnosticPlace(
      repository: model.repository, tag: holder.assignment.tag, artifact: model.artifact.name,
      version: holder.isRegistered ? holder.version : nil, commit: holder.commit.hex)
  }
}
