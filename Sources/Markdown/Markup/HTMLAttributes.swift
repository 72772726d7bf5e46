/// What is kept of the attributes of an element of the text's HTML (`hostile-input.md` §1).
struct HTMLAttributes {
  typealias Written = [(name: String, value: String)]

  /// The highest width and height, in CSS pixels.
  private static let longestSide = 4096

  private static let kept: Set<String> = [
    "align", "alt", "colspan", "dir", "height", "href", "id", "lang", "name", "open", "rowspan",
    "src", "start", "title", "width",
  ]

  /// The values by name; the first of two counts, as in browsers.
  private var values: [String: [UInt8]] = [:]

  init(_ tag: HTMLTokenizer.Tag, _ html: [UInt8], _ references: inout CharacterReferences) {
    for attribute in tag.attributes
    where Self.kept.contains(attribute.name) && values[attribute.name] == nil {
      values[attribute.name] = references.decode(html[attribute.value])
    }
  }

  /// Whether an attribute acts or turns the look of the page around.
  static func isDangerous(_ name: String) -> Bool {
    switch name {
    case "style", "srcdoc", "formaction", "action", "xlink:href", "ping", "background": true
    default: name.hasPrefix("on") && name.utf8.count > 2
    }
  }

  func bytes(_ name: String) -> [UInt8]? { values[name] }

  func string(_ name: String) -> String? {
    values[name].map { String(decoding: MarkupText.clean($0), as: UTF8.self) }
  }

  /// The name of a place in the text.
  var anchorName: String? {
    [string("id"), string("name")].compactMap(\.self).first { !$0.isEmpty }
  }

  /// A length in CSS pixels, 1 to 4096.
  func length(_ name: String) -> Int? { integer(name, in: 1...Self.longestSide, unit: "px") }

  /// `left`, `center` or `right`.
  var alignment: String? {
    guard let align = string("align")?.lowercased() else { return nil }
    return ["left", "center", "right"].contains(align) ? align : nil
  }

  /// The attributes as they are written for an element, in a fixed order.
  func written(for name: ElementName, makeID: (String) -> String) -> Written {
    var written: Written = []
    if let id = string("id"), !id.isEmpty { written.append(("id", makeID(id))) }
    if let align = name == .center ? "center" : alignment {
      written.append(("class", "align-\(align)"))
    }
    if let title = string("title"), !title.isEmpty { written.append(("title", title)) }
    if let language { written.append(("lang", language)) }
    if let direction { written.append(("dir", direction)) }
    return written + special(for: name)
  }

  private func special(for name: ElementName) -> Written {
    switch name {
    case .td, .th:
      ["colspan", "rowspan"].compactMap { side in
        integer(side, in: 1...100).map { (side, "\($0)") }
      }
    case .ol: integer("start", in: -999_999_999...999_999_999).map { [("start", "\($0)")] } ?? []
    case .details: values["open"] == nil ? [] : [("open", "")]
    default: []
    }
  }

  private var language: String? {
    guard let language = string("lang"), (1...35).contains(language.utf8.count),
      language.utf8.allSatisfy({ $0.isASCIILetter || (0x30...0x39).contains($0) || $0 == 0x2D })
    else { return nil }
    return language
  }

  private var direction: String? {
    guard let direction = string("dir")?.lowercased() else { return nil }
    return ["ltr", "rtl", "auto"].contains(direction) ? direction : nil
  }

  private func integer(_ name: String, in range: ClosedRange<Int>, unit: String = "") -> Int? {
    guard var digits = string(name)?.drop(while: \.isWhitespace) else { return nil }
    while digits.last?.isWhitespace ?? false { digits.removeLast() }
    if !unit.isEmpty, digits.hasSuffix(unit) { digits.removeLast(unit.count) }
    guard let value = Int(digits), range.contains(value) else { return nil }
    return value
  }
}
