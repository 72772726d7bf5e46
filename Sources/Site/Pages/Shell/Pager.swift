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
  /// The addresses of the neighbours; nothing at an end.
  let previous: String?
  let next: String?

  /// `201–400 of 1,024`.
  let summary: String
  let numbers: [Number]

  /// Nothing where the list has one page.
  ///
  /// - Parameter href: Gives addresses by page number.
  init?(page: Int, of paging: Paging, href: (Int) -> String) {
    guard paging.pages > 1 else { return nil }
    let rows = paging.rows(page: page)
    previous = page > 1 ? href(page - 1) : nil
    next = page < paging.pages ? href(page + 1) : nil
    summary =
      "\(CountText.digits(rows.lowerBound + 1))–\(CountText.digits(rows.upperBound))"
      + " of \(CountText.digits(paging.count))"
    numbers = Self.numbers(around: page, of: paging, href: href)
  }

  /// The first page, the last, and those around one.
  private static func numbers(
    around page: Int, of paging: Paging, href: (Int) -> String
  ) -> [Number] {
    var numbers: [Number] = []
    var last = 0
    for number in 1...paging.pages
    where number == 1 || number == paging.pages || abs(number - page) <= 2 {
      numbers.append(
        Number(
          text: String(number), label: "Page \(number)", href: number == page ? nil : href(number),
          followsGap: number > last + 1))
      last = number
    }
    return numbers
  }

  static let fields: [TemplateField<Self>] = [
    .text("previous") { $0.previous },
    .text("next") { $0.next },
    .text("summary") { $0.summary },
    .list("numbers") { $0.numbers },
  ]

  struct Number: TemplateModel {
    let text: String

    /// What it is called where it is heard rather than seen.
    let label: String

    /// Nothing for the page itself.
    let href: String?
    let followsGap: Bool

    static let fields: [TemplateField<Self>] = [
      .text("text") { $0.text },
      .text("label") { $0.label },
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
