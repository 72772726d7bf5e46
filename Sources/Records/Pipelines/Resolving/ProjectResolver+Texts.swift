import Formats

extension ProjectResolver {
  /// A text of a stage's; nothing where something in it is not known.
  mutating func text(
    _ template: TextTemplate, _ draft: inout StageDraft, use: TextTemplate.Use = .text
  ) -> String? {
    do throws(InterpolationError) {
      return try template.text(in: draft.context, &budget, &draft.tracker, use: use)
    } catch {
      note(error, template, draft, found: nil)
      return nil
    }
  }

  /// The paths that templates stand for; one that leaves the repository is left out.
  mutating func paths(
    _ templates: [TextTemplate], _ draft: inout StageDraft, locked: [DataEntry]
  ) -> [ResolvedStage.Path?] {
    let texts = texts(templates, &draft, locked: locked.map(\.path.text))
    return zip(templates, texts).map { template, text in
      guard template.source.text.utf8.count <= ResolvedStage.pathLimit else {
        refuse("\(template.source.text.prefix(40))…", at: template.source, draft.scope)
        return nil
      }
      guard let text else { return .unresolved(template.source.text) }
      if let path = ResolvedStage.place(text, in: draft.folder) { return path }
      refuse(text, at: template.source, draft.scope)
      return nil
    }
  }

  /// What templates stand for; where a variable is not known, the only text of the lock that fits
  /// (`records.md` §2.5).
  mutating func texts(
    _ templates: [TextTemplate], _ draft: inout StageDraft, locked: [String]
  ) -> [String?] {
    var texts: [String?] = []
    var errors: [(index: Int, error: InterpolationError)] = []
    for template in templates {
      do throws(InterpolationError) {
        texts.append(try template.text(in: draft.context, &budget, &draft.tracker))
      } catch {
        errors.append((texts.count, error))
        texts.append(nil)
      }
    }
    var taken = Set(texts.compactMap(\.self))
    for (index, error) in errors {
      let template = templates[index]
      let pattern = TemplatePattern(template)
      if budget.takeSteps(locked.count * pattern.cost) {
        let fitting = locked.filter { !taken.contains($0) && pattern.fits($0) }
        if fitting.count == 1 { texts[index] = fitting.first }
      }
      if let found = texts[index] { taken.insert(found) }
      note(error, template, draft, found: texts[index])
    }
    return texts
  }

  /// Outputs with their flags; those of a path that comes twice are joined.
  mutating func outputs(
    _ templates: [StageTemplate.OutputTemplate], _ draft: inout StageDraft
  ) -> [ResolvedStage.Output] {
    let paths = paths(templates.map(\.path), &draft, locked: draft.locked?.outputs ?? [])
    addPlots(templates, paths, &draft)
    var outputs: [ResolvedStage.Output] = []
    var positions: [ResolvedStage.Path: Int] = [:]
    for (template, path) in zip(templates, paths) {
      guard let path else { continue }
      let position = positions[path] ?? outputs.count
      if position == outputs.count {
        positions[path] = position
        outputs.append(.init(path: path, isMetrics: false))
      }
      if template.role == .metrics { outputs[position].isMetrics = true }
      if let flag = template.isCached, case .bool(let isCached)? = value(flag, &draft) {
        outputs[position].isCached = isCached
      }
      if let remote = template.remote, case .string(let name)? = value(remote, &draft) {
        outputs[position].remote = name
      }
    }
    return outputs
  }

  /// The params that a stage names.
  mutating func params(
    _ templates: [StageTemplate.ParamTemplate], _ draft: inout StageDraft
  ) -> [ResolvedStage.Params] {
    let locked = draft.locked?.params ?? []
    let values = Dictionary(
      locked.map { ($0.file.text, $0.values) }, uniquingKeysWith: { first, _ in first })
    return templates.compactMap { template in
      var written: String? = "params.yaml"
      if let file = template.file {
        let files = file.isConstant ? [] : locked.map(\.file.text)
        written = texts([file], &draft, locked: files).first ?? nil
      }
      guard let written else { return nil }
      guard case .inside(let path)? = ResolvedStage.place(written, in: draft.folder) else {
        if draft.folder != nil, let file = template.file {
          refuse(written, at: file.source, draft.scope)
        }
        return nil
      }
      guard let keys = template.keys else { return .init(path: path, keys: nil) }
      let known = keys.allSatisfy(\.isConstant) ? [] : values[written]?.map(\.key) ?? []
      let found = texts(keys, &draft, locked: known).compactMap(\.self)
      return found.isEmpty ? nil : .init(path: path, keys: found)
    }
  }

  /// The value of a flag, which may be `${…}`.
  mutating func value(_ node: YAMLNode, _ draft: inout StageDraft) -> DataValue? {
    guard let text = node.string else { return DataValue(node) }
    let template = TextTemplate(PlacedText(text: text, line: node.line, column: node.column))
    do throws(InterpolationError) {
      return try template.value(in: draft.context, &budget, &draft.tracker)
    } catch {
      note(error, template, draft, found: nil)
      return nil
    }
  }

  private mutating func note(
    _ error: InterpolationError, _ template: TextTemplate, _ draft: StageDraft, found: String?
  ) {
    guard !draft.isAdopted else { return }
    log.add(
      "P011", file: draft.scope.path, at: template.source, error.problem,
      consequence: found.map { "“\($0)”, which fits it in dvc.lock, is taken" }
        ?? "it is shown as written",
      help: Self.variableHelp)
  }
}
