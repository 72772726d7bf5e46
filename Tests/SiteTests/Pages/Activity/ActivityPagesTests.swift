import Registry
import Testing

@testable import Site

struct ActivityPagesTests {
  private func page() throws -> String {
    try SitePart(ActivityPages.self, of: try SampleRegistry.make()).text("activity/index.html")
  }

  @Test func daysComeLatestFirst() throws {
    let days = try page().split(separator: "<section class=\"day\">").dropFirst().map { day in
      String(day).values(of: "datetime")[0]
    }
    #expect(days.first == "2024-03-02")
    #expect(days.last == "2022-11-27")
    #expect(days == days.sorted(by: >))
    #expect(Set(days).count == days.count)
  }

  @Test(arguments: [
    (RegistryEvent.Kind.registration, "registered"), (.deregistration, "deregistered"),
    (.assignment, "assigned"), (.unassignment, "unassigned"), (.deprecation, "deprecated"),
  ])
  func eventsAreToldInWords(kind: RegistryEvent.Kind, verb: String) throws {
    let events = try page().split(separator: "<li class=\"event event-")
    let event = try #require(events.dropFirst().first { $0.hasPrefix(kind.name + "\"") })
    #expect(event.contains("<span class=\"verb\">\(verb)</span>"))
  }

  @Test func tagsAndCommitsLinkToTheForge() throws {
    let text = try page()
    #expect(text.contains(#"href="https://github.com/acme/churn/releases/tag/churn%23dev%21%236""#))
    #expect(text.contains(#"href="https://github.com/acme/churn/commit/4c0ffee"#))
  }

  @Test func messagesKeepTheirLines() throws {
    #expect(
      try page().contains("Trained on the test set\n\nSee the post-mortem."))
  }
}
