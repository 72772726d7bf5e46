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
    ModelFiles.self,
    StagePages.self,
    LabelPages.self,
    LeaderboardPages.self,
    RepositoryPages.self,
    ActivityPages.self,
    ReportPages.self,
    CodePages.self,
    DataPages.self,
    NotFoundPages.self,
    AssetFiles.self,
    CardAssetFiles.self,
    DownloadFiles.self,
    IndexFiles.self,
    FeedFiles.self,
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
    var templates = try TemplateSet(theme.templates)
    var faults: [TemplateError] = []
    for model in Self.groups.flatMap({ $0.models }) {
      faults += Self.faults(of: model, in: templates)
      templates.index(model)
    }
    guard faults.isEmpty else { throw TemplateErrors(faults) }
    context = SiteContext(
      registry: registry, settings: settings, theme: theme, templates: templates, spool: spool)
  }

  /// Makes all files, the manifest last.
  ///
  /// - Parameters:
  ///   - jobs: How many tasks share the work; the files are the same with any number.
  ///   - kept: What can be taken over from the site that was published before.
  ///   - emit: Takes each file as soon as it is made, from several tasks at once.
  /// - Throws: What `emit` throws, or a `SpoolError`; the build ends there.
  package func build(
    jobs: Int, kept: (any UnitKeeping)? = nil,
    emit: @escaping @Sendable (OutputFile) throws -> Void
  ) async throws -> SiteTotals {
    let groups = Self.groups.map { $0.init(context) }
    let isListed = context.settings.baseURL != nil && !context.settings.noindex
    var work = try await withThrowingTaskGroup(of: SiteWork.self) { tasks in
      let count = max(1, jobs)
      for number in 0..<count {
        tasks.addTask {
          try SiteWork(
            groups, share: number, of: count, listsPages: isListed, kept: kept, emit: emit)
        }
      }
      return try await tasks.reduce(into: SiteWork()) { $0.add($1) }
    }
    for file in listings(of: work.pages) {
      try emit(file)
      work.totals.add(path: file.path, size: file.bytes.count)
    }
    let manifest = IndexFiles(context).manifest(of: work.digests)
    try emit(manifest)
    work.totals.add(path: manifest.path, size: manifest.bytes.count)
    return work.totals
  }

  /// What search engines are told; only where the site's address is known.
  private func listings(of pages: [SitePath]) -> [OutputFile] {
    guard let baseURL = context.settings.baseURL else { return [] }
    let sitemap = Sitemap(baseURL: baseURL)
    let isHidden = context.settings.noindex
    return (isHidden ? [] : sitemap.files(pages: pages)) + sitemap.robots(isHidden: isHidden)
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

  /// The pages that search engines are told of; none where they are told of none.
  private(set) var pages: [SitePath] = []
  private let listsPages: Bool

  init() { listsPages = false }

  /// Makes every `count`-th unit, so that large and small ones spread over all tasks alike.
  init(
    _ groups: [any PageGroup], share: Int, of count: Int, listsPages: Bool,
    kept: (any UnitKeeping)?, emit: (OutputFile) throws -> Void
  ) throws {
    self.listsPages = listsPages
    var first = share
    for group in groups {
      let units = group.units
      while first < units {
        try Task.checkCancellation()
        try make(first, of: group, kept, emit)
        first += count
      }
      first -= units
    }
  }

  private mutating func make(
    _ unit: Int, of group: any PageGroup, _ kept: (any UnitKeeping)?,
    _ emit: (OutputFile) throws -> Void
  ) throws {
    let key = kept == nil ? nil : group.key(unit: unit)
    if let key, let taken = try kept?.take(key) {
      for file in taken { add(file) }
      return
    }
    var made: [FileDigest] = []
    for file in try group.files(unit: unit) {
      try emit(file)
      let digest =
        SiteAddresses.isDocument(file.path)
        ? FileDigest(file) : FileDigest(path: file.path, size: file.bytes.count, sha256: "")
      add(digest)
      made.append(digest)
    }
    if let key { kept?.note(key, made) }
  }

  private mutating func add(_ file: FileDigest) {
    totals.add(path: file.path, size: file.size)
    if SiteAddresses.isDocument(file.path) { digests.append(file) }
    if listsPages, file.path.hasSuffix(".html"), file.path != "404.html" {
      pages.append(SitePath(text: file.path))
    }
  }

  mutating func add(_ other: SiteWork) {
    totals += other.totals
    digests += other.digests
    pages += other.pages
  }
}
