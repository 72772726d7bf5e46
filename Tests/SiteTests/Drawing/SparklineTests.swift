import TestSupport
import Testing

@testable import Site

struct SparklineTests {
  @Test("Nothing without a value, a dot for one, a line for more")
  func few() {
    #expect(Sparkline.svg([]).isEmpty && Sparkline.svg([nil, .nan, .infinity]).isEmpty)
    let one = DrawnElement.all(in: Sparkline.svg([nil, 3, nil]))
    #expect(one.map(\.name) == ["svg", "circle"])
    let two = DrawnElement.all(in: Sparkline.svg([1, 2]))
    #expect(two.map(\.name) == ["svg", "path", "circle"])
    #expect(two[0].attributes["aria-hidden"] == "true")
    #expect(two[1].attributes["d"] == "M3 21L93 3")
  }

  @Test("Missing values leave gaps, and a value between gaps is a point")
  func gaps() {
    let path = DrawnElement.all(in: Sparkline.svg([0, 1, nil, 0, .nan, 1, 0]))[1]
    #expect(path.attributes["d"] == "M3 21L18 3M48 21h0M78 3L93 21")
  }

  @Test(
    "Everything stays within the drawing, whatever the range", arguments: [2, 50, 2_000, 10_000])
  func bounds(count: Int) {
    let ranges: [(Double) -> Double] = [
      { $0 }, { _ in 7 },
      { ($0.truncatingRemainder(dividingBy: 2) * 2 - 1) * .greatestFiniteMagnitude },
      { $0 * .leastNonzeroMagnitude },
    ]
    for value in ranges {
      let svg = Sparkline.svg((0..<count).map { value(Double($0)) })
      #expect(svg.count < 3_500)
      let path = DrawnElement.all(in: svg)[1].attributes["d"] ?? ""
      let numbers = path.split { "MLh ".contains($0) }.compactMap { Double($0) }
      #expect(numbers.count > 3)
      #expect(numbers.allSatisfy { $0 >= 0 && $0 <= 96 })
    }
  }
}
