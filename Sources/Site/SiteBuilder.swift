package import Cards
package import Mustache
package import Registry
package import Theme

/// Makes a site: from what repositories register to finished files.
package struct SiteBuilder: Sendable {
  /// Everything that a site consists of; a line for each kind of page or file.
  private static let groups: [any PageGroup.Type] = [
    CatalogPages.self,
    NamePages.self,
    ModelPages.self,
    StagePages.self,
    LabelPages.self,
    RepositoryPages.self,
    ActivityPages.self,
    ReportPages.self,
    DataPages.self,
    NotFoundPages.self,
    AssetFiles.self,
    CardAssetFiles.self,
    BadgeFiles.self,
    IndexFiles.self,
  ]

  private let context: SiteContext

  /// Prepares a site and checks its templates.
  ///
  /// - Parameter spool: Where the texts and images of the versions' cards lie; without it, pages
  ///   show what is known of cards, but no text.
  /// - Throws: What is wrong in the templates, each with its file, line and column.
  package init(
    registry: Registry, settings: SiteSettings, theme: Theme, spool: Spool? = nil
  ) throws(TemplateErrors) {
    let templates = try TemplateSet(theme.templates)
    var faults: [TemplateError] = []
    for model in Self.groups.flatMap({ $0.models }) {
      faults += Self.faults(of: model, in: templates)
    }
    guard faults.isEmpty else { throw TemplateErrors(faults) }
    context = SiteContext(
      registry: registry, settings: settings, theme: theme, templates: templates, spool: spool)
  }

  /// Makes all files, the manifest last.
  ///
  /// - Parameters:
  ///   - jobs: How many tasks share the work; the files are the same with any number.
  ///   - emit: Takes each file as soon as it is made, from several tasks at once.
  /// - Throws: What `emit` throws, or a `SpoolError`; the build ends there.
  package func build(
    jobs: Int, emit: @escaping @Sendable (OutputFile) throws -> Void
  ) async throws -> SiteTotals {
    let groups = Self.groups.map { $0.init(context) }
    var work = try await withThrowingTaskGroup(of: SiteWork.self) { tasks in
      let count = max(1, jobs)
      for number in 0..<count {
        tasks.addTask { try SiteWork(groups, share: number, of: count, emit: emit) }
      }
      return try await tasks.reduce(into: SiteWork()) { $0.add($1) }
    }
    let manifest = IndexFiles(context).manifest(of: work.digests)
    try emit(manifest)
    work.totals.add(manifest)
    return work.totals
  }

  private static func faults(
    of model: (some PageModel).Type, in templates: TemplateSet
  ) -> [TemplateError] {
    do throws(TemplateErrors) {
      try templates.check(model.template, against: model)
      return []
    } catch {
      return error.all
    }
  }
}

/// What one task has done of a build.
private struct SiteWork: Sendable {
  var totals = SiteTotals()

  /// What the manifest needs to know.
  private(set) var digests: [FileDigest] = []

  init() {}

  /// Makes every `count`-th unit, so that large and small ones spread over all tasks alike.
  init(
    _ groups: [any PageGroup], share: Int, of count: Int, emit: (OutputFile) throws -> Void
  ) throws {
    var first = share
    for group in groups {
      let units = group.units
      while first < units {
        try Task.checkCancellation()
        for file in try group.files(unit: first) {
          try emit(file)
          totals.add(file)
          if SiteAddresses.isDocument(file.path) { digests.append(FileDigest(file)) }
        }
        first += count
      }
      first -= units
    }
  }

  mutating func add(_ other: SiteWork) {
    totals += other.totals
    digests += other.digests
  }
}
