import GitStore
import Mustache
import Registry

/// The overview of stages, then the pages of each.
struct StagePages: PageGroup {
  static var models: [any PageModel.Type] { [StageListPage.self, StagePage.self] }

  private let context: SiteContext
  private let stages: [StageHistory]

  init(_ context: SiteContext) {
    self.context = context
    stages = StageHistory.all(in: context)
  }

  var units: Int { 1 + stages.count }

  func files(unit: Int) -> [OutputFile] {
    guard unit > 0 else { return [context.file(StageListPage(stages, in: context))] }
    let stage = stages[unit - 1]
    let pages = Paging(count: stage.current.count).pages
    return (1...pages).map { context.file(StagePage(stage, page: $0, in: context)) }
  }
}

/// Who holds a stage, and who held it before, over all repositories.
struct StageHistory: Sendable {
  /// A span that has ended.
  struct Past: Sendable {
    let interval: StageInterval
    let end: RegistryEvent
    let model: ModelReference
  }

  let name: String

  /// Newest assignment first.
  private(set) var current: [(holding: StageHolding, model: ModelReference)] = []

  /// Those that ended last come first.
  private(set) var past: [Past] = []

  /// The time of the newest event that concerns it.
  var updated: GitTime? {
    [current.first?.holding.holder.assignment.time, past.first?.end.time].compactMap(\.self)
      .max { $0.seconds < $1.seconds }
  }

  /// Every stage that has a page: those of the site, and those that something once held.
  static func all(in context: SiteContext) -> [StageHistory] {
    var histories: [String: StageHistory] = [:]
    for stage in context.stages { histories[stage.name] = StageHistory(name: stage.name) }
    for model in context.models {
      for stage in model.artifact.events.lazy.compactMap(\.stage) where histories[stage] == nil {
        histories[stage] = StageHistory(name: stage)
      }
      for holding in model.artifact.stages {
        histories[holding.stage]?.current.append((holding, model))
      }
      for interval in model.artifact.intervals {
        guard let end = interval.end else { continue }
        histories[interval.stage]?.past.append(Past(interval: interval, end: end, model: model))
      }
    }
    let known = context.stages.map(\.name)
    let others = Set(histories.keys).subtracting(known)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return (known + others).compactMap { histories[$0]?.sorted() }
  }

  private init(name: String) { self.name = name }

  /// The spans in order; those of one second stay as they are.
  private func sorted() -> StageHistory {
    var history = self
    history.current = Self.latestFirst(current) { $0.holding.holder.assignment }
    history.past = Self.latestFirst(past) { $0.end }
    return history
  }

  private static func latestFirst<Element>(
    _ elements: [Element], by event: (Element) -> RegistryEvent
  ) -> [Element] {
    elements.enumerated().map { (place: $0, seconds: event($1).time.seconds, element: $1) }
      .sorted { ($1.seconds, $0.place) < ($0.seconds, $1.place) }
      .map(\.element)
  }
}
