import Cards
import GitStore
import Records

/// Finds and reads the plots of versions (`records.md` §6).
///
/// Each distinct file is parsed once, and what is drawn of it is kept in the site's spool; which files
/// a plot is made of is found for each version.
struct PlotReader {
  private let settings: RecordSettings
  private let spool: Spool
  private var styles = PlotStyles()
  private var rows: PlotRowsReader
  private var images: ImageReader
  private var patterns: [PatternFiles]

  init(_ settings: RecordSettings, into spool: Spool) {
    self.settings = settings
    self.spool = spool
    rows = PlotRowsReader(sizeLimit: settings.limits.fileSize, spool: spool)
    images = ImageReader(sizeLimit: settings.cards.imageLimit)
    patterns = settings.plotFiles.map(PatternFiles.init)
  }

  /// A version's plots, and what is to be told of them.
  struct Found {
    var plots: [VersionPlot] = []
    var problems: [RecordProblem] = []
  }

  /// The plots of versions whose records were read, in their order.
  mutating func plots(
    of subjects: [PlotSubject], _ records: inout CommitRecordsReader, _ objects: inout ObjectReader
  ) async throws(GitError) -> [Found] {
    try await plots(of: subjects, records.folders, &records.stored, &objects)
  }

  private mutating func plots(
    of subjects: [PlotSubject], _ trees: CommitTrees, _ stored: inout StoredFiles,
    _ objects: inout ObjectReader
  ) async throws(GitError) -> [Found] {
    var finder = PlotFinder(settings: settings, trees: trees, patterns: patterns)
    let wanted = subjects.map { finder.definitions(for: $0) }
    patterns = finder.patterns.map { PatternFiles($0.pattern) }
    try await stored.readLists(finder.storedFolders(wanted.joined(), trees), &objects)
    let places = subjects.map { PlotPlaces(tree: $0.tree, trees: trees, stored: stored) }
    let plans = zip(wanted, places).map { projects, places in
      projects.map { finder.plan($0, places) }
    }
    try await readStyles(subjects, plans, trees, &objects)
    let styles = styles
    let drafts = zip(zip(subjects, places), plans).map { version, plans in
      let (subject, places) = version
      return plans.flatMap { plan in
        let drafter = PlotDrafter(
          places: places, project: plan.project, ownership: subject.ownership,
          style: { styles.style($0, in: subject.tree, project: plan.project.folder, trees) })
        return plan.plan.plots.map(drafter.draft)
      }
    }
    try await rows.read(drafts.joined().flatMap(\.requests), &stored, &objects)
    try await images.read(
      drafts.flatMap { $0.flatMap(\.sources).prefix(settings.limits.imagesPerVersion) },
      into: spool, &stored, &objects)
    return zip(plans, drafts).map(found)
  }

  private mutating func readStyles(
    _ subjects: [PlotSubject], _ plans: [[PlotFinder.Planned]], _ trees: CommitTrees,
    _ objects: inout ObjectReader
  ) async throws(GitError) {
    var wanted: [(name: String, tree: ObjectID, project: String)] = []
    for (subject, plans) in zip(subjects, plans) {
      for plan in plans {
        let names = plan.plan.plots.compactMap(\.definition.template).distinct()
        wanted += names.map { ($0, subject.tree, plan.project.folder) }
      }
    }
    try await styles.read(wanted, trees, &objects)
  }

  private func found(_ plans: [PlotFinder.Planned], _ drafts: [PlotDraft]) -> Found {
    let limit = settings.limits.plotsPerVersion
    var assembler = VersionPlotAssembler(
      outcomes: rows.outcomes, images: images.outcomes,
      imageLimit: settings.limits.imagesPerVersion)
    var found = Found()
    found.plots = assembler.plots(Array(drafts.prefix(limit)))
    found.problems = assembler.problems
    for plan in plans {
      if !plan.plan.passedOver.isEmpty { found.problems.append(.noPlots(plan.plan.passedOver)) }
    }
    if drafts.count > limit || plans.contains(where: \.plan.isCut) {
      let file = drafts.first?.plan.definition.pipeline ?? "dvc.yaml"
      found.problems.append(.tooManyPlots(file: file, limit: limit))
    }
    return found
  }
}

extension PlotDraft {
  /// What it wants of files.
  fileprivate var requests: [PlotRequest] {
    ((try? columns.get()) ?? []).compactMap { try? $0.request.get() }
  }

  /// The pictures that it shows.
  fileprivate var sources: [FileSource] { pictures.compactMap { try? $0.source.get() } }
}
