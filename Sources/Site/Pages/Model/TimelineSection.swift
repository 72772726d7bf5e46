import GitStore
import Mustache
import Registry

/// Who held which stage from when to when: a drawing, and the same as a table.
struct TimelineSection: TemplateModel {
  let drawing: [UInt8]
  let rows: [TimelineRow]

  /// How many older spans the table leaves out.
  let more: Int

  /// Nothing where nothing ever held a stage.
  init?(in scope: ModelScope, limit: Int, link: SiteLinker) {
    let intervals = scope.artifact.intervals
    guard !intervals.isEmpty else { return nil }
    drawing = Self.drawing(of: intervals, in: scope).svg(id: "timeline")
    rows = intervals.suffix(limit).reversed().map { TimelineRow($0, in: scope, link: link) }
    more = max(0, intervals.count - limit)
  }

  private static func drawing(
    of intervals: [StageInterval], in scope: ModelScope
  ) -> StageTimeline {
    let byStage = Dictionary(grouping: intervals, by: \.stage)
    let holders = Dictionary(
      scope.holdings.map { ($0.stage, $0.holder) }, uniquingKeysWith: { first, _ in first })
    let lanes = scope.stagesEverHeld.map { stage in
      StageTimeline.Lane(
        stage: scope.context.title(of: stage),
        style: scope.context.style(of: stage),
        holder: holders[stage].map { name(of: $0.version, in: scope) },
        bars: (byStage[stage] ?? []).map { bar(of: $0, in: scope) })
    }
    let newest = scope.artifact.events.first?.time ?? intervals.last?.begin.time
    return StageTimeline(
      title: "Stages of \(SiteText.shown(scope.artifact.name)) over time",
      summary: summary(of: lanes), end: end(of: intervals, newest: newest?.seconds ?? 0),
      lanes: lanes)
  }

  /// Where bars without an end stop: a little after the model's newest event, so that what it began
  /// has a bar to be seen. An event of another model must not change the drawing.
  private static func end(of intervals: [StageInterval], newest: Int64) -> Int64 {
    let first = intervals.lazy.map(\.begin.time.seconds).min() ?? newest
    let known = GitTime.firstRepresentable...GitTime.lastRepresentable
    guard known.contains(first), known.contains(newest), newest >= first else { return newest }
    return min(newest + (newest - first) / 24, known.upperBound)
  }

  private static func bar(of interval: StageInterval, in scope: ModelScope) -> StageTimeline.Bar {
    StageTimeline.Bar(
      label: name(of: interval.version, in: scope), begin: interval.begin.time.seconds,
      end: interval.end?.time.seconds)
  }

  private static func name(of version: String, in scope: ModelScope) -> String {
    scope.page(ofVersion: version) == nil ? String(version.prefix(7)) : SiteText.shown(version)
  }

  /// `prod: v1.2.0 now, after 2 others. dev: nothing now, after 1.`
  private static func summary(of lanes: [StageTimeline.Lane]) -> String {
    lanes.map { lane in
      let earlier = lane.bars.count - (lane.bars.last?.end == nil ? 1 : 0)
      let holder = lane.holder.map { "\($0) now" } ?? "nothing now"
      return "\(lane.stage): \(holder)"
        + (earlier > 0 ? ", after \(CountText.of(earlier, "earlier holder"))." : ".")
    }.joined(separator: " ")
  }

  static let fields: [TemplateField<Self>] = [
    .markup("drawing") { $0.drawing },
    .list("rows") { $0.rows },
    .text("more") { $0.more > 0 ? CountText.of($0.more, "older span") : nil },
  ]
}

/// A span of time in which one version held a stage.
struct TimelineRow: TemplateModel {
  let stage: StageBadge
  let version: VersionLink
  let from: TimeText
  let by: PersonText?

  /// Nothing while it holds.
  let to: TimeText?
  let endedBy: PersonText?

  init(_ interval: StageInterval, in scope: ModelScope, link: SiteLinker) {
    stage = scope.context.badge(stage: interval.stage, link: link)
    version = VersionLink(interval.version, in: scope, link: link)
    from = TimeText(interval.begin.time)
    by = scope.person(interval.begin.tagger)
    to = interval.end.map { TimeText($0.time) }
    endedBy = scope.person(interval.end?.tagger)
  }

  static let fields: [TemplateField<Self>] = [
    .record("stage") { $0.stage },
    .record("version") { $0.version },
    .record("from") { $0.from },
    .record("by") { $0.by },
    .record("to") { $0.to },
    .record("ended_by") { $0.endedBy },
  ]
}
