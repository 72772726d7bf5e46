import FoundationEssentials
import Glibc
import Testing

@testable import Drawing

struct PlotPaletteTests {
  private static let series: [PlotPalette] = [
    .series1, .series2, .series3, .series4, .series5, .series6,
  ]

  /// The relative luminance of a colour by WCAG 2.2.
  private static func luminance(_ channels: [Double]) -> Double {
    let linear = channels.map { channel in
      channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  private static func channels(_ colour: String) throws -> [Double] {
    let digits = try #require(Int(colour.dropFirst(), radix: 16))
    return [16, 8, 0].map { Double(digits >> $0 & 0xFF) / 255 }
  }

  private static func contrast(_ one: [Double], _ other: [Double]) -> Double {
    let (left, right) = (luminance(one), luminance(other))
    return (max(left, right) + 0.05) / (min(left, right) + 0.05)
  }

  @Test("Series have the contrast that `pages.md` claims", arguments: series)
  func contrast(_ role: PlotPalette) throws {
    #expect(
      try Self.contrast(Self.channels(role.light), Self.channels(PlotPalette.page.light)) >= 4.9)
    #expect(
      try Self.contrast(Self.channels(role.dark), Self.channels(PlotPalette.page.dark)) >= 7.4)
  }

  @Test("Numbers on a cell can be read however strongly it is filled", arguments: 0...100)
  func heat(hundredths: Int) throws {
    let ramp = HeatRamp(Double(hundredths) / 100)
    for scheme in [\PlotPalette.light, \PlotPalette.dark] {
      let page = try Self.channels(PlotPalette.page[keyPath: scheme])
      let heat = try Self.channels(PlotPalette.heat[keyPath: scheme])
      let cell = zip(page, heat).map { $0 * (1 - ramp.opacity) + $1 * ramp.opacity }
      let text =
        ramp.isStrong ? page : try Self.channels(PlotPalette.text[keyPath: scheme])
      #expect(Self.contrast(cell, text) >= 4.5)
    }
  }

  @Test("The pages' style sheet has the same colours in both schemes")
  func variables() throws {
    let text = try Self.styleSheet()
    for role in PlotPalette.allCases {
      let light = text.ranges(of: "--\(role.rawValue): \(role.light);").count
      let dark = text.ranges(of: "--\(role.rawValue): \(role.dark);").count
      // Dark ones stand there twice: for those whose system is dark, and for those who chose it.
      #expect(light >= 1 && dark == 2, "\(role): \(light), \(dark)")
    }
  }

  @Test("The pages' style sheet has the same rules")
  func rules() throws {
    let text = try Self.styleSheet()
    for rule in PlotStyleSheet.rules {
      let lines = rule.declarations.map { declaration in
        switch declaration.value {
        case .colour(let role): "  \(declaration.property): var(--\(role.rawValue));\n"
        case .plain(let text): "  \(declaration.property): \(text);\n"
        }
      }
      let block = "\n\(rule.selector) {\n\(lines.joined())}\n"
      #expect(text.ranges(of: block).count == 1, "\(block)")
    }
  }

  private static func styleSheet() throws -> String {
    let root = #filePath.split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" }
    return try String(contentsOf: URL(filePath: "\(root)/Assets/site.css"), encoding: .utf8)
  }
}
