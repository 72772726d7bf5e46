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
    let activity = try SitePart(ActivityPages.self, of: registry)
    #expect(try activity.text("activity/3/index.html").contains("401–450 of 450"))
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
    #expect(addresses.page(3, of: addresses.activity) == addresses.activity(page: 3))
  }
}
