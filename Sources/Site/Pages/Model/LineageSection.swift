import GitStore
import Mustache
import Records
import Registry

/// How a version's artifact came to be: a drawing, and every stage with what it reads and writes.
struct LineageSection: TemplateModel {
  let drawing: [UInt8]?

  /// What the drawing leaves out.
  let drawingNote: String?

  /// The `.dvc` file that tracks an artifact that no stage wrote.
  let tracker: String?
  let trackerHref: String?
  let stages: [LineageStageRows]

  /// What the table leaves out.
  let more: String?
  let params: LineageParams?

  /// How many rows the table has.
  private static let rowLimit = 200

  /// Nothing where the commit says nothing of it.
  init?(_ version: Version, in scope: ModelScope) {
    guard let lineage = version.records.lineage else { return nil }
    let figure = LineageFigure(lineage, of: scope.artifact)
    drawing = figure?.graph.svg(id: "lineage-drawing")
    drawingNote = figure.flatMap { figure in
      figure.shownStages < lineage.stages.count
        ? "The drawing shows the \(CountText.of(figure.shownStages, "stage")) nearest to the "
          + "artifact, of \(CountText.digits(lineage.stages.count))."
        : nil
    }
    tracker = lineage.tracker.map { SiteText.singleLine($0) }
    trackerHref = lineage.tracker.flatMap { scope.forge?.file($0, at: version.commit.hex) }
    let table = Self.table(of: lineage, at: version.commit, in: scope)
    stages = table.stages
    more = Self.words(for: table.more)
    params = LineageParams(lineage.stages)
  }

  /// The stages with as many files as there is room for.
  private static func table(
    of lineage: Lineage, at commit: ObjectID, in scope: ModelScope
  ) -> (stages: [LineageStageRows], more: (stages: Int, files: Int)) {
    let context = LineageTable(lineage, at: commit, in: scope)
    var rows: [LineageStageRows] = []
    if lineage.maker == nil, let artifact = lineage.artifact {
      rows.append(LineageStageRows(tracked: artifact, in: context))
    }
    var room = rowLimit
    var more = (stages: 0, files: 0)
    for (index, stage) in lineage.stages.enumerated() {
      let count = stage.inputs.count + stage.outputs.count
      guard room > 0 else {
        more = (more.stages + 1, more.files + count)
        continue
      }
      let shown = LineageStageRows(stage, at: index, room: room - 1, in: context)
      rows.append(shown)
      more.files += count - shown.files.count
      // The stage's own row counts, too.
      room -= shown.files.count + 1
    }
    return (rows, more)
  }

  private static func words(for more: (stages: Int, files: Int)) -> String? {
    let parts = [
      more.stages > 0 ? CountText.of(more.stages, "more stage") : nil,
      more.files > 0
        ? CountText.of(more.files, "more input or output", plural: "more inputs and outputs") : nil,
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  static let fields: [TemplateField<Self>] = [
    .markup("drawing") { $0.drawing },
    .text("drawing_note") { $0.drawingNote },
    .text("tracker") { $0.tracker },
    .text("tracker_href") { $0.trackerHref },
    .flag("has_stages") { !$0.stages.isEmpty },
    .list("stages") { $0.stages },
    .text("more") { $0.more },
    .record("params") { $0.params },
  ]
}

/// What the rows of a lineage's table need to know of the others.
struct LineageTable {
  let commit: ObjectID
  let scope: ModelScope

  /// The path that the artifact lies at.
  let artifactPath: String?

  /// The places of the stages by name.
  private let places: [String: Int]

  /// The stages that read a path.
  private let readers: [String: [String]]

  init(_ lineage: Lineage, at commit: ObjectID, in scope: ModelScope) {
    (self.commit, self.scope) = (commit, scope)
    artifactPath = lineage.artifact?.path
    places = Dictionary(
      lineage.stages.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { _, last in last })
    var readers: [String: [String]] = [:]
    for stage in lineage.stages {
      for input in stage.inputs { readers[input.path, default: []].append(stage.name) }
    }
    self.readers = readers
  }

  /// The anchor of a stage's rows.
  func href(ofStage name: String) -> String? { places[name].map { "#\(Self.anchor($0))" } }

  /// The stages that read what lies at a path.
  func readers(of path: String) -> [String] { readers[path] ?? [] }

  static func anchor(_ index: Int) -> String { "lineage-\(index + 1)" }
}
