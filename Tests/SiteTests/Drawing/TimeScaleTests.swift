import Drawing
import GitStore
import Testing

@testable import Site

struct TimeScaleTests {
  @Test(
    "Ticks fall on round moments",
    arguments: [
      (0, ["2022-01-01 12:00"]),
      (15, ["2022-01-03", "2022-01-10"]),
      (150, ["2022-02", "2022-03", "2022-04", "2022-05"]),
      (5 * 365, ["2023", "2024", "2025", "2026"]),
    ] as [(Int64, [String])])
  func round(days: Int64, expected: [String]) throws {
    let noon: Int64 = 1_641_038_400  // 2022-01-01T12:00:00Z
    let scale = TimeScale(covering: [noon, noon + days * 86_400], range: 0...700)
    let labels = Set(scale.ticks(size: 13).map { $0.label.replacing(":00:00", with: ":00") })
    #expect(labels.isSuperset(of: expected), "\(labels.sorted())")
  }

  @Test("Weeks start on Mondays")
  func weeks() throws {
    let start: Int64 = 1_704_067_200  // 2024-01-01, a Monday
    let moments = try #require(
      CalendarStep.days(7).moments(in: start...start + 20 * 86_400, limit: 7))
    #expect(moments.map { ($0 - start) / 86_400 } == [0, 7, 14])
  }

  @Test(
    "Months and years begin at midnight of their first day",
    arguments: [CalendarStep.months(1), .months(3), .years(1), .years(10), .years(100)])
  func firstDays(step: CalendarStep) throws {
    let span = GitTime.firstRepresentable...GitTime.lastRepresentable
    let slices = stride(from: span.lowerBound, to: span.upperBound, by: 25_000_000_000)
    for start in slices {
      let end = min(start + 20_000_000_000, span.upperBound)
      let moments = try #require(step.moments(in: start...end, limit: 10_000))
      #expect(moments.allSatisfy { GitTime(seconds: $0).utc.hasSuffix("-01T00:00:00Z") })
      #expect(
        step == .months(1) || step == .months(3)
          || moments.allSatisfy {
            GitTime(seconds: $0).utc.dropFirst(4).hasPrefix("-01-01T")
          })
    }
  }

  @Test(
    "Labels of any span stay apart and number at most seven",
    arguments: [
      0, 1, 59, 61, 3600, 10_000, 86_400, 400_000, 3_000_000, 31_557_600, 100_000_000,
      700_000_000, 9_000_000_000, 300_000_000_000,
    ] as [Int64])
  func spacing(span: Int64) {
    for start in [0, 1_709_164_799, -2_000_000_000] as [Int64] {
      let scale = TimeScale(covering: [start, start + span], range: 100...700)
      let ticks = scale.ticks(size: 13)
      #expect((1...7).contains(ticks.count), "\(ticks)")
      for (one, next) in zip(ticks, ticks.dropFirst()) {
        #expect(next.x - one.x >= TextWidth.estimate(one.label, size: 13) + 16)
      }
      #expect(Set(ticks.map(\.label)).count == ticks.count)
      #expect(ticks.allSatisfy { scale.range.contains($0.x) })
    }
  }

  @Test("A single moment lies in the middle, none at all is no trouble")
  func degenerate() {
    let one = TimeScale(covering: [1_700_000_000], range: 0...100)
    #expect(one.position(of: 1_700_000_000) == 50)
    #expect(TimeScale(covering: [], range: 0...100).span.contains(0))
    let wild = TimeScale(covering: [.min, .max], range: 0...100)
    #expect(wild.position(of: .min) == 0)
    #expect(wild.position(of: .max) == 100)
  }
}
