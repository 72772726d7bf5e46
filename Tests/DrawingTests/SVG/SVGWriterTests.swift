import Testing

@testable import Drawing

struct SVGWriterTests {
  @Test("Texts and attributes are escaped")
  func escaping() {
    var svg = SVGWriter()
    svg.element("g", .classes("a\" onload=\"x")) { svg in
      svg.element("text", .x(1.25), text: "</text><script>&")
      svg.element("rect", .width(3))
    }
    #expect(
      String(decoding: svg.bytes, as: UTF8.self) == """
        <g class="a&quot; onload=&quot;x"><text x="1.3">&lt;/text&gt;&lt;script&gt;&amp;</text>\
        <rect width="3"/></g>
        """)
  }

  @Test(
    "Coordinates have at most one decimal",
    arguments: [
      (0.0, "0"), (-0.04, "0"), (-0.4, "-0.4"), (12.96, "13"), (-3.14, "-3.1"), (880, "880"),
      (.nan, "0"), (.infinity, "0"), (1e300, "0"),
    ] as [(Double, String)])
  func coordinates(value: Double, text: String) {
    #expect(SVGAttribute.coordinate(value) == text)
  }
}
