import Testing

@testable import Site

@Suite("Styles of stages")
struct BadgeStyleTests {
  @Test(
    "follow the names that people use everywhere",
    arguments: [
      ("prod", BadgeStyle.prod), ("production", .prod), ("Production", .prod), ("stage", .staging),
      ("staging", .staging), ("uat", .staging), ("dev", .dev), ("test", .dev), ("qa", .dev),
      ("canary", .other), ("prod/eu", .other), ("", .other), ("archived", .archived),
      ("retired", .archived),
    ])
  func conventions(stage: String, style: BadgeStyle) {
    #expect(BadgeStyle(stage: stage) == style)
  }

  @Test(
    "follow the configuration first",
    arguments: [
      ("production", BadgeStyle.prod), ("staging", .staging), ("development", .dev),
      ("other", .other), ("archived", .archived), ("no such style", .dev),
    ])
  func configured(word: String, style: BadgeStyle) {
    var settings = StageSettings(name: "dev")
    settings.style = word
    #expect(BadgeStyle(stage: "dev", settings: settings) == style)
  }

  @Test("differ in their mark, and in colour in both schemes", arguments: BadgeStyle.allCases)
  func distinct(style: BadgeStyle) {
    for other in BadgeStyle.allCases where other != style {
      #expect(style.mark(x: 4, y: 4) != other.mark(x: 4, y: 4))
      #expect(style.palette.light != other.palette.light)
      #expect(style.palette.dark != other.palette.dark)
    }
  }

  @Test(
    "give text enough contrast on its fill, and borders on the page", arguments: BadgeStyle.allCases
  )
  func contrast(style: BadgeStyle) throws {
    for (colours, page) in [(style.palette.light, "#ffffff"), (style.palette.dark, "#0f1419")] {
      #expect(try Self.contrast(colours.text, colours.fill) >= 6.7)
      #expect(try Self.contrast(colours.border, page) >= 4.2)
    }
  }

  /// The contrast ratio of WCAG 2.
  private static func contrast(_ one: String, _ other: String) throws -> Double {
    let (a, b) = (try luminance(one), try luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// The relative luminance of WCAG 2; the power of 2.4 is close enough to that of 12/5 by roots.
  private static func luminance(_ colour: String) throws -> Double {
    let number = try #require(Int(colour.dropFirst(), radix: 16))
    let channels = [16, 8, 0].map { Double(number >> $0 & 255) / 255 }
    let linear = channels.map { channel in
      channel <= 0.03928 ? channel / 12.92 : power((channel + 0.055) / 1.055)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// `base` to the power of 2.4: its square times its fifth root squared.
  private static func power(_ base: Double) -> Double {
    var root = 1.0
    for _ in 0..<60 {
      root -= (root * root * root * root * root - base) / (5 * root * root * root * root)
    }
    return base * base * root * root
  }
}
