import Drawing
import GitStore

/// A bar as it is drawn, or several that are too short to be told apart.
struct TimelineRun {
  let x: Double
  private(set) var width: Double
  private(set) var label: Label?

  private let first: StageTimeline.Bar
  private var last: StageTimeline.Bar
  private var count = 1

  /// Text within its bar, or right after it.
  struct Label: Equatable {
    let x: Double
    let text: String
  }

  /// Bars narrower than this melt into one with their neighbours.
  private static let narrow = 3.0

  /// The space between a label and the ends of what holds it.
  private static let margin = 6.0

  private init(_ bar: StageTimeline.Bar, x: Double, width: Double) {
    (self.x, self.width) = (x, max(width, 2))
    (first, last) = (bar, bar)
  }

  /// Lays out the bars of a lane, oldest first, without an overlap of bars or labels.
  static func runs(of bars: [StageTimeline.Bar], scale: TimeScale, end: Int64) -> [TimelineRun] {
    var runs: [TimelineRun] = []
    for bar in bars {
      let x = max(scale.position(of: bar.begin), runs.last?.edge ?? 0)
      let width = scale.position(of: bar.end ?? end) - x
      if let run = runs.last, run.isNarrow, width < narrow, x - run.edge < narrow {
        runs[runs.count - 1].absorb(bar, to: x + width)
      } else {
        runs.append(TimelineRun(bar, x: x, width: width))
      }
    }
    for index in runs.indices {
      let next = index + 1 < runs.count ? runs[index + 1].x : scale.range.upperBound
      runs[index].placeLabel(before: next)
    }
    return runs
  }

  /// The classes that say what kind of bar it is.
  var classes: String {
    if count > 1 { return "timeline-bar timeline-many" }
    return last.end == nil ? "timeline-bar timeline-now" : "timeline-bar"
  }

  /// Who held it from when to when.
  var description: String {
    let begin = GitTime(seconds: first.begin).day
    let who = count > 1 ? "\(count) holders one after another, " : "\(first.label), "
    guard let end = last.end else { return who + "since \(begin), holds now" }
    return who + "\(begin) to \(GitTime(seconds: end).day)"
  }

  private var edge: Double { x + width }

  private var isNarrow: Bool { count > 1 || width < Self.narrow }

  private mutating func absorb(_ bar: StageTimeline.Bar, to edge: Double) {
    width = max(width, edge - x)
    last = bar
    count += 1
  }

  private mutating func placeLabel(before next: Double) {
    let text = count > 1 ? "\(count) holders" : first.label
    let needed = TextWidth.estimate(text, size: StageTimeline.fontSize) + 2 * Self.margin
    if needed <= width {
      label = Label(x: x + Self.margin, text: text)
    } else if needed <= next - edge {
      label = Label(x: edge + Self.margin, text: text)
    }
  }
}
