/// What changed from one built site to another.
struct SiteDifference {
  /// A tag whose meaning for readers changed.
  struct TagChange {
    /// What happened to the tag.
    enum Kind: String {
      case new, moved, deleted

      /// It points where it did, and was made anew: by somebody else, at another time, or with
      /// another message.
      case remade

      /// Whether something that was published no longer holds: tags are meant to stay.
      var isLoss: Bool { self != .new }
    }

    let kind: Kind

    /// The tag as it is; of a deleted one, as it was.
    let event: PublishedRegistry.Event

    /// The tag as it was, where it was moved or remade.
    var before: PublishedRegistry.Event?
  }

  /// Another holder of a stage; nothing before the first and after the last.
  struct StageChange {
    let model: String
    let stage: String
    let before: String?
    let after: String?
  }

  /// Another latest version, or other metrics of it.
  struct LatestChange {
    let model: String
    let before: String?
    let after: String?
    let metrics: [MetricChange]
  }

  struct MetricChange {
    let file: String
    let name: String
    let before: String?
    let after: String?
  }

  let addedModels: [String]
  let removedModels: [String]
  let removedRepositories: [String]
  let tags: [TagChange]
  let stages: [StageChange]
  let latest: [LatestChange]

  var isEmpty: Bool {
    addedModels.isEmpty && removedModels.isEmpty && removedRepositories.isEmpty && tags.isEmpty
      && stages.isEmpty && latest.isEmpty
  }

  /// Tags that were published and are gone or changed.
  var losses: [TagChange] { tags.filter(\.kind.isLoss) }

  init(from old: PublishedRegistry, to new: PublishedRegistry) {
    let oldModels = Self.byKey(old.models, \.id)
    let newModels = Self.byKey(new.models, \.id)
    addedModels = new.models.map(\.id).filter { oldModels[$0] == nil }
    removedModels = old.models.map(\.id).filter { newModels[$0] == nil }
    let repositories = Set(new.repositories)
    removedRepositories = old.repositories.filter { !repositories.contains($0) }
    tags = Self.tagChanges(old, new, in: repositories)
    var stages: [StageChange] = []
    var latest: [LatestChange] = []
    for model in new.models {
      let before = oldModels[model.id]
      stages += Self.stageChanges(before, model)
      if let before, let change = Self.latestChange(before, model) { latest.append(change) }
    }
    self.stages = stages
    self.latest = latest
  }

  /// Of a repository that is gone, no tag is told one by one.
  private static func tagChanges(
    _ old: PublishedRegistry, _ new: PublishedRegistry, in repositories: Set<String>
  ) -> [TagChange] {
    let key = { (event: PublishedRegistry.Event) in [event.repository, event.tag] }
    let before = byKey(old.events, key)
    let after = byKey(new.events, key)
    let deleted = old.events.filter {
      after[key($0)] == nil && repositories.contains($0.repository)
    }
    let changed = new.events.compactMap { event -> TagChange? in
      guard let was = before[key(event)] else { return TagChange(kind: .new, event: event) }
      if was.commit != event.commit { return TagChange(kind: .moved, event: event, before: was) }
      let isSame = was.time == event.time && was.message == event.message && was.by == event.by
      return isSame ? nil : TagChange(kind: .remade, event: event, before: was)
    }
    return deleted.map { TagChange(kind: .deleted, event: $0) } + changed.filter(\.kind.isLoss)
      + changed.filter { !$0.kind.isLoss }
  }

  private static func stageChanges(
    _ old: PublishedRegistry.Model?, _ new: PublishedRegistry.Model
  ) -> [StageChange] {
    let before = byKey(old?.stages ?? [], \.stage)
    let after = byKey(new.stages, \.stage)
    let ended = (old?.stages ?? []).filter { after[$0.stage] == nil }.map {
      StageChange(model: new.id, stage: $0.stage, before: $0.version, after: nil)
    }
    return new.stages.compactMap { now in
      let was = before[now.stage]?.version
      return was == now.version
        ? nil
        : StageChange(model: new.id, stage: now.stage, before: was, after: now.version)
    } + ended
  }

  private static func latestChange(
    _ old: PublishedRegistry.Model, _ new: PublishedRegistry.Model
  ) -> LatestChange? {
    let key = { (metric: PublishedRegistry.Metric) in [metric.file, metric.name] }
    let before = byKey(old.metrics, key)
    let after = byKey(new.metrics, key)
    let metrics =
      new.metrics.compactMap { now -> MetricChange? in
        let was = before[key(now)]?.value
        return was == now.value
          ? nil : MetricChange(file: now.file, name: now.name, before: was, after: now.value)
      }
      + old.metrics.filter { after[key($0)] == nil }.map {
        MetricChange(file: $0.file, name: $0.name, before: $0.value, after: nil)
      }
    guard old.latest != new.latest || !metrics.isEmpty else { return nil }
    return LatestChange(
      model: new.id, before: old.latest, after: new.latest, metrics: metrics)
  }

  private static func byKey<Element, Key: Hashable>(
    _ elements: [Element], _ key: (Element) -> Key
  ) -> [Key: Element] {
    Dictionary(elements.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
  }
}
