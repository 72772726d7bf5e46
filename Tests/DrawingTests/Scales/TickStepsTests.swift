import Testing

@testable import Drawing

struct TickStepsTests {
  @Test(
    "Ticks are round values in their exact digits",
    arguments: [
      (0.0, 1.0, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
      (0.74, 0.877, ["0.70", "0.75", "0.80", "0.85", "0.90"]),
      (0, 100, ["0", "20", "40", "60", "80", "100"]),
      (-3, 3, ["\u{2212}4", "\u{2212}2", "0", "2", "4"]),
      (5, 5, ["4.50", "4.75", "5.00", "5.25", "5.50"]),
      (0, 0, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
      (0, 4e9, ["0", "1e9", "2e9", "3e9", "4e9"]),
      (0, 3e-9, ["0", "1e\u{2212}9", "2e\u{2212}9", "3e\u{2212}9"]),
    ])
  func values(low: Double, high: Double, texts: [String]) {
    #expect(TickSteps(from: low, to: high).ticks.map(\.text) == texts)
  }

  private static let magnitudes = [1e-300, 1e-12, 1e-5, 0.1, 1, 37, 1e6, 1e12, 1e300]
  private static let ranges = [
    (0.0, 1.0), (0.1, 0.9), (0.93, 0.94), (-1, 1), (-0.3, 0.05), (0.5, 0.5), (1, 1.000001),
  ]

  @Test("Four to seven ticks reach from end to end at any magnitude", arguments: magnitudes, ranges)
  func coverage(magnitude: Double, range: (Double, Double)) {
    let (low, high) = (range.0 * magnitude, range.1 * magnitude)
    let steps = TickSteps(from: low, to: high)
    #expect((4...7).contains(steps.ticks.count), "\(steps.ticks)")
    #expect(steps.range.lowerBound <= low && steps.range.upperBound >= high)
    #expect(Set(steps.ticks.map(\.text)).count == steps.ticks.count)
    for (one, next) in zip(steps.ticks, steps.ticks.dropFirst()) { #expect(one.value < next.value) }
  }

  @Test("What is no number, and the widest of all ranges, have ticks, too")
  func extremes() {
    #expect(TickSteps(from: .nan, to: .infinity).ticks.count >= 2)
    let widest = TickSteps(from: -.greatestFiniteMagnitude, to: .greatestFiniteMagnitude)
    #expect(widest.ticks.count >= 2 && widest.ticks.allSatisfy { $0.value.isFinite })
  }
}
