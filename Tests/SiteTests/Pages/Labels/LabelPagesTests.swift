import Registry
import Testing

@testable import Site

struct LabelPagesTests {
  @Test func labelsOfOtherVersionsAreKept() throws {
    let old = SampleRegistry.annotation(labels: ["old", "both"])
    let new = SampleRegistry.annotation(labels: ["new", "both"])
    let events = try ["v1.0.0", "v2.0.0"].map {
      try SampleRegistry.registration("m", $0, at: SampleRegistry.commit(1), day: 1)
    }
    let versions = [
      try SampleRegistry.version(events[1], at: SampleRegistry.commit(2), annotation: new),
      try SampleRegistry.version(events[0], at: SampleRegistry.commit(1), annotation: old),
    ]
    let artifact = SampleRegistry.artifact("m", versions, latest: 0, events: events)
    let repository = SampleRegistry.repository("r", artifacts: [artifact])
    let index = LabelIndex([ModelReference(artifact: artifact, repository: repository)])
    #expect(index.labels.map(\.name) == ["both", "new", "old"])
    #expect(index.labels.map(\.models.count) == [1, 1, 0])
    #expect(index.labels.map(\.formerModels.count) == [0, 0, 1])
  }

  @Test(arguments: [("", "(no text)"), (" \u{3}", "(no text)"), ("two words", "two words")])
  func labelsAlwaysHaveSomethingToRead(label: String, text: String) {
    #expect(LabelIndex.text(of: label) == text)
  }

  @Test func everyLabelHasAPage() throws {
    let site = try SitePart(LabelPages.self, of: try SampleRegistry.make())
    let pages = site.texts
    #expect(pages.count == 9)
    #expect(try site.text("labels/two-words/index.html").contains("<bdi>churn</bdi>"))
  }

  @Test func typesAreListedBelow() throws {
    let page = try SitePart(LabelPages.self, of: try SampleRegistry.make()).text(
      "labels/index.html")
    #expect(page.contains(#"<h3 id="type-1"><bdi>model</bdi>"#))
    #expect(page.contains("<bdi>dataset</bdi>"))
  }
}
