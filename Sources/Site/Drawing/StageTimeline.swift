import Drawing

/// Draws who held which stage from when to when: a lane a stage, a bar a holder.
struct StageTimeline {
  /// What the drawing is called, for those who don't see it.
  let title: String

  /// What it shows, in words.
  let summary: String

  /// The moment at which bars without an end stop.
  let end: Int64

  let lanes: [Lane]

  /// One stage.
  struct Lane {
    let stage: String

    /// The colours and the mark of the stage.
    let style: BadgeStyle

    /// Who holds it now.
    let holder: String?

    /// Who held it, oldest first.
    let bars: [Bar]
  }

  /// One holder's span of time.
  struct Bar {
    let label: String

    /// When it began, in seconds since 1970.
    let begin: Int64

    /// When it ended; nothing while it lasts.
    let end: Int64?
  }

  static let width = 880.0
  static let fontSize = 13.0
  private static let laneHeight = 34.0
  private static let markWidth = 16.0
  private static let top = 26.0
  private static let axisHeight = 30.0

  /// Writes the drawing; ids in it start with `id`, which the page has only once.
  func svg(id: String) -> [UInt8] {
    let layout = Layout(self)
    let height = Self.top + Double(lanes.count) * Self.laneHeight + Self.axisHeight
    var svg = SVGWriter()
    svg.drawing(
      id: id, title: title, summary: summary, size: ChartSize(width: Self.width, height: height),
      fontSize: Self.fontSize, attributes: [.classes("timeline")]
    ) { svg in
      drawAxis(into: &svg, layout, bottom: height - Self.axisHeight)
      for (index, lane) in lanes.enumerated() {
        draw(lane, at: Self.top + Double(index) * Self.laneHeight, into: &svg, layout)
      }
    }
    return svg.bytes
  }

  private func drawAxis(into svg: inout SVGWriter, _ layout: Layout, bottom: Double) {
    svg.element(
      "text", .classes("timeline-muted"), .x(layout.holderX), .y(Self.top - 10), text: "Holds now")
    for tick in layout.scale.ticks(size: Self.fontSize) {
      svg.element(
        "line", .classes("timeline-grid"), .init("x1", tick.x), .init("y1", Self.top),
        .init("x2", tick.x), .init("y2", bottom + 6))
      svg.element(
        "text", .classes("timeline-tick"), .x(tick.x), .y(bottom + 22), text: tick.label)
    }
  }

  private func draw(_ lane: Lane, at top: Double, into svg: inout SVGWriter, _ layout: Layout) {
    let baseline = top + Self.laneHeight / 2 + 4.5
    svg.element("g", .classes("timeline-lane badge-\(lane.style.name)")) { svg in
      svg.element(
        "line", .classes("timeline-grid"), .init("x1", 0), .init("y1", top),
        .init("x2", Self.width), .init("y2", top))
      svg.element("g", .classes("mark")) { svg in
        svg.add(markup: lane.style.mark(x: 5, y: Int(top + Self.laneHeight / 2)))
      }
      svg.element(
        "text", .classes("timeline-stage"), .x(Self.markWidth), .y(baseline),
        text: TextWidth.fitted(
          lane.stage, to: layout.stageWidth, size: Self.fontSize, isBold: true))
      svg.element(
        "text", .classes(lane.holder == nil ? "timeline-muted" : "timeline-holder"),
        .x(layout.holderX), .y(baseline),
        text: TextWidth.fitted(
          lane.holder ?? "–", to: layout.holderWidth, size: Self.fontSize, isBold: true))
      for run in TimelineRun.runs(of: lane.bars, scale: layout.scale, end: end) {
        draw(run, top: top, baseline: baseline, into: &svg)
      }
    }
  }

  private func draw(
    _ run: TimelineRun, top: Double, baseline: Double, into svg: inout SVGWriter
  ) {
    let height = Self.laneHeight - 10
    svg.element("g", .classes(run.classes)) { svg in
      svg.element("title", text: run.description)
      svg.element(
        "rect", .x(run.x), .y(top + 5), .width(run.width), .height(height),
        .init("rx", min(4, run.width / 2)))
      guard let label = run.label else { return }
      svg.element("text", .x(label.x), .y(baseline), text: label.text)
    }
  }

  /// Where things lie from left to right: the stages' names, the bars, who holds now.
  private struct Layout {
    let stageWidth: Double
    let holderX: Double
    let holderWidth: Double
    let scale: TimeScale

    init(_ timeline: StageTimeline) {
      func widest(_ texts: [String], _ limits: ClosedRange<Double>) -> Double {
        let widths = texts.map {
          TextWidth.estimate($0, size: StageTimeline.fontSize, isBold: true)
        }
        return min(max(widths.max() ?? 0, limits.lowerBound), limits.upperBound)
      }
      stageWidth = widest(timeline.lanes.map(\.stage), 70...170)
      holderWidth = widest(timeline.lanes.compactMap(\.holder), 76...170)
      holderX = StageTimeline.width - holderWidth
      let moments = timeline.lanes.flatMap { lane in
        lane.bars.flatMap { [$0.begin, $0.end ?? timeline.end] }
      }
      scale = TimeScale(covering: moments, range: (markWidth + stageWidth + 16)...(holderX - 16))
    }
  }
}
