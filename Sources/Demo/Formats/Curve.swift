/// The curves that training and evaluation leave behind, from basic arithmetic alone: anything
/// finer rounds differently from one C library to the next.
enum Curve {
  /// A loss that falls from `start` to `end` over `steps` readings, quickly first, with some noise.
  static func falling(
    from start: Double, to end: Double, steps: Int, seed: Int, noise: Double = 0.02
  ) -> [Double] {
    var wobble = SampleNoise(seed: seed)
    let pace = 9.0
    return (0..<steps).map { step in
      let progress = steps > 1 ? Double(step) / Double(steps - 1) : 1
      let done = progress * (1 + pace) / (1 + pace * progress)
      let rest = 1 - progress
      let value = start + (end - start) * done
      return (value + wobble.next() * noise * rest * abs(start - end)).rounded(to: 4)
    }
  }

  /// The points of a ROC curve that encloses `area`, from (0, 0) to (1, 1).
  ///
  /// The curve is a hyperbola; its bend is found by halving until the trapezoids have the area.
  static func roc(area: Double, intervals: Int = 24) -> [(falsePositives: Double, recall: Double)] {
    var (sharp, flat) = (0.0001, 100.0)
    for _ in 0..<60 {
      let middle = (sharp + flat) / 2
      if areaUnder(hyperbola(bend: middle, intervals: intervals)) > area {
        sharp = middle
      } else {
        flat = middle
      }
    }
    return hyperbola(bend: sharp, intervals: intervals)
  }

  /// The area of the trapezoids under a curve.
  static func areaUnder(_ points: [(falsePositives: Double, recall: Double)]) -> Double {
    zip(points, points.dropFirst()).reduce(0) { sum, pair in
      sum + (pair.1.falsePositives - pair.0.falsePositives) * (pair.0.recall + pair.1.recall) / 2
    }
  }

  private static func hyperbola(
    bend: Double, intervals: Int
  ) -> [(falsePositives: Double, recall: Double)] {
    (0...intervals).map { index in
      let share = Double(index) / Double(intervals)
      let falsePositives = (share * share).rounded(to: 4)
      let recall = (1 + bend) * falsePositives / (falsePositives + bend)
      return (falsePositives, recall.rounded(to: 4))
    }
  }
}
