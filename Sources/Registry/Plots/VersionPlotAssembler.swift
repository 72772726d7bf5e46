import Records

/// Makes the plots of a version of what was read for them.
struct VersionPlotAssembler {
  let outcomes: [PlotRequest: PlotOutcome]
  let images: [FileSource: ImageReader.Outcome]
  let imageLimit: Int

  /// What there is to tell.
  private(set) var problems: [RecordProblem] = []
  private var imageCount = 0

  init(
    outcomes: [PlotRequest: PlotOutcome], images: [FileSource: ImageReader.Outcome],
    imageLimit: Int
  ) {
    self.outcomes = outcomes
    self.images = images
    self.imageLimit = imageLimit
  }

  /// The plots of drafts: those of the artifact's own pipeline first.
  mutating func plots(_ drafts: [PlotDraft]) -> [VersionPlot] {
    // Where nothing is the artifact's own, there is nothing to tell it from.
    let allOwn = !drafts.contains(where: \.isOwn)
    let ordered = drafts.filter(\.isOwn) + drafts.filter { !$0.isOwn }
    return ordered.map { plot($0, isOwn: allOwn || $0.isOwn) }
  }

  private mutating func plot(_ draft: PlotDraft, isOwn: Bool) -> VersionPlot {
    var notes = draft.style.note.map { [$0] } ?? []
    var titles: (x: String, y: String) = ("", "")
    let content: VersionPlot.Content
    var origin = draft.origin
    if draft.style.kind == .image, !draft.pictures.isEmpty {
      content = pictures(draft, &notes)
    } else {
      let drawn = runs(draft, &notes)
      content = drawn.content
      titles = Self.titles(draft, drawn.runs)
      if case .series(let series) = content, let first = series.first {
        origin = PlotOrigin(path: first.file, hash: first.hash)
      }
    }
    let definition = draft.plan.definition
    return VersionPlot(
      id: draft.plan.id, title: definition.title, kind: draft.style.kind, xTitle: titles.x,
      yTitle: titles.y, content: content,
      note: notes.isEmpty ? nil : notes.distinct().joined(separator: "; "), isOwn: isOwn,
      origin: origin)
  }

  /// The runs of all columns; a column that can't be had costs only itself.
  private mutating func runs(
    _ draft: PlotDraft, _ notes: inout [String]
  ) -> (content: VersionPlot.Content, runs: [StoredRun]) {
    var series: [PlotSeries] = []
    var runs: [StoredRun] = []
    var failures: [(path: String, failure: PlotFailure)] = []
    switch draft.columns {
    case .failure(let failure): failures.append((draft.origin?.path ?? draft.plan.id, failure))
    case .success(let columns):
      for column in columns {
        do throws(PlotFailure) {
          for run in try self.runs(of: column, &notes) {
            runs.append(run)
            series.append(
              PlotSeries(
                file: column.path, field: run.field, rows: run.place, count: run.count,
                hash: column.hash))
          }
        } catch {
          failures.append((column.path, error))
        }
      }
    }
    problems += failures.map { $0.failure.problem(file: $0.path) }
    if !series.isEmpty {
      notes += failures.map { "\($0.path) is missing: \($0.failure.reason)" }
      return (.series(series), runs)
    }
    let failure = failures.first?.failure ?? .absent
    return (.unavailable(reason: failure.reason, help: failure.help), [])
  }

  private mutating func runs(
    of column: PlotColumnDraft, _ notes: inout [String]
  ) throws(PlotFailure) -> [StoredRun] {
    switch outcomes[try column.request.get()] {
    case .failed(let failure)?: throw failure
    case .runs(let runs, let found)?:
      problems += found.map { RecordProblem(table: $0, file: column.path) }
      for remark in runs.flatMap(\.remarks) {
        problems.append(RecordProblem(remark, file: column.path))
        notes.append("\(remark.problem): \(remark.consequence)")
      }
      return runs
    case nil: throw .absent
    }
  }

  /// What stands at the axes: as DVC says it where the definition doesn't.
  private static func titles(_ draft: PlotDraft, _ runs: [StoredRun]) -> (x: String, y: String) {
    let definition = draft.plan.definition
    let isSwapped = draft.style.isTurned
    let xFields = runs.map(\.xField).distinct()
    let yFields = runs.map(\.field).distinct()
    let labels =
      isSwapped
      ? (definition.yLabel, definition.xLabel) : (definition.xLabel, definition.yLabel)
    return (
      labels.0 ?? (xFields.count == 1 ? xFields[0] : "x"),
      labels.1 ?? (yFields.count == 1 ? yFields[0] : "y")
    )
  }

  private mutating func pictures(
    _ draft: PlotDraft, _ notes: inout [String]
  ) -> VersionPlot.Content {
    var shown: [PlotImage] = []
    var failures: [PlotFailure] = []
    for picture in draft.pictures {
      guard imageCount < imageLimit else {
        notes.append("\(draft.pictures.count - shown.count) more pictures are not shown")
        problems.append(.tooManyPictures(file: picture.path, limit: imageLimit))
        break
      }
      do throws(PlotFailure) {
        shown.append(
          PlotImage(
            path: picture.path, step: picture.step, image: try image(of: picture)))
        imageCount += 1
      } catch {
        failures.append(error)
        problems.append(error.problem(file: picture.path))
      }
    }
    if shown.isEmpty {
      let failure = failures.first ?? .tooManyPictures
      return .unavailable(reason: failure.reason, help: failure.help)
    }
    if !failures.isEmpty { notes.append("\(failures.count) pictures of it could not be had") }
    return .images(shown)
  }

  private func image(of picture: PlotPictureDraft) throws(PlotFailure) -> CardImage {
    let source = try picture.source.get()
    switch images[source] {
    case .image(let image)?: return image
    case .refused("M010", let reason, let help)? where source.stored != nil:
      let output = source.stored?.output
      throw .outside(
        hash: picture.member?.hash ?? output?.hash, size: picture.member?.size ?? output?.size,
        reason, help: help)
    case .refused(let code, let reason, let help)?:
      throw PlotFailure(code: code, reason: reason, help: help)
    case nil: throw .tooManyPictures
    }
  }
}

extension PlotDraft {
  /// The file that it is made of first.
  fileprivate var origin: PlotOrigin? {
    if let picture = pictures.first { return PlotOrigin(path: picture.path, hash: nil) }
    if case .success(let columns) = columns, let first = columns.first {
      return PlotOrigin(path: first.path, hash: first.hash)
    }
    switch plan.content {
    case .rows(let path?), .unknown(let path): return PlotOrigin(path: path, hash: nil)
    case .rows, .images: return nil
    }
  }
}
