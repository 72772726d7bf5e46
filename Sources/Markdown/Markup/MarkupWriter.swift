/// Writes the markup of a text: whatever reaches a page goes through here, Markdown's own elements and
/// HTML of the text alike, so that one stack of open elements keeps them well nested
/// (`hostile-input.md` §1).
///
/// A browser's parser makes of the markup the very elements that were written: each has the parent
/// that the parser wants, and all are ended in order. That holds for every sequence of calls in which
/// Markdown's own elements are such markup already.
package struct MarkupWriter {
  /// An element that Markdown itself makes.
  package enum Element: String, Hashable, Sendable {
    case p, blockquote, pre, code, em, strong, del, ul, ol, li, h1, h2, h3, h4, h5, h6, hr, br
    case table, thead, tbody, tr, th, td, div, span, input, label
  }

  let options: MarkdownOptions
  var buffer = PieceBuffer()
  var elements = OpenElements()
  var names: AnchorNames
  var references = CharacterReferences()

  /// The element whose content is being left out.
  var unwanted: UnwantedContent?

  private var log = FindingLog()

  /// What was left out so far.
  var findings: [MarkdownFinding] { log.findings }

  init(_ options: MarkdownOptions) {
    self.options = options
    names = AnchorNames(prefix: options.idPrefix)
  }

  /// Opens an element of Markdown's own: HTML of the text can't close it. Elements of the text's HTML
  /// that can't hold it (an open `p`, a `table` without a cell) are ended first. `attributes` come
  /// from the program alone; values are escaped.
  mutating func open(_ element: Element, _ attributes: [(name: StaticString, value: String)] = []) {
    let name = element.elementName
    prepare(for: name)
    guard unwanted == nil, !elements.isRepeated(element.rawValue) else {
      return push(name, isOwn: true, .nothing)
    }
    buffer.append(startOf: element.rawValue, attributes.map { ("\($0.name)", $0.value) })
    push(name, isOwn: true, .tag(element.rawValue))
  }

  /// Closes the innermost open element of this name, and what the text's HTML left open in it.
  mutating func close(_ element: Element) {
    closeOwn(element.elementName)
  }

  /// Writes an element that has no content.
  mutating func void(_ element: Element, _ attributes: [(name: StaticString, value: String)] = []) {
    prepare(for: element.elementName)
    guard unwanted == nil else { return }
    buffer.append(startOf: element.rawValue, attributes.map { ("\($0.name)", $0.value) })
  }

  /// Writes text, escaped, without control characters.
  mutating func text(_ text: some Collection<UInt8>) {
    guard unwanted == nil else { return }
    let cleaned = MarkupText.clean(text)
    if !cleaned.allSatisfy(\.isHTMLSpace) { openCellForContent() }
    buffer.append(text: cleaned)
  }

  /// An id for a heading or an anchor of this name: prefixed, in the way of forges (lower case,
  /// hyphens), unique in the text.
  mutating func id(for name: String) -> String { names.makeID(for: name) }

  /// Notes something that is not shown as written.
  mutating func note(_ kind: MarkdownFinding.Kind, line: Int, example: String) {
    log.note(kind, line: line, example: example)
  }

  /// Ends every element, leads `#…` links to the ids there are (as written, or as a heading's name;
  /// links to none stay text), and gives the pieces.
  consuming func finish() -> [RenderedMarkdown.Piece] {
    end(from: 0)
    return buffer.finish(names)
  }
}

/// The stack of open elements.
extension MarkupWriter {
  /// Ends the elements from an index on, the innermost first, and those around that are overdue.
  mutating func end(from index: Int) {
    while elements.all.count > index || elements.all.last?.isOverdue ?? false,
      let element = elements.pop()
    {
      switch element.end {
      case .tag(let name): buffer.append(endOf: name)
      case .link: buffer.append(.linkEnd)
      case .linkToFragment: buffer.appendEndOfLinkToFragment()
      case .nothing: break
      }
    }
    if let level = unwanted?.level, elements.all.count < level { unwanted = nil }
  }

  /// Ends the innermost element of Markdown's own of a name, and what it kept from ending.
  mutating func closeOwn(_ name: ElementName) {
    guard let index = elements.all.lastIndex(where: { $0.isOwn && $0.name == name }) else { return }
    end(from: index)
    if let overdue = elements.indexOfOverdueBlock { end(from: overdue) }
  }

  mutating func push(_ name: ElementName, isOwn: Bool, _ end: OpenElement.End) {
    elements.push(OpenElement(name: name, isOwn: isOwn, end: end))
  }

  /// Makes room for an element of Markdown's own.
  private mutating func prepare(for name: ElementName) {
    switch name.kind {
    case .phrasing: openCellForContent()
    case .item, .section, .row, .cell: unwanted = nil
    default:
      unwanted = nil
      if elements.isBetweenCells, let table = elements.parts?[.table] { end(from: table) }
      if case .afterEnding(let index) = elements.place(ofBlock: name) { end(from: index) }
    }
  }

  /// Opens a cell if this is a table but no cell of it, as a browser would move the content out of
  /// the table.
  mutating func openCellForContent() {
    if elements.isBetweenCells { openPartOfTable(.td, []) }
  }
}

extension MarkupWriter.Element {
  /// The same element among all.
  fileprivate var elementName: ElementName {
    switch self {
    case .p: .p
    case .blockquote: .blockquote
    case .pre: .pre
    case .code: .code
    case .em: .em
    case .strong: .strong
    case .del: .del
    case .ul: .ul
    case .ol: .ol
    case .li: .li
    case .h1: .h1
    case .h2: .h2
    case .h3: .h3
    case .h4: .h4
    case .h5: .h5
    case .h6: .h6
    case .hr: .hr
    case .br: .br
    case .table: .table
    case .thead: .thead
    case .tbody: .tbody
    case .tr: .tr
    case .th: .th
    case .td: .td
    case .div: .div
    case .span: .span
    case .input: .input
    case .label: .label
    }
  }
}
