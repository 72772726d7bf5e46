import Mustache

/// Cuts a long list into pages.
struct Paging: Sendable {
  /// How many rows a page holds.
  static let size = 200

  let count: Int

  /// The number of pages; an empty list has one.
  var pages: Int { max(1, (count + Self.size - 1) / Self.size) }

  /// The places of the rows of a page, counted from 1.
  func rows(page: Int) -> Range<Int> {
    let start = min((page - 1) * Self.size, count)
    return start..<min(start + Self.size, count)
  }
}

/// The links between the pages of a list.
struct Pager: TemplateModel {
  let page: Int
  let paging: Paging

  /// Addresses by page number.
  let href: @Sendable (Int) -> String

  /// Nothing where the list has one page.
  init?(page: Int, of paging: Paging, href: @escaping @Sendable (Int) -> String) {
    guard paging.pages > 1 else { return nil }
    (self.page, self.paging, self.href) = (page, paging, href)
  }

  /// The first page, the last, and those around this one.
  var numbers: [Number] {
    var numbers: [Number] = []
    var last = 0
    for number in 1...paging.pages
    where number == 1 || number == paging.pages || abs(number - page) <= 2 {
      numbers.append(
        Number(
          text: String(number), href: number == page ? nil : href(number),
          followsGap: number > last + 1))
      last = number
    }
    return numbers
  }

  /// `201–400 of 1,024`.
  private var summary: String {
    let rows = paging.rows(page: page)
    return "\(CountText.digits(rows.lowerBound + 1))–\(CountText.digits(rows.upperBound))"
      + " of \(CountText.digits(paging.count))"
  }

  static let fields: [TemplateField<Self>] = [
    .text("previous") { $0.page > 1 ? $0.href($0.page - 1) : nil },
    .text("next") { $0.page < $0.paging.pages ? $0.href($0.page + 1) : nil },
    .text("summary") { $0.summary },
    .list("numbers") { $0.numbers },
  ]

  struct Number: TemplateModel {
    let text: String
    /// Nothing for the page itself.
    let href: String?
    let followsGap: Bool

    static let fields: [TemplateField<Self>] = [
      .text("text") { $0.text },
      .text("href") { $0.href },
      .flag("gap") { $0.followsGap },
    ]
  }
}

extension SiteAddresses {
  /// A further page of a list, counted from 1, beside the first one.
  func page(_ number: Int, of first: SitePath) -> SitePath {
    guard number > 1, first != catalog else { return number > 1 ? catalog(page: number) : first }
    return SitePath(text: "\(first.text.dropLast("index.html".count))\(number)/index.html")
  }
}
