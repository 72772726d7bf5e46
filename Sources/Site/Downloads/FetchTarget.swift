import Mustache
import Registry

/// A version that people want to fetch: the latest one, or the holder of a stage.
struct FetchTarget: TemplateModel {
  let version: VersionLink
  let isLatest: Bool
  private(set) var stages: [StageBadge]
  let commands: [FetchCommand]

  /// Whether its commands are shown at once.
  let isFirst: Bool

  /// The latest version and all holders of stages, each version once.
  static func all(in scope: ModelScope, link: SiteLinker) -> [FetchTarget] {
    var targets: [FetchTarget] = []
    var places: [String: Int] = [:]
    if let latest = scope.artifact.latest {
      targets.append(FetchTarget(latest, isLatest: true, isFirst: true, in: scope, link: link))
      places[latest.name] = 0
    }
    let versions = Dictionary(
      scope.artifact.versions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for holding in scope.holdings {
      let holder = holding.holder
      let place = places[holder.version] ?? targets.count
      if place == targets.count {
        let isFirst = targets.isEmpty
        targets.append(
          versions[holder.version].map {
            FetchTarget($0, isLatest: false, isFirst: isFirst, in: scope, link: link)
          } ?? FetchTarget(holder, isFirst: isFirst, in: scope, link: link))
        places[holder.version] = place
      }
      targets[place].stages.append(scope.context.badge(stage: holding.stage, link: link))
    }
    return targets
  }

  private init(
    _ version: Version, isLatest: Bool, isFirst: Bool, in scope: ModelScope, link: SiteLinker
  ) {
    self.version = VersionLink(version.name, in: scope, link: link)
    (self.isLatest, self.isFirst, stages) = (isLatest, isFirst, [])
    commands = VersionFiles(version, in: scope.facts).commands
  }

  private init(_ holder: StageHolder, isFirst: Bool, in scope: ModelScope, link: SiteLinker) {
    version = VersionLink(holder.version, in: scope, link: link)
    (isLatest, self.isFirst, stages) = (false, isFirst, [])
    commands = FetchCommand.all(for: holder, in: scope.repository)
  }

  static let fields: [TemplateField<Self>] = [
    .record("version") { $0.version },
    .flag("latest") { $0.isLatest },
    .list("stages") { $0.stages },
    .list("commands") { $0.commands },
    .flag("first") { $0.isFirst },
  ]
}
