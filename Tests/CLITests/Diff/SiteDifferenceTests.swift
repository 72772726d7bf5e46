import Testing

@testable import CLI

struct SiteDifferenceTests {
  private static func event(
    _ tag: String, kind: String = "registration", commit: String = "aaaaaaa", time: String = "1",
    repository: String = "r", message: String = ""
  ) -> PublishedRegistry.Event {
    PublishedRegistry.Event(
      repository: repository, model: "\(repository)/m", kind: kind, version: nil, stage: nil,
      tag: tag, commit: commit, time: time, by: "Ann", message: message)
  }

  private static func model(
    _ id: String = "r/m", latest: String? = "v1.0.0", prod: String? = nil,
    metrics: [(String, String)] = []
  ) -> PublishedRegistry.Model {
    PublishedRegistry.Model(
      id: id, latest: latest, stages: prod.map { [("prod", $0)] } ?? [],
      metrics: metrics.map { PublishedRegistry.Metric(file: "m.json", name: $0.0, value: $0.1) })
  }

  private static func index(
    _ models: [PublishedRegistry.Model] = [model()], _ events: [PublishedRegistry.Event] = [],
    repositories: [String] = ["r"]
  ) -> PublishedRegistry {
    PublishedRegistry(repositories: repositories, models: models, events: events)
  }

  @Test func equalSitesDifferInNothing() {
    let site = Self.index([Self.model(prod: "v1.0.0")], [Self.event("m@v1.0.0")])
    #expect(SiteDifference(from: site, to: site).isEmpty)
  }

  @Test func tellsNewMovedRemadeAndDeletedTagsApart() {
    let old = Self.index(events("m@v1.0.0", "m@v2.0.0", "m@v3.0.0", "m@v4.0.0"))
    let new = Self.index(
      [Self.model()],
      [
        Self.event("m@v1.0.0"), Self.event("m@v2.0.0", commit: "bbbbbbb"),
        Self.event("m@v4.0.0", time: "2"), Self.event("m@v5.0.0"),
      ])
    let difference = SiteDifference(from: old, to: new)
    #expect(
      difference.tags.map { "\($0.kind) \($0.event.tag)" } == [
        "deleted m@v3.0.0", "moved m@v2.0.0", "remade m@v4.0.0", "new m@v5.0.0",
      ])
    #expect(difference.losses.count == 3)
  }

  private func events(_ tags: String...) -> [PublishedRegistry.Event] {
    tags.map { Self.event($0) }
  }

  private static func index(_ events: [PublishedRegistry.Event]) -> PublishedRegistry {
    index([model()], events)
  }

  @Test func tagsOfALostRepositoryAreNotToldOneByOne() {
    let old = Self.index([], [Self.event("x@v1.0.0", repository: "s")], repositories: ["r", "s"])
    let difference = SiteDifference(from: old, to: Self.index([]))
    #expect(difference.removedRepositories == ["s"])
    #expect(difference.tags.isEmpty)
  }

  @Test func tellsStagesAndLatestVersions() {
    let old = Self.index([Self.model(prod: "v1.0.0", metrics: [("auc", "0.9"), ("f1", "0.5")])])
    let new = Self.index([Self.model(latest: "v2.0.0", metrics: [("auc", "0.91")])])
    let difference = SiteDifference(from: old, to: new)
    #expect(difference.stages.map(\.before) == ["v1.0.0"])
    #expect(difference.stages.map(\.after) == [nil])
    let latest = difference.latest.first
    #expect(latest?.after == "v2.0.0")
    #expect(
      latest?.metrics.map { "\($0.name) \($0.before ?? "-") \($0.after ?? "-")" } == [
        "auc 0.9 0.91", "f1 0.5 -",
      ])
  }

  @Test func noTextOfOthersIsMarkup() {
    let new = Self.index(
      [Self.model("r/<b>")],
      [Self.event("m@v1.0.0", message: "::error::x\n## [a](javascript:b) @team")])
    let text = DifferenceLines(
      SiteDifference(from: Self.index([]), to: new), isMarkdown: true
    ).text
    #expect(text.contains("r/\\<b\\>"))
    #expect(text.contains("\\:\\:error\\:\\:x"))
    #expect(!text.split(separator: "\n").contains { $0.hasPrefix("::") || $0.hasPrefix("## ") })
  }
}
