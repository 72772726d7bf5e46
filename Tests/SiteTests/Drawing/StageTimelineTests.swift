import Drawing
import TestSupport
import Testing

@testable import Site

struct StageTimelineTests {
  @Test(
    "Nothing leaves the drawing, and no two bars or labels overlap",
    arguments: [1, 2, 5, 12], [0, 1, 2, 40, 500])
  func geometry(lanes: Int, bars: Int) throws {
    for span in [0, 90, 86_400, 400 * 86_400, 40 * 31_557_600] as [Int64] {
      for letters in [1, 7, 60] {
        let timeline = Self.timeline(lanes: lanes, bars: bars, span: span, letters: letters)
        try expectTidy(timeline.svg(id: "x"), lanes: lanes)
      }
    }
  }

  @Test("Every lane names its stage, its style and who holds it")
  func lane() {
    let timeline = StageTimeline(
      title: "Stages", summary: "prod: v2.0.0", end: 1_000_000,
      lanes: [
        .init(
          stage: "prod", style: .prod, holder: "v2.0.0",
          bars: [
            .init(label: "v1.0.0", begin: 0, end: 400_000),
            .init(label: "v2.0.0", begin: 400_000, end: nil),
          ]),
        .init(stage: "dev", style: .dev, holder: nil, bars: []),
      ])
    let elements = DrawnElement.all(in: timeline.svg(id: "stages"))
    let texts = elements.filter { $0.name == "text" || $0.name == "title" }.map(\.text)
    #expect(texts.contains("v1.0.0, 1970-01-01 to 1970-01-05"))
    #expect(texts.contains("v2.0.0, since 1970-01-05, holds now"))
    #expect(texts.filter { $0 == "v2.0.0" }.count == 2)
    #expect(texts.contains("dev") && texts.contains("–"))
    #expect(elements.contains { $0.attributes["class"] == "timeline-lane badge-prod" })
    #expect(elements.first?.attributes["aria-labelledby"] == "stages-title stages-text")
    #expect(elements.compactMap { $0.attributes["id"] } == ["stages-title", "stages-text"])
    #expect(!elements.contains { $0.attributes["style"] != nil })
  }

  @Test("Bars too short to be seen become one that says how many")
  func manyBars() {
    let svg = Self.timeline(lanes: 1, bars: 500, span: 86_400 * 30, letters: 6).svg(id: "x")
    let rects = DrawnElement.all(in: svg).filter { $0.name == "rect" }
    #expect(rects.count < 300)
    #expect(String(decoding: svg, as: UTF8.self).contains("holders one after another"))
  }

  private static func timeline(
    lanes: Int, bars: Int, span: Int64, letters: Int
  ) -> StageTimeline {
    let start: Int64 = 1_704_110_400
    let lanes = (0..<lanes).map { lane in
      let holders = (0..<bars).map { bar -> StageTimeline.Bar in
        // Uneven: some long, many short, some with a gap after them.
        let begin = start + span * Int64(bar * bar) / Int64(max(bars * bars, 1))
        let next = start + span * Int64((bar + 1) * (bar + 1)) / Int64(max(bars * bars, 1))
        let end = bar % 3 == lane % 3 ? (begin + next) / 2 : next
        let label = String(String(repeating: "v1.wM", count: 13).prefix(letters))
        return .init(label: label, begin: begin, end: bar == bars - 1 ? nil : end)
      }
      let name = String(String(repeating: "Wproduction", count: 6).prefix(letters))
      return StageTimeline.Lane(
        stage: name, style: .other, holder: holders.last?.label, bars: holders)
    }
    return StageTimeline(title: "T", summary: "S", end: start + span, lanes: lanes)
  }

  private func expectTidy(_ svg: [UInt8], lanes: Int) throws {
    let elements = DrawnElement.all(in: svg)
    let box = try #require(elements.first?.attributes["viewBox"])
    let size = box.split(separator: " ").compactMap { Double($0) }
    let (width, height) = (try #require(size.dropFirst(2).first), try #require(size.last))
    var boxes: [(x: Double, end: Double, y: Double)] = []
    for element in elements where element.name == "text" {
      let x = try #require(element.number("x"))
      let y = try #require(element.number("y"))
      let isBold = ["timeline-stage", "timeline-holder"].contains(element.attributes["class"])
      let text = TextWidth.estimate(
        element.text, size: StageTimeline.fontSize, isBold: isBold)
      let left = element.attributes["class"] == "timeline-tick" ? x - text / 2 : x
      #expect(left >= 0 && left + text <= width + 0.1 && y >= 12 && y <= height - 3)
      boxes.append((left, left + text, y))
    }
    expectApart(boxes)
    let bars = try elements.filter { $0.name == "rect" }.map { rect in
      let (x, y) = (try #require(rect.number("x")), try #require(rect.number("y")))
      let (wide, high) = (try #require(rect.number("width")), try #require(rect.number("height")))
      #expect(x >= 0 && x + wide <= width && y >= 0 && y + high <= height && wide >= 2)
      return (x: x, end: x + wide, y: y)
    }
    expectApart(bars)
    #expect(elements.count { $0.attributes["class"]?.hasPrefix("timeline-lane") == true } == lanes)
  }

  private func expectApart(_ boxes: [(x: Double, end: Double, y: Double)]) {
    let sorted = boxes.sorted { ($0.y, $0.x) < ($1.y, $1.x) }
    for (one, next) in zip(sorted, sorted.dropFirst()) where one.y == next.y {
      #expect(next.x >= one.end - 0.11)
    }
  }
}
