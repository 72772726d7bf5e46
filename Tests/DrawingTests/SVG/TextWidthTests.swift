import Testing

@testable import Drawing

struct TextWidthTests {
  @Test(
    "A text that is cut fits and says so",
    arguments: [
      ("v1.0.0", 30.0), ("a-rather-long-stage-name-for-any-lane", 80), ("生産環境生産環境", 60),
      ("👩🏽‍🔬👩🏽‍🔬👩🏽‍🔬", 30),
    ] as [(String, Double)])
  func fitting(text: String, width: Double) {
    let fitted = TextWidth.fitted(text, to: width, size: 13)
    #expect(fitted.hasSuffix("…"))
    #expect(text.hasPrefix(fitted.dropLast()))
    #expect(TextWidth.estimate(fitted, size: 13) <= width)
  }

  @Test("A text that fits stays whole")
  func whole() {
    #expect(TextWidth.fitted("v1.0.0", to: 100, size: 13) == "v1.0.0")
    #expect(TextWidth.estimate("", size: 13) == 0)
  }
}
