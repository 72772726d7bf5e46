import FoundationEssentials
import TestSupport
import Testing

@testable import Drawing

/// Drawings as other programs see them: Chromium measures their texts, `rsvg-convert` draws them.
@Suite(.timeLimit(.minutes(30)))
struct RenderedChartTests {
  private static let root = #filePath.split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" }

  private static func variable(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name]
  }

  private static let python = (variable("VITRINE_VENV") ?? "\(root)/.venv") + "/bin/python"

  @Test("Text as Chromium lays it out stays in its drawing and covers no other")
  func measured() async throws {
    try await withTemporaryFolder { folder in
      // With this variable, the drawings stay there to be looked at.
      let folder = Self.variable("VITRINE_DRAWINGS") ?? folder
      for (name, chart) in SampleCharts.all { try Self.write(chart, "\(folder)/\(name).svg") }
      for (index, data) in ChartCase.all.enumerated() where index.isMultiple(of: 4) {
        let line = LineChart(
          title: data.label(0), x: ChartAxis(title: data.label(1)), yTitle: data.label(2),
          series: data.lines)
        try Self.write(line, "\(folder)/case-\(index).svg")
        let bars = BarChart(
          title: data.label(0), xTitle: data.label(1),
          y: ChartAxis(title: data.label(2), categories: data.names), series: data.named)
        try Self.write(bars, "\(folder)/case-\(index)-bars.svg")
      }
      let result = try await runTool([
        Self.python, "\(Self.root)/Tests/Tools/check_drawings.py", folder, "--pictures",
      ])
      #expect(result.succeeded, "\(result.text)\(result.errors)")
    }
  }

  private static func write(_ chart: any Chart, _ path: String) throws {
    try writeFile(path, String(decoding: chart.file(), as: UTF8.self))
  }
}
