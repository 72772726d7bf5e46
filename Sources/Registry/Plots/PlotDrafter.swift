import Formats
import GitStore
import Records

/// Says of every plot of a version which columns of which files it takes (`records.md` §6).
struct PlotDrafter {
  let places: PlotPlaces
  let project: CommitProject
  let ownership: RecordOwnership

  /// The style that a template stands for.
  let style: (String) -> PlotStyle

  /// The draft of a plot.
  func draft(_ plan: PlannedPlot) -> PlotDraft {
    var draft = PlotDraft(
      plan: plan, project: project, style: style(of: plan), isOwn: isOwn(plan))
    switch plan.content {
    case .rows(let path): draft.columns = columns(plan.definition, path, draft.style)
    case .images(let pictures):
      draft.pictures = pictures.map { picture in
        PlotPictureDraft(
          path: picture.path, step: picture.step,
          source: places.source(of: picture.path, in: project),
          member: places.member(at: picture.path, in: project))
      }
    case .unknown(let path): draft.columns = .failure(failure(ofUnknown: path))
    }
    return draft
  }

  private func style(of plan: PlannedPlot) -> PlotStyle {
    if case .images = plan.content { return PlotStyle(.image) }
    return plan.definition.template.map(style) ?? PlotStyle(.linear)
  }

  private func isOwn(_ plan: PlannedPlot) -> Bool {
    let definition = plan.definition
    var path = definition.path
    if path == nil, case .columns(let columns) = definition.y { path = columns.first?.file }
    guard let path else { return true }
    let stage = definition.stage ?? project.wider.output(at: path)?.output.stage
    return ownership.owns(
      path, pipeline: definition.pipeline, stages: stage.map { [$0] } ?? [])
  }

  /// Why a path with no known extension is no plot: often it is a folder that can't be listed.
  private func failure(ofUnknown path: String) -> PlotFailure {
    switch places.source(of: path, in: project) {
    case .failure(let failure): return failure
    case .success(.stored(let file)) where places.stored.members(of: file).isEmpty:
      let absence = places.stored.absence(of: file)
      return .outside(
        hash: file.output.hash, size: file.output.size, absence.reason, help: absence.help)
    case .success: return .unknownKind
    }
  }

  /// The columns along y, each with its x.
  private func columns(
    _ definition: PlotDefinition, _ path: String?, _ style: PlotStyle
  ) -> Result<[PlotColumnDraft], PlotFailure> {
    var ys: [(file: String, field: String?)] = []
    switch definition.y {
    case .inferred: ys = path.map { [($0, style.y)] } ?? []
    case .fields(let fields): ys = path.map { path in fields.map { (path, $0) } } ?? []
    case .columns(let columns): ys = columns.map { ($0.file, $0.field) }
    }
    var xs: [PlotSelection.X]
    switch definition.x {
    case .inferred: xs = [style.x.map(PlotSelection.X.field) ?? .inferred]
    case .fields(let fields): xs = fields.map(PlotSelection.X.field)
    case .columns(let columns): xs = columns.map(PlotSelection.X.other)
    }
    guard xs.count == 1 || xs.count == ys.count else {
      return .failure(.unequalColumns(x: xs.count, y: ys.count))
    }
    if xs.count == 1 { xs = ys.map { _ in xs[0] } }
    return .success(
      zip(ys, xs).map { y, x in
        PlotColumnDraft(
          path: y.file, hash: places.hash(of: y.file, in: project),
          request: request(y, x, definition, style))
      })
  }

  private func request(
    _ y: (file: String, field: String?), _ x: PlotSelection.X, _ definition: PlotDefinition,
    _ style: PlotStyle
  ) -> Result<PlotRequest, PlotFailure> {
    var selection = PlotSelection(x: x, y: y.field, kind: style.kind)
    var other: Result<PlotFile, PlotFailure>?
    if case .other(let column) = x {
      if column.file == y.file {
        selection = PlotSelection(x: .field(column.field), y: y.field, kind: style.kind)
      } else {
        other = file(column.file, definition)
      }
    }
    if style.isTurned, case .field(let field) = selection.x, let own = selection.y {
      selection = PlotSelection(x: .field(own), y: field, kind: style.kind)
    }
    do throws(PlotFailure) {
      return .success(
        PlotRequest(
          file: try file(y.file, definition).get(), selection: selection, other: try other?.get()))
    } catch {
      return .failure(error)
    }
  }

  private func file(
    _ path: String, _ definition: PlotDefinition
  ) -> Result<PlotFile, PlotFailure> {
    do throws(PlotFailure) {
      let source = try places.source(of: path, in: project).get()
      guard let kind = PlotFileKind(path: path), kind != .image else { throw .unknownKind }
      let place: PlotFile.Place =
        switch source {
        case .git(let entry): .git(entry.id)
        case .stored(let file): .stored(file)
        }
      return .success(PlotFile(place: place, kind: kind, hasHeader: definition.hasHeader))
    } catch {
      return .failure(error)
    }
  }
}

extension PlotFailure {
  fileprivate static func unequalColumns(x: Int, y: Int) -> PlotFailure {
    PlotFailure(
      code: "P012", reason: "\(x) columns are named for x, and \(y) for y",
      help: "name one column for x, or one for each of y")
  }
}
