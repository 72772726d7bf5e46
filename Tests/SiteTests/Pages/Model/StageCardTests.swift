import Mustache
import Testing
import Theme

@testable import Registry
@testable import Site

struct StageCardTests {
  @Test("A holder that came back says since when and after whom")
  func fallback() throws {
    let (one, two) = (try SampleRegistry.commit(1), try SampleRegistry.commit(2))
    let first = try SampleRegistry.registration("m", "v1.0.0", at: one, day: 0)
    let second = try SampleRegistry.registration("m", "v2.0.0", at: two, day: 1)
    let old = try SampleRegistry.assignment("m", "v1.0.0", "prod", 1, at: one, day: 2)
    let new = try SampleRegistry.assignment("m", "v2.0.0", "prod", 2, at: two, day: 3)
    let gone = SampleRegistry.event(
      .unassignment, "m", "v2.0.0", stage: "prod", at: two, day: 4, tag: "m#prod!#3")
    let holder = SampleRegistry.holder(old, isRegistered: true)
    let artifact = Artifact(
      name: "m", status: .active,
      versions: [
        try SampleRegistry.version(second, at: two),
        try SampleRegistry.version(first, at: one, stages: [holder]),
      ],
      latestIndex: 0, stages: [StageHolding(stage: "prod", holder: holder, shadowed: [])],
      intervals: [
        StageInterval(stage: "prod", version: "v1.0.0", begin: old, end: new),
        StageInterval(stage: "prod", version: "v2.0.0", begin: new, end: gone),
        StageInterval(stage: "prod", version: "v1.0.0", begin: gone, end: nil),
      ],
      events: [gone, new, old, second, first], headAnnotation: nil)
    let registry = Registry(repositories: [SampleRegistry.repository("r", artifacts: [artifact])])
    let page = try #require(try ModelPagesTests.pages(of: registry)["models/r/m/index.html"])
    let text = ModelPagesTests.text(page)
    #expect(text.contains("prod v1.0.0 since 2024-01-05 , again, after v2.0.0 left"))
  }
}
