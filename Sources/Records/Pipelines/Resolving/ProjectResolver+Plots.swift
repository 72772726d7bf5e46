import Formats

extension ProjectResolver {
  /// Works out the plots that stand beside the stages.
  mutating func resolvePlots(of scope: PipelineScope) {
    for template in scope.file.plots {
      guard budget.takeSteps(1) else { return noteSpent(at: template.id.source, scope) }
      // Texts beside the stages know the same variables as a stage that has none of its own.
      var draft = StageDraft(key: "", scope: scope, context: scope.context, isAdopted: false)
      draft.folder = scope.folder
      guard let written = text(template.id, &draft) else { continue }
      var path: String?
      if case .columns? = template.properties.y {
      } else {
        guard case .inside(let place)? = ResolvedStage.place(written, in: scope.folder) else {
          refuse(written, at: template.id.source, scope)
          continue
        }
        path = place
      }
      var plot = PlotDefinition(id: written, path: path, pipeline: scope.path, stage: nil)
      fill(&plot, template.properties, &draft)
      topLevelPlots.append(plot)
    }
  }

  /// Adds the plots among a stage's outputs.
  mutating func addPlots(
    _ templates: [StageTemplate.OutputTemplate], _ paths: [ResolvedStage.Path?],
    _ draft: inout StageDraft
  ) {
    for (template, path) in zip(templates, paths) where template.role == .plot {
      guard case .inside(let place)? = path else { continue }
      for properties in template.plots {
        var plot = PlotDefinition(
          id: place, path: place, pipeline: draft.scope.path,
          stage: draft.scope.prefix + draft.key)
        fill(&plot, properties, &draft)
        stagePlots.append(plot)
      }
    }
  }

  private mutating func fill(
    _ plot: inout PlotDefinition, _ properties: PlotProperties, _ draft: inout StageDraft
  ) {
    plot.x = axis(properties.x, &draft)
    plot.y = axis(properties.y, &draft)
    plot.title = properties.title.flatMap { text($0, &draft) }
    plot.xLabel = properties.xLabel.flatMap { text($0, &draft) }
    plot.yLabel = properties.yLabel.flatMap { text($0, &draft) }
    plot.template = properties.template.flatMap { text($0, &draft) }
    if let header = properties.header, case .bool(let hasHeader)? = value(header, &draft) {
      plot.hasHeader = hasHeader
    }
  }

  private mutating func axis(
    _ axis: PlotTemplate.Axis?, _ draft: inout StageDraft
  ) -> PlotDefinition.Axis {
    switch axis {
    case .fields(let fields)?:
      let known = fields.compactMap { text($0, &draft) }
      return known.isEmpty ? .inferred : .fields(known)
    case .columns(let files)?:
      // The files of an axis lie beside the dvc.yaml, whatever folder a stage runs in.
      let folder = draft.scope.folder
      var columns: [PlotColumn] = []
      for (file, fields) in files {
        guard let written = text(file, &draft) else { continue }
        guard case .inside(let path)? = ResolvedStage.place(written, in: folder) else {
          refuse(written, at: file.source, draft.scope)
          continue
        }
        columns += fields.compactMap { text($0, &draft) }.map { PlotColumn(file: path, field: $0) }
      }
      return columns.isEmpty ? .inferred : .columns(columns)
    case nil: return .inferred
    }
  }
}
