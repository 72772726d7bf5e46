import TestSupport
import Testing

@testable import Drawing

/// A text of a drawing with the box that it fills.
struct TextBox: CustomStringConvertible {
  let (left, right, top, bottom): (Double, Double, Double, Double)
  let text: String

  /// The boxes of all texts of a drawing.
  static func all(in svg: [UInt8]) throws -> [TextBox] {
    try DrawnElement.all(in: svg).filter { $0.name == "text" }.map(TextBox.init)
  }

  private init(_ element: DrawnElement) throws {
    let (x, y) = (try #require(element.number("x")), try #require(element.number("y")))
    text = element.text.unescaped
    let isBold = element.attributes["font-weight"] == "600"
    let width = TextWidth.estimate(text, size: ChartCanvas.fontSize, isBold: isBold)
    switch element.attributes["text-anchor"] {
    case "end": (left, right) = (x - width, x)
    case "middle": (left, right) = (x - width / 2, x + width / 2)
    default: (left, right) = (x, x + width)
    }
    (top, bottom) = (y - 10, y + 3)
  }

  func covers(_ other: TextBox) -> Bool {
    left < other.right - 0.2 && other.left < right - 0.2 && top < other.bottom
      && other.top < bottom
  }

  var description: String { "\(text) \(left)…\(right) × \(top)…\(bottom)" }

  /// Expects that no text of a chart covers another or leaves the drawing.
  static func expectRoom(in chart: some Chart, _ location: SourceLocation = #_sourceLocation) throws
  {
    let boxes = try all(in: chart.svg(id: "t"))
    var problems: [String] = []
    for (index, box) in boxes.enumerated() {
      let isInside =
        box.left >= -0.2 && box.right <= chart.size.width + 0.2 && box.top >= 0
        && box.bottom <= chart.size.height
      if !isInside { problems.append("\(box) leaves the drawing") }
      for other in boxes[..<index] where box.covers(other) {
        problems.append("\(box) covers \(other)")
      }
    }
    #expect(problems.isEmpty, sourceLocation: location)
  }
}

extension String {
  fileprivate var unescaped: String {
    var text = ""
    var rest = self[...]
    let entities = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"]
    while let character = rest.first {
      if let (entity, plain) = entities.first(where: { rest.hasPrefix($0.key) }) {
        text += plain
        rest = rest.dropFirst(entity.count)
      } else {
        text.append(character)
        rest.removeFirst()
      }
    }
    return text
  }
}
