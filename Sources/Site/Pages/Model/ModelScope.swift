import GitStore
import Registry

/// What the pages of one model need to know, looked up once for all of them.
struct ModelScope: Sendable {
  let context: SiteContext
  let model: ModelReference
  let forge: ForgeLinks?
  let facts: ArtifactScope

  /// The metrics and params of all versions.
  let records: ModelRecords

  /// The pages of versions by name.
  private let pages: [String: SitePath]

  /// The places in the artifact's events by version, newest first.
  private let events: [String: [Int]]

  /// The span that isn't over, by stage.
  private let open: [String: StageInterval]

  /// The spans by version, oldest first.
  private let intervals: [String: [StageInterval]]

  /// For each version the place of the greatest active one below it.
  private let previous: [Int?]

  /// The versions that have a page side by side.
  let pairs: ComparisonPairs

  init(_ model: ModelReference, in context: SiteContext, of registry: RegistryScope) {
    let (artifact, repository) = (model.artifact, model.repository)
    self.context = context
    self.model = model
    forge = context.forge(of: repository)
    facts = ArtifactScope(artifact, in: repository, of: registry)
    records = ModelRecords(artifact, settings: context.settings)
    pages = Dictionary(
      artifact.versions.map {
        ($0.name, context.addresses.version($0, of: artifact, in: repository))
      }, uniquingKeysWith: { first, _ in first })
    events = Dictionary(grouping: artifact.events.indices) { artifact.events[$0].version ?? "" }
    open = Dictionary(
      artifact.intervals.lazy.filter { $0.end == nil }.map { ($0.stage, $0) },
      uniquingKeysWith: { _, last in last })
    intervals = Dictionary(grouping: artifact.intervals, by: \.version)
    previous = Self.previous(in: artifact.versions)
    let records = self.records
    pairs = ComparisonPairs(
      latest: artifact.latestIndex, previous: previous,
      holders: facts.holdings.compactMap { records.place(ofVersion: $0.holder.version) },
      limit: context.settings.comparison.pairLimit)
  }

  private static func previous(in versions: [Version]) -> [Int?] {
    var previous: [Int?] = []
    var active: Int?
    for index in versions.indices.reversed() {
      previous.append(active)
      if versions[index].isActive { active = index }
    }
    return previous.reversed()
  }

  var artifact: Artifact { model.artifact }
  var repository: Repository { model.repository }
  var addresses: SiteAddresses { context.addresses }

  /// The page of the model.
  var path: SitePath { addresses.model(artifact, in: repository) }

  /// How its events are cut into pages.
  var historyPaging: EventPaging { EventPaging(count: artifact.events.count) }

  /// A page of its history: the newest, or a numbered one, the oldest being 1.
  func history(page: Int?) -> SitePath {
    addresses.history(page: page, of: artifact, in: repository)
  }

  /// The page and the anchor of the event at a place in the artifact's events.
  func history(ofEvent index: Int) -> (page: SitePath, anchor: String) {
    (history(page: historyPaging.page(ofRow: index)), anchor(ofEvent: index))
  }

  /// The id of an event in the history: numbered from the oldest on, so that it never changes.
  func anchor(ofEvent index: Int) -> String { "event-\(artifact.events.count - index)" }

  /// The page of a version by its name; nothing for a commit.
  func page(ofVersion name: String) -> SitePath? { pages[name] }

  /// The places of a version's events, newest first.
  func events(of version: Version) -> [Int] { events[version.name] ?? [] }

  /// The spans in which a version held stages, oldest first.
  func intervals(of version: Version) -> [StageInterval] { intervals[version.name] ?? [] }

  /// The active version next below the one at a place.
  func previous(of index: Int) -> Version? { previous[index].map { artifact.versions[$0] } }

  /// The place of the active version next below the one at a place.
  func previousPlace(of index: Int) -> Int? { previous[index] }

  /// The page on which two versions stand side by side; nothing where there is none.
  func comparison(of version: Int, with baseline: Int) -> SitePath? {
    guard pairs.contains(ComparisonPairs.Pair(baseline: baseline, version: version)) else {
      return nil
    }
    return addresses.comparison(
      artifact.versions[version], with: artifact.versions[baseline], of: artifact, in: repository)
  }

  /// Who holds what, in the site's order of stages.
  var holdings: [StageHolding] { facts.holdings }

  /// The stages that a version holds by GTO's rule, in the site's order.
  func stages(of version: Version) -> [StageHolder] { facts.stages(of: version) }

  /// The span in which the present holder of a stage has held it so far.
  func present(of stage: String) -> StageInterval? { open[stage] }

  /// What could not be read about a version.
  func diagnostics(of version: Version) -> [Diagnostic] { facts.diagnostics(of: version) }

  /// Who it was, as far as the site may tell.
  func person(_ identity: GitIdentity?) -> PersonText? {
    identity.flatMap { PersonText($0, policy: context.settings.authors) }
  }

  /// Every stage that something held at some time, in the site's order.
  var stagesEverHeld: [String] {
    let held = Set(artifact.intervals.map(\.stage)).union(holdings.map(\.stage))
    let known = context.stages.map(\.name).filter(held.contains)
    let rest = held.subtracting(known)
    return known + rest.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
