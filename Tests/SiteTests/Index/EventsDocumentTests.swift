import GitStore
import Registry
import Testing

@testable import Site

@Suite("The list of events")
struct EventsDocumentTests {
  @Test("holds every event once, oldest first") func order() throws {
    let registry = try SampleRegistry.make()
    let lines = try DocumentTexts(registry)("events.ndjson").split(separator: "\n")
    let count = registry.repositories.flatMap(\.artifacts).reduce(0) { $0 + $1.events.count }
    #expect(lines.count == count)
    let times = try lines.map { line in
      String(
        try #require(line.ranges(of: "\"at\":\"").first.map { line[$0.upperBound...] }).prefix(20))
    }
    #expect(times == times.sorted())
  }

  @Test("is written a line an event") func line() throws {
    let text = try DocumentTexts(SampleRegistry.make())("events.ndjson")
    let commit = try SampleRegistry.commit(4).hex
    let line = """
      {"meta":{"schema":"schema/event.schema.json","version":"1.0"},"repository":"churn",\
      "model":"churn/churn","event":"assignment","at":"2024-02-11T12:00:00Z","version":"v1.2.0",\
      "stage":"prod","commit":"\(commit)","tag":"churn#prod#3","by":"Ann Archer",\
      "message":"Better on new customers","signature":null}
      """
    #expect(text.split(separator: "\n").contains { $0 == line })
  }

  @Test("sorts events of one second by repository, kind and tag") func ties() throws {
    let commit = try SampleRegistry.commit(1)
    let events = [
      SampleRegistry.event(.assignment, "m", "v1.0.0", stage: "b", at: commit, day: 1, tag: "m#b"),
      SampleRegistry.event(.assignment, "m", "v1.0.0", stage: "a", at: commit, day: 1, tag: "m#a"),
      SampleRegistry.event(.registration, "m", "v1.0.0", at: commit, day: 1, tag: "m@v1.0.0"),
      SampleRegistry.event(.deprecation, "m", nil, at: commit, day: 1, tag: "m@deprecated"),
    ]
    let artifact = SampleRegistry.artifact("m", [], latest: nil, events: events)
    let registry = Registry(repositories: [
      SampleRegistry.repository("two", artifacts: [artifact]),
      SampleRegistry.repository("one", artifacts: [artifact]),
    ])
    let lines = try DocumentTexts(registry)("events.ndjson").split(separator: "\n")
    let found = lines.map { line in
      let fields = line.split(separator: "\"")
      let tag = fields.firstIndex(of: "tag").map { fields[$0 + 2] } ?? ""
      return "\(fields[13]) \(tag)"
    }
    let tags = ["m@deprecated", "m@v1.0.0", "m#a", "m#b"]
    #expect(found == tags.map { "one \($0)" } + tags.map { "two \($0)" })
  }
}
