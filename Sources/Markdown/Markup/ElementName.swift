/// The elements that the markup of a text may have, and `center`, `strike` and `tt`, which become
/// others.
enum ElementName: String, CaseIterable, Hashable, Sendable {
  case a, abbr, b, bdi, blockquote, br, center, code, dd, del, details, div, dl, dt, em
  case figcaption, figure, h1, h2, h3, h4, h5, h6, hr, i, img, input, ins, kbd, label, li, mark
  case ol, p, pre, q, s, samp, small, span, strike, strong, sub, summary, sup
  case table, tbody, td, tfoot, th, thead, tr, tt, u, ul, `var`, wbr

  /// What a browser's parser makes of an element's start among others.
  enum Kind: Hashable, Sendable {
    /// Stands wherever text can.
    case phrasing

    /// Ends an open paragraph.
    case block, paragraph, heading

    /// Parts that need a parent of their own.
    case list, item, descriptions, description
    case table, section, row, cell
  }

  var kind: Kind {
    switch self {
    case .blockquote, .center, .details, .div, .figcaption, .figure, .hr, .pre, .summary: .block
    case .p: .paragraph
    case .h1, .h2, .h3, .h4, .h5, .h6: .heading
    case .ol, .ul: .list
    case .li: .item
    case .dl: .descriptions
    case .dd, .dt: .description
    case .table: .table
    case .tbody, .tfoot, .thead: .section
    case .tr: .row
    case .td, .th: .cell
    default: .phrasing
    }
  }

  /// Whether the element never has content.
  var isVoid: Bool {
    switch self {
    case .br, .hr, .img, .input, .wbr: true
    default: false
    }
  }

  /// Whether blocks of the text's HTML may stand in this element where Markdown made it.
  var holdsBlocks: Bool {
    switch kind {
    case .paragraph, .heading, .phrasing: false
    default: self != .pre
    }
  }

  /// The name in the markup, as a heading goes down and obsolete elements become others.
  func written(_ options: MarkdownOptions) -> String {
    switch self {
    case .center: "div"
    case .strike: "s"
    case .tt: "code"
    default: headingLevel.map { "h\(options.headingLevel($0))" } ?? rawValue
    }
  }

  /// 1 to 6 where this is a heading.
  private var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }

  /// The elements that HTML of a text may use, by name (`hostile-input.md` §1).
  static let allowed: [String: ElementName] = Dictionary(
    uniqueKeysWithValues: allCases.filter { $0 != .input && $0 != .label }
      .map { ($0.rawValue, $0) })
}
