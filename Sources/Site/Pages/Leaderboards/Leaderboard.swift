import Records
import Registry

/// Models ranked by a metric that they share: of each its latest version and the one in production.
struct Leaderboard: Sendable {
  /// A version of a model with its value.
  struct Entry: Sendable {
    let model: ModelReference
    let version: Version
    let isLatest: Bool
    let file: String
    let value: LoggedValue

    /// The place in the ranking from 1; equal values share it. Nothing without an order.
    fileprivate(set) var rank: Int?
  }

  let settings: ComparisonSettings.Leaderboard
  let traits: MetricTraits

  /// The best first; without a known direction by name.
  let entries: [Entry]
  let format: NumberFormat

  /// What people read over it.
  var title: String {
    SiteText.singleLine(settings.title ?? traits.title ?? settings.metric, limit: 200)
  }

  init(_ settings: ComparisonSettings.Leaderboard, in context: SiteContext) {
    self.settings = settings
    let production = context.stages.filter(\.isProduction).map(\.name)
    let found = context.models.filter { $0.artifact.status == .active }.flatMap { model in
      Self.versions(of: model.artifact, production: production).compactMap { version in
        Self.entry(version, of: model, settings)
      }
    }
    let rules = MetricRule.all(context.settings.metrics)
    traits = MetricTraits(
      file: settings.file ?? found.first?.file ?? "", keys: [settings.metric],
      name: settings.metric, settings: rules)
    format = NumberFormat(of: found.compactMap(\.value.finite), isPercent: traits.isPercent)
    entries = Self.ranked(found, traits.direction)
  }

  private static func versions(of artifact: Artifact, production: [String]) -> [Version] {
    let holders = Set(
      artifact.stages.filter { production.contains($0.stage) }.map(\.holder.version))
    return artifact.versions.enumerated().filter { index, version in
      index == artifact.latestIndex || holders.contains(version.name)
    }.map(\.element)
  }

  private static func entry(
    _ version: Version, of model: ModelReference, _ settings: ComparisonSettings.Leaderboard
  ) -> Entry? {
    for file in version.records.metrics where file.isOwn {
      if let wanted = settings.file, wanted != file.path { continue }
      guard let metric = file.metrics.first(where: { $0.name == settings.metric }) else { continue }
      return Entry(
        model: model, version: version, isLatest: model.artifact.latest?.name == version.name,
        file: file.path, value: LoggedValue(metric.value))
    }
    return nil
  }

  /// What has no number comes last and has no place.
  private static func ranked(_ found: [Entry], _ direction: BetterDirection?) -> [Entry] {
    guard let direction else { return found }
    let sorted = found.enumerated().sorted { one, other in
      guard let left = one.element.value.finite, let right = other.element.value.finite else {
        let (has, others) = (one.element.value.finite != nil, other.element.value.finite != nil)
        return has == others ? one.offset < other.offset : has
      }
      if left.precedes(right) { return direction == .lower }
      if right.precedes(left) { return direction == .higher }
      return one.offset < other.offset
    }.map(\.element)
    var ranked = sorted
    for index in ranked.indices {
      guard let number = ranked[index].value.finite else { continue }
      let isTie =
        index > 0
        && ranked[index - 1].value.finite.map { !$0.precedes(number) && !number.precedes($0) }
          ?? false
      ranked[index].rank = isTie ? ranked[index - 1].rank : index + 1
    }
    return ranked
  }
}
