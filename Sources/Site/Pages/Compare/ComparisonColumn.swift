import Registry
import Mustache

/// A version at the head of a comparison.
struct ComparisonColumn: TemplateModel {
  let version: VersionLink
  let isBaseline: Bool
  let isLatest: Bool
  let isActive: Bool
  let stages: [StageBadge]
  let time: TimeText?
  let person: PersonText?

  /// How many metrics are better and worse than the baseline's; nothing in the baseline.
  let better: String?
  let worse: String?

  init(
    _ column: Int, at place: Int, of comparison: VersionComparison, in scope: ModelScope,
    link: SiteLinker
  ) {
    let version = scope.artifact.versions[place]
    self.version = VersionLink(version.name, in: scope, link: link)
    isBaseline = column == comparison.baseline
    isLatest = place == scope.artifact.latestIndex
    isActive = version.isActive
    stages = scope.stages(of: version).map { scope.context.badge(stage: $0.stage, link: link) }
    time = version.registration.map { TimeText($0.time) }
    person = scope.person(version.registration?.tagger)
    let verdict = ComparisonCounts.verdict(of: column, in: comparison)
    better =
      isBaseline || verdict.better == 0 ? nil : "\(CountText.of(verdict.better, "metric")) better"
    worse =
      isBaseline || verdict.worse == 0 ? nil : "\(CountText.of(verdict.worse, "metric")) worse"
  }

  static let fields: [TemplateField<Self>] = [
    .record("version") { $0.version },
    .flag("baseline") { $0.isBaseline },
    .flag("latest") { $0.isLatest },
    .flag("active") { $0.isActive },
    .list("stages") { $0.stages },
    .record("time") { $0.time },
    .record("person") { $0.person },
    .text("better") { $0.better },
    .text("worse") { $0.worse },
  ]
}
