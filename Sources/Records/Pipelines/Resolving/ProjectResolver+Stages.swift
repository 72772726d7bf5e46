import Formats

extension ProjectResolver {
  /// Works the stages of a dvc.yaml out and compares them with the lock beside it.
  mutating func resolveStages(of scope: PipelineScope) {
    var known: Set<String> = []
    for definition in scope.file.stages {
      let before = stages.count
      resolve(definition, scope)
      for stage in stages[before...] { known.insert(stage.key) }
      noteDifferences(of: stages[before...], definition, scope)
    }
    for locked in scope.lock?.stages ?? [] where !known.contains(locked.name.text) {
      if !scope.file.isComplete {
        adopt(locked, of: nil, scope)
      } else if !budget.isSpent {
        log.add(
          "P012", file: scope.lockPath, at: locked.name,
          "dvc.yaml has no stage “\(locked.name.text)”",
          consequence: "what dvc.lock says of it is not shown",
          help: "run `dvc repro` and commit dvc.lock")
      }
    }
  }

  private mutating func resolve(_ definition: StageDefinition, _ scope: PipelineScope) {
    let context = scope.context
    do throws(InterpolationError) {
      let instances = try instances(of: definition.repetition, in: context)
      guard let template = definition.template else { return adoptAll(of: definition, scope) }
      for instance in instances {
        var key = definition.name.text
        if case .once = definition.repetition {} else { key += "@\(instance.suffix)" }
        var draft = StageDraft(key: key, scope: scope, context: context, isAdopted: false)
        draft.context.bindings = instance.bindings
        guard append(template, draft, definition.name) else { return }
      }
    } catch {
      log.add(
        "P011", file: scope.path, at: definition.name, error.problem,
        consequence:
          "of the stages of “\(definition.name.text)”, those are shown that dvc.lock has",
        help: Self.variableHelp)
      adoptAll(of: definition, scope)
    }
  }

  /// Takes the stages of a definition from the lock, since dvc.yaml does not tell which they are.
  private mutating func adoptAll(of definition: StageDefinition, _ scope: PipelineScope) {
    guard let lock = scope.lock else { return }
    if case .once = definition.repetition {
      if let locked = lock[definition.name.text] { adopt(locked, of: definition, scope) }
      return
    }
    guard budget.takeSteps(lock.stages.count) else { return }
    let start = Array("\(definition.name.text)@".utf8)
    for locked in lock.stages where locked.name.text.utf8.starts(with: start) {
      adopt(locked, of: definition, scope)
    }
  }

  private mutating func adopt(
    _ locked: LockedStage, of definition: StageDefinition?, _ scope: PipelineScope
  ) {
    if let definition, let template = definition.template {
      let draft = StageDraft(
        key: locked.name.text, scope: scope, context: scope.context, isAdopted: true)
      _ = append(template, draft, definition.name)
    } else if takeStage(nodes: 1, at: locked.name, in: scope.lockPath) {
      stages.append(
        ResolvedStage(
          lockedOnly: locked, lockPath: scope.lockPath, folder: scope.folder, prefix: scope.prefix))
    }
  }

  /// Works a stage out and appends it; false where no more fit.
  private mutating func append(
    _ template: StageTemplate, _ start: StageDraft, _ place: PlacedText
  ) -> Bool {
    guard takeStage(nodes: template.nodeCount, at: place, in: start.scope.path) else {
      return false
    }
    var draft = start
    enterFolder(template, &draft)
    let inputs = paths(template.inputs, &draft, locked: draft.locked?.inputs ?? [])
    let outputs = outputs(template.outputs, &draft)
    let params = params(template.params, &draft)
    let commands = template.commands.map { command in
      text(command, &draft, use: .command) ?? command.source.text
    }
    stages.append(
      ResolvedStage(
        name: draft.scope.prefix + draft.key, pipeline: draft.scope.path, folder: draft.folder,
        commands: commands, inputs: inputs.compactMap(\.self), outputs: outputs, params: params,
        usedVariables: draft.tracker.files.map { .init(path: $0.path, keys: $0.keys) },
        key: draft.key, place: place, locked: draft.locked, lockPath: draft.scope.lockPath))
    return true
  }

  /// Finds the folder of a stage, and takes the stage's own variables in, whose files lie there.
  private mutating func enterFolder(_ template: StageTemplate, _ draft: inout StageDraft) {
    draft.folder = folder(template.folder, &draft)
    guard !template.variables.isEmpty else { return }
    // The stage's own variables go into a copy of the file's.
    guard budget.takeSteps(draft.context.root.keys.count) else {
      return noteSpent(at: template.folder?.source, draft.scope)
    }
    load(
      template.variables, into: &draft.context, folder: draft.folder ?? draft.scope.folder,
      draft.scope)
    draft.folder = folder(template.folder, &draft)
  }

  private mutating func folder(_ template: TextTemplate?, _ draft: inout StageDraft) -> String? {
    guard let template else { return draft.scope.folder }
    guard let written = text(template, &draft) else { return nil }
    guard case .inside(let path)? = ResolvedStage.place(written, in: draft.scope.folder) else {
      refuse(written, at: template.source, draft.scope)
      return nil
    }
    return path
  }

  /// Says where the lock does not fit dvc.yaml, once for each definition.
  private mutating func noteDifferences(
    of stages: ArraySlice<ResolvedStage>, _ definition: StageDefinition, _ scope: PipelineScope
  ) {
    guard let lock = scope.lock, lock.isReadable else { return }
    let unlocked = stages.filter { $0.locked == nil }
    if let first = unlocked.first {
      let others = unlocked.count > 1 ? " and \(unlocked.count - 1) more of its stages" : ""
      log.add(
        "P012", file: scope.path, at: definition.name,
        "dvc.lock has no stage “\(first.key)”\(others)",
        consequence: "hashes and sizes of its files are not known",
        help: "run `dvc repro` and commit dvc.lock")
    }
    let stale = stages.lazy.compactMap { stage in
      stage.staleOutput.map { (stage: stage, output: $0) }
    }.first
    if let stale {
      log.add(
        "P012", file: scope.lockPath, at: stale.output,
        "dvc.yaml has no “\(stale.output.text)” among the outputs of “\(stale.stage.key)”",
        consequence: "the stage is shown as dvc.lock recorded it",
        help: "run `dvc repro` and commit dvc.lock")
    }
  }
}

extension ResolvedStage {
  /// An output that the lock has and dvc.yaml has not; nothing where that cannot be told.
  fileprivate var staleOutput: PlacedText? {
    var paths: Set<Path> = []
    for output in outputs {
      if case .unresolved = output.path { return nil }
      paths.insert(output.path)
    }
    return locked?.outputs.first { entry in
      Self.place(entry.path.text, in: folder).map { !paths.contains($0) } ?? false
    }?.path
  }
}

extension StageTemplate {
  /// What a stage of it draws from the budget.
  fileprivate var nodeCount: Int {
    1 + commands.count + inputs.count + outputs.reduce(0) { $0 + 1 + $1.plotFieldCount }
      + params.reduce(0) { $0 + 1 + ($1.keys?.count ?? 0) }
  }
}
