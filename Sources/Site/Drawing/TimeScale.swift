import Drawing
import GitStore

/// Turns moments into horizontal places, and names some of them.
struct TimeScale {
  /// The moments that the axis covers, in seconds since 1970; a minute at least.
  let span: ClosedRange<Int64>

  /// The places of the first and the last moment.
  let range: ClosedRange<Double>

  /// A named place on the axis.
  struct Tick: Equatable {
    let x: Double
    let label: String
  }

  /// Makes a scale over moments in any order; a single moment gets the middle.
  init(covering moments: some Sequence<Int64>, range: ClosedRange<Double>) {
    self.range = range
    let known = GitTime.firstRepresentable...GitTime.lastRepresentable
    var (first, last) = (Int64.max, Int64.min)
    for moment in moments {
      let clamped = min(max(moment, known.lowerBound), known.upperBound)
      (first, last) = (min(first, clamped), max(last, clamped))
    }
    if first > last { (first, last) = (0, 0) }
    let missing = max(0, 60 - (last - first))
    span = (first - missing / 2)...(last + missing - missing / 2)
  }

  /// The place of a moment; one outside the span lies at its end.
  func position(of moment: Int64) -> Double {
    let inside = min(max(moment, span.lowerBound), span.upperBound)
    let share = Double(inside - span.lowerBound) / Double(span.upperBound - span.lowerBound)
    return range.lowerBound + share * (range.upperBound - range.lowerBound)
  }

  /// The finest ticks, at most seven, whose labels stay `gap` pixels apart.
  func ticks(size: Double, gap: Double = 16) -> [Tick] {
    for step in CalendarStep.all {
      guard let moments = step.moments(in: span, limit: 7) else { continue }
      let ticks = moments.map { Tick(x: position(of: $0), label: step.label(of: $0)) }
      let width = TextWidth.estimate(ticks.first?.label ?? "", size: size) + gap
      if zip(ticks, ticks.dropFirst()).allSatisfy({ $1.x - $0.x >= width }) { return ticks }
    }
    return []
  }
}
