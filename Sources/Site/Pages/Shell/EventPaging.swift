/// Cuts a list of events, newest first, into pages that stay as they are once they are full.
///
/// Numbered pages hold the oldest events, counted from 1, so that a new event changes none of them;
/// what is newer stands on the first page, a page's worth at least.
struct EventPaging: Sendable {
  let count: Int

  /// How many numbered pages there are.
  var numbered: Int { max(0, count / Paging.size - 1) }

  /// The numbers of all pages, the first page's being nothing.
  var pages: [Int?] { [nil] + (0..<numbered).map { $0 + 1 } }

  /// The places, newest first, of the events on a page.
  func rows(page: Int?) -> Range<Int> {
    guard let page else { return 0..<(count - numbered * Paging.size) }
    let end = count - (page - 1) * Paging.size
    return (end - Paging.size)..<end
  }

  /// The page on which the event at a place stands.
  func page(ofRow row: Int) -> Int? {
    let number = (count - row - 1) / Paging.size + 1
    return number > numbered ? nil : number
  }
}

extension Pager {
  /// The links between pages of events; nothing where there is one page.
  ///
  /// A numbered page changes once more, when the page after it comes to be.
  init?(page: Int?, of paging: EventPaging, href: (Int?) -> String) {
    let last = paging.numbered
    guard last > 0 else { return nil }
    let place = page ?? last + 1
    previous = page.map { href($0 == last ? nil : $0 + 1) }
    next = place > 1 ? href(place - 1) : nil
    summary =
      if let page {
        "Events \(CountText.digits((page - 1) * Paging.size + 1))–"
          + "\(CountText.digits(page * Paging.size)), the oldest being the first"
      } else {
        "The newest \(CountText.digits(paging.rows(page: nil).count)) of "
          + CountText.digits(paging.count)
      }
    var numbers = [
      Number(
        text: "Newest", label: "Newest events", href: page.map { _ in href(nil) }, followsGap: false
      )
    ]
    var before = last + 1
    for number in (1...last).reversed()
    where number == 1 || (number <= place && number >= place - 2) {
      numbers.append(
        Number(
          text: String(number), label: "Page \(number)", href: number == page ? nil : href(number),
          followsGap: number < before - 1))
      before = number
    }
    self.numbers = numbers
  }
}
