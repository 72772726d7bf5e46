import Testing

@testable import Registry
@testable import Site

struct LargeModelTests {
  @Test("A model with many versions has small version pages, and a history in pages")
  func sizes() throws {
    let pages = try ModelPagesTests.pages(
      of: LargeRegistry.make(versions: 120, eventsPerVersion: 5))
    let folder = "models/large/recommender"
    let versions = pages.filter {
      $0.key.hasPrefix("\(folder)/v") && $0.key.hasSuffix("/index.html")
    }
    #expect(versions.count == 120)
    #expect(versions.values.allSatisfy { $0.utf8.count < 60_000 })
    let middle = try #require(pages["\(folder)/v0.6.0/index.html"])
    #expect(middle.contains("../v0.7.0/index.html") && !middle.contains("../v1.0.0/index.html"))
    #expect(middle.contains("../index.html#versions"))
    let history = ["index", "2/index", "1/index"].compactMap {
      pages["\(folder)/history/\($0).html"]
    }
    #expect(history.count == 3 && pages["\(folder)/history/3/index.html"] == nil)
    let rows = history.map { $0.count(of: "<tr id=\"event-") }
    #expect(rows == [200, 200, 200])
    #expect(history[2].contains("<tr id=\"event-1\">"))
  }

  @Test("A version with very many events leaves the older ones to the history")
  func manyEvents() throws {
    let pages = try ModelPagesTests.pages(
      of: LargeRegistry.make(versions: 2, eventsPerVersion: 150))
    let page = try #require(pages["models/large/recommender/v0.0.1/index.html"])
    #expect(page.count(of: "<li class=\"event ") == 100)
    #expect(ModelPagesTests.text(page).contains("50 older events in the full history"))
  }

  @Test("An event of a version links to the page of the history that holds it")
  func anchors() throws {
    let pages = try ModelPagesTests.pages(
      of: LargeRegistry.make(versions: 60, eventsPerVersion: 5))
    let oldest = try #require(pages["models/large/recommender/v0.0.0/index.html"])
    #expect(oldest.contains("href=\"../history/index.html#event-1\""))
  }
}

extension String {
  fileprivate func count(of text: String) -> Int { ranges(of: text).count }
}
