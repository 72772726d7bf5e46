import Mustache

/// Writes SVG elements into bytes, every text escaped.
///
/// Colours and strokes come from classes of the style sheet, since the pages' policy forbids
/// `style` attributes.
struct SVGWriter {
  /// The markup so far.
  private(set) var bytes: [UInt8] = []

  /// Writes an element whose content `body` adds.
  mutating func element(
    _ name: String, _ attributes: SVGAttribute..., body: (inout SVGWriter) -> Void
  ) {
    open(name, attributes)
    bytes.append(UInt8(ascii: ">"))
    body(&self)
    bytes.append(contentsOf: "</\(name)>".utf8)
  }

  /// Writes an element that holds nothing but text.
  mutating func element(_ name: String, _ attributes: SVGAttribute..., text: String) {
    open(name, attributes)
    bytes.append(UInt8(ascii: ">"))
    HTMLEscape.append(text, to: &bytes)
    bytes.append(contentsOf: "</\(name)>".utf8)
  }

  /// Writes an element without content.
  mutating func element(_ name: String, _ attributes: SVGAttribute...) {
    open(name, attributes)
    bytes.append(contentsOf: "/>".utf8)
  }

  /// Adds elements that are written already.
  mutating func add(markup: String) { bytes.append(contentsOf: markup.utf8) }

  private mutating func open(_ name: String, _ attributes: [SVGAttribute]) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: name.utf8)
    for attribute in attributes {
      bytes.append(UInt8(ascii: " "))
      bytes.append(contentsOf: attribute.name.utf8)
      bytes.append(contentsOf: "=\"".utf8)
      HTMLEscape.append(attribute.value, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
  }
}

/// An attribute of an SVG element.
struct SVGAttribute {
  let name: String
  let value: String

  /// Pairs a name with a text.
  init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }

  /// Pairs a name with a coordinate.
  init(_ name: String, _ value: Double) { self.init(name, Self.coordinate(value)) }

  static func classes(_ names: String) -> Self { Self("class", names) }
  static func id(_ id: String) -> Self { Self("id", id) }
  static func x(_ value: Double) -> Self { Self("x", value) }
  static func y(_ value: Double) -> Self { Self("y", value) }
  static func width(_ value: Double) -> Self { Self("width", value) }
  static func height(_ value: Double) -> Self { Self("height", value) }

  static func viewBox(width: Double, height: Double) -> Self {
    Self("viewBox", "0 0 \(coordinate(width)) \(coordinate(height))")
  }

  /// Writes a coordinate with at most one decimal, which is finer than a screen shows and half the bytes.
  static func coordinate(_ value: Double) -> String {
    guard let tenths = Int(exactly: (value * 10).rounded()) else { return "0" }
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return (tenths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
  }
}
