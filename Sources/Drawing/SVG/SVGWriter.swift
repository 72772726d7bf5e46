import Mustache

/// Writes SVG elements into bytes, every text escaped.
///
/// Colours and strokes come from classes of the style sheet, since the pages' policy forbids
/// `style` attributes.
package struct SVGWriter {
  /// The markup so far.
  package private(set) var bytes: [UInt8] = []

  /// Makes a writer that has written nothing.
  package init() {}

  /// Writes an element whose content `body` adds.
  package mutating func element(
    _ name: String, _ attributes: SVGAttribute..., body: (inout SVGWriter) -> Void
  ) {
    element(name, attributes: attributes, body: body)
  }

  /// Writes an element that holds nothing but text.
  package mutating func element(_ name: String, _ attributes: SVGAttribute..., text: String) {
    element(name, attributes: attributes, text: text)
  }

  /// Writes an element without content.
  package mutating func element(_ name: String, _ attributes: SVGAttribute...) {
    element(name, attributes: attributes)
  }

  /// Writes an element whose content `body` adds.
  package mutating func element(
    _ name: String, attributes: [SVGAttribute], body: (inout SVGWriter) -> Void
  ) {
    open(name, attributes)
    body(&self)
    close(name)
  }

  /// Writes an element that holds nothing but text.
  package mutating func element(_ name: String, attributes: [SVGAttribute], text: String) {
    element(name, attributes: attributes) { HTMLEscape.append(text, to: &$0.bytes) }
  }

  /// Writes an element without content.
  package mutating func element(_ name: String, attributes: [SVGAttribute]) {
    start(name, attributes)
    bytes.append(contentsOf: "/>".utf8)
  }

  /// Writes a whole drawing, which says what it is to those who don't see it.
  ///
  /// - Parameter id: What the ids in it start with; the page has it only once.
  package mutating func drawing(
    id: String, title: String, summary: String, size: ChartSize, fontSize: Double,
    attributes: [SVGAttribute], body: (inout SVGWriter) -> Void
  ) {
    let own: [SVGAttribute] = [
      .viewBox(width: size.width, height: size.height), .init("role", "img"),
      .init("aria-labelledby", "\(id)-title \(id)-text"), .init("font-size", fontSize),
    ]
    element("svg", attributes: attributes + own) { svg in
      svg.element("title", .id("\(id)-title"), text: title)
      svg.element("desc", .id("\(id)-text"), text: summary)
      body(&svg)
    }
  }

  /// Adds elements that are written already.
  package mutating func add(markup: String) { bytes.append(contentsOf: markup.utf8) }

  /// Adds what another writer wrote.
  package mutating func add(_ other: SVGWriter) { bytes.append(contentsOf: other.bytes) }

  /// Writes the beginning of an element that has content.
  mutating func open(_ name: String, _ attributes: [SVGAttribute]) {
    start(name, attributes)
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes the end of an element that has content.
  mutating func close(_ name: String) {
    bytes.append(contentsOf: "</".utf8)
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func start(_ name: String, _ attributes: [SVGAttribute]) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: name.utf8)
    for attribute in attributes {
      bytes.append(UInt8(ascii: " "))
      bytes.append(contentsOf: attribute.name.utf8)
      bytes.append(contentsOf: "=\"".utf8)
      switch attribute.value {
      case .text(let text): HTMLEscape.append(text, to: &bytes)
      case .number(let number): SVGAttribute.append(number, to: &bytes)
      }
      bytes.append(UInt8(ascii: "\""))
    }
  }
}

/// An attribute of an SVG element.
package struct SVGAttribute {
  enum Value {
    case text(String)
    case number(Double)
  }

  let name: String
  let value: Value

  /// Pairs a name with a text.
  package init(_ name: String, _ value: String) { (self.name, self.value) = (name, .text(value)) }

  /// Pairs a name with a coordinate.
  package init(_ name: String, _ value: Double) { (self.name, self.value) = (name, .number(value)) }

  /// The classes that the style sheet knows.
  package static func classes(_ names: String) -> Self { Self("class", names) }
  /// A name that the page has once.
  package static func id(_ id: String) -> Self { Self("id", id) }
  /// The left edge, or where text begins.
  package static func x(_ value: Double) -> Self { Self("x", value) }
  /// The upper edge, or the line that text stands on.
  package static func y(_ value: Double) -> Self { Self("y", value) }
  /// The width, in units of the drawing.
  package static func width(_ value: Double) -> Self { Self("width", value) }
  /// The height, in units of the drawing.
  package static func height(_ value: Double) -> Self { Self("height", value) }

  /// The part of the plane that is shown, from the origin.
  package static func viewBox(width: Double, height: Double) -> Self {
    Self("viewBox", "0 0 \(coordinate(width)) \(coordinate(height))")
  }

  /// Writes a coordinate with at most one decimal, which is finer than a screen shows and half the bytes.
  package static func coordinate(_ value: Double) -> String {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes a coordinate to the end of some text; digit by digit, as a drawing has thousands.
  static func append(_ value: Double, to bytes: inout [UInt8]) {
    guard let tenths = Int(exactly: (value * 10).rounded()) else {
      return bytes.append(UInt8(ascii: "0"))
    }
    if tenths < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    var power: UInt = 1
    while whole / power >= 10 { power *= 10 }
    while power > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: whole / power % 10))
      power /= 10
    }
    guard rest > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest))
  }
}
