import Publishing
import Testing

@testable import CLI

struct NoticesTests {
  @Test func tellOfTheFolder() {
    let calm = PublishReport(written: 1, unchanged: 0, removed: 0, foreign: [], mode: .exchange)
    #expect(SitePublication.notices(calm, asked: .exchange).isEmpty)
    let report = PublishReport(
      written: 1, unchanged: 0, removed: 0, foreign: ["a", "b"], mode: .inPlace)
    let notices = SitePublication.notices(report, asked: .exchange)
    #expect(notices.count == 2)
    #expect(notices.first?.contains("[O003]: kept 2 files that are not Vitrine's: a, b") == true)
    #expect(notices.last?.contains("[O010]") == true)
    #expect(SitePublication.notices(report, asked: .inPlace).count == 1)
  }
}
