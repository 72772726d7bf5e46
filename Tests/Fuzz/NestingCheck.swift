/// Reads markup as strictly as nobody else does: tags of a list, attributes of a list in double quotes,
/// each element ended in its turn, and no other `<`.
struct NestingCheck {
  private var elements: [String] = []

  private static let tags = Set(
    """
    a abbr b bdi blockquote br code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 \
    hr i img input ins kbd label li mark ol p pre q s samp small span strike strong sub summary sup \
    table tbody td tfoot th thead tr u ul var wbr
    """.split(separator: " ").map(String.init))

  private static let void: Set = ["br", "hr", "img", "input", "wbr"]

  private static let attributes: Set = [
    "alt", "aria-label", "checked", "class", "colspan", "dir", "disabled", "height", "href", "id",
    "lang", "open", "rel", "role", "rowspan", "scope", "src", "start", "tabindex", "title", "type",
    "width",
  ]

  private static let schemes = ["http://", "https://", "mailto:", "#"]

  /// An element begins.
  mutating func open(_ tag: String) {
    expect(Self.tags.contains(tag), "the element \(tag)")
    expect(tag != "a" || !elements.contains("a"), "a link in a link")
    if !Self.void.contains(tag) { elements.append(tag) }
  }

  /// An element ends.
  mutating func close(_ tag: String) {
    expect(elements.popLast() == tag, "</\(tag)> ends another element")
  }

  /// The text is over.
  func finish() { expect(elements.isEmpty, "\(elements) without an end") }

  /// Reads a part of the markup that cuts no tag.
  mutating func read(_ markup: [UInt8]) {
    var rest = markup[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      Self.checkText(rest[..<start])
      guard let end = rest[start...].firstIndex(of: UInt8(ascii: ">")) else {
        return expect(false, "a tag without an end")
      }
      readTag(String(decoding: rest[(start + 1)..<end], as: UTF8.self))
      rest = rest[(end + 1)...]
    }
    Self.checkText(rest)
  }

  private static func checkText(_ text: ArraySlice<UInt8>) {
    expect(!text.contains(UInt8(ascii: ">")), "a > in text")
    expect(text.allSatisfy { $0 >= 32 || $0 == 9 || $0 == 10 }, "a control character")
  }

  private mutating func readTag(_ tag: String) {
    if tag.hasPrefix("/") { return close(String(tag.dropFirst())) }
    let name = String(tag.prefix { $0 != " " })
    open(name)
    var rest = tag.dropFirst(name.count)
    while !rest.isEmpty {
      let parts = rest.dropFirst().split(separator: "=\"", maxSplits: 1)
      guard rest.hasPrefix(" "), let attribute = parts.first,
        let end = rest.dropFirst(attribute.count + 3).firstIndex(of: "\"")
      else { return expect(false, "<\(tag)> is no tag") }
      let value = rest[..<end].dropFirst(attribute.count + 3)
      Self.check(String(attribute), String(value), of: name)
      rest = rest[rest.index(after: end)...]
    }
  }

  private static func check(_ attribute: String, _ value: String, of tag: String) {
    expect(attributes.contains(attribute), "\(attribute) on <\(tag)>")
    expect(!value.contains("<"), "a < in an attribute")
    if attribute == "href" {
      expect(schemes.contains { value.hasPrefix($0) }, "a link to \(value)")
    }
    if attribute == "id" { expect(value.utf8.starts(with: "card-".utf8), "the id \(value)") }
    expect(attribute != "src", "an image that a page loads: \(value)")
  }
}
