import Registry
import Testing

@testable import Site

struct PagingTests {
  @Test(arguments: [
    (0, 1, 0..<0), (1, 1, 0..<1), (200, 1, 0..<200), (201, 2, 200..<201), (401, 3, 400..<401),
  ])
  func cutsLists(count: Int, pages: Int, lastRows: Range<Int>) {
    let paging = Paging(count: count)
    #expect(paging.pages == pages)
    #expect(paging.rows(page: pages) == lastRows)
  }

  @Test func aPageBeyondTheListIsEmpty() {
    #expect(Paging(count: 10).rows(page: 3) == 10..<10)
  }

  @Test(arguments: [
    (0, ["index.html"]), (1, ["index.html"]), (200, ["index.html"]),
    (201, ["index.html", "catalog/2/index.html"]),
  ])
  func catalogsOfAnySize(models: Int, paths: [String]) throws {
    let registry =
      models == 0 ? Registry(repositories: []) : try SampleRegistry.many(models: models)
    let catalog = try SitePart(CatalogPages.self, of: registry)
    #expect(catalog.texts.keys.sorted { $0.utf8.count < $1.utf8.count } == paths)
    var rows = 0
    for path in paths { rows += try catalog.text(path).occurrences(of: "<tr>\n<th scope=\"row\">") }
    #expect(rows == models)
    #expect(try catalog.text("index.html").contains("class=\"pager\"") == (models > 200))
  }

  @Test func pagesLinkToTheirNeighbours() throws {
    let registry = try SampleRegistry.many(models: 450)
    let second = try SitePart(CatalogPages.self, of: registry).text("catalog/2/index.html")
    #expect(second.contains(#"<a href="../../index.html" rel="prev">"#))
    #expect(second.contains(#"<a href="../3/index.html" rel="next">"#))
    #expect(second.contains("201–400 of 450"))
    let repository = try SitePart(RepositoryPages.self, of: registry)
    #expect(try repository.text("repositories/many/3/index.html").contains("401–450 of 450"))
  }

  @Test("Pages of events are numbered from the oldest, and stay as they are once they are full")
  func oldEventsStay() throws {
    let before = try SitePart(ActivityPages.self, of: try SampleRegistry.many(models: 650))
    let after = try SitePart(ActivityPages.self, of: try SampleRegistry.many(models: 799))
    #expect(before.texts.keys.sorted() == after.texts.keys.sorted())
    #expect(try before.text("activity/1/index.html").contains("Events 1–200"))
    #expect(try before.text("activity/2/index.html").contains("Events 201–400"))
    #expect(try before.text("activity/index.html").contains("The newest 250 of 650"))
    #expect(try after.text("activity/index.html").contains("The newest 399 of 799"))
  }

  @Test(arguments: [
    (0, 0, 0..<0), (200, 0, 0..<200), (399, 0, 0..<399), (400, 1, 0..<200), (999, 3, 0..<399),
  ])
  func newestEvents(count: Int, numbered: Int, rows: Range<Int>) {
    let paging = EventPaging(count: count)
    #expect(paging.numbered == numbered)
    #expect(paging.rows(page: nil) == rows)
    var row = 0
    for page in paging.pages.prefix(1) + paging.pages.dropFirst().reversed() {
      #expect(paging.rows(page: page).lowerBound == row)
      row = paging.rows(page: page).upperBound
      #expect(paging.rows(page: page).allSatisfy { paging.page(ofRow: $0) == page })
    }
    #expect(row == count)
  }

  @Test("A page of events changes once more, when the next one comes to be")
  func linksBetweenEvents() throws {
    let name: (Int?) -> String = { $0.map { "p\($0)" } ?? "new" }
    let last = try #require(Pager(page: 9, of: EventPaging(count: 2_000), href: name))
    let inner = try #require(Pager(page: 9, of: EventPaging(count: 2_200), href: name))
    let later = try #require(Pager(page: 9, of: EventPaging(count: 9_000), href: name))
    #expect(last.previous == "new" && inner.previous == "p10" && last.next == "p8")
    #expect(inner.numbers.map(\.text) == ["Newest", "9", "8", "7", "1"])
    #expect(inner.numbers.map(\.followsGap) == [false, true, false, false, true])
    #expect(inner.previous == later.previous && inner.summary == later.summary)
    #expect(inner.numbers.map(\.followsGap) == later.numbers.map(\.followsGap))
    let newest = try #require(Pager(page: nil, of: EventPaging(count: 2_000), href: name))
    #expect(newest.numbers.map(\.text) == ["Newest", "9", "8", "1"] && newest.next == "p9")
    #expect(Pager(page: nil, of: EventPaging(count: 399), href: name) == nil)
  }

  @Test func manyPagesLeaveGaps() throws {
    let paging = Paging(count: 20 * Paging.size)
    let pager = try #require(Pager(page: 10, of: paging) { "p\($0)" })
    #expect(Pager(page: 1, of: Paging(count: Paging.size)) { "p\($0)" } == nil)
    #expect(pager.numbers.map(\.text) == ["1", "8", "9", "10", "11", "12", "20"])
    #expect(pager.numbers.map(\.followsGap) == [false, true, false, false, false, false, true])
    #expect(pager.numbers.first { $0.href == nil }?.text == "10")
  }

  @Test func everyListHasAddressesForItsPages() {
    let addresses = SiteAddresses(registry: Registry(repositories: []))
    #expect(addresses.page(1, of: addresses.report) == addresses.report)
    #expect(addresses.page(2, of: addresses.report).text == "report/2/index.html")
    #expect(addresses.page(2, of: addresses.catalog) == addresses.catalog(page: 2))
  }
}
