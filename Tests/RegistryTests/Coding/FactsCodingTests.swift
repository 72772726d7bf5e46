import Cards
import Formats
import GitStore
import Testing

@testable import Registry

struct FactsCodingTests {
  private let sample: SampleFacts

  init() throws { sample = try SampleFacts() }

  /// The facts after a way through bytes; their contents follow each other in a spool of their own.
  private func read(_ coded: CodedFacts) throws -> (RepositoryFacts, Spool) {
    let spool = try Spool()
    for place in coded.contents { _ = try spool.append(try sample.spool.bytes(at: place)) }
    return (
      try RepositoryFacts(summary: coded.summary, body: coded.body, contentsAt: 0), spool
    )
  }

  @Test("Facts are the same after their way through bytes")
  func roundTrip() throws {
    var written = sample.facts
    let (read, spool) = try read(written.coded())
    let one = FactsText(written, sample.spool)
    let other = FactsText(read, spool)
    #expect(one.text == other.text)
    #expect(one.text.utf8.count > 10_000)
  }

  @Test("No property is left at its usual value, so that none can be forgotten")
  func maximalSample() {
    let text = FactsText(sample.facts, sample.spool)
    // The one is made when facts are read, the other is true of one build alone.
    #expect(
      text.empty == ["Artifact.digest", "Repository.isStale"],
      "add these to SampleFacts, and to their coding")
    #expect(text.properties > 150)
  }

  @Test("Equal facts are equal bytes, and equal artifacts have equal digests")
  func determinism() throws {
    var (one, other) = (sample.facts, try SampleFacts().facts)
    let (first, second) = (one.coded(), other.coded())
    #expect(first.summary == second.summary && first.body == second.body)
    let digests = one.repository.artifacts.map(\.digest)
    #expect(digests.allSatisfy { $0 != nil } && Set(digests).count == 1)
    var (read, _) = try read(first)
    #expect(read.repository.artifacts.map(\.digest) == digests)
    #expect(read.coded().body == first.body)
  }

  @Test func contentsAreWrittenOnce() throws {
    var facts = sample.facts
    facts.repository.artifacts.append(facts.repository.artifacts[0])
    let places = facts.coded().contents
    #expect(Set(places).count == places.count)
    let listed = try RepositoryFacts.contents(ofBody: facts.coded().body, at: 0)
    #expect(listed.map(\.checksum) == places.map(\.checksum))
    #expect(listed.dropFirst().first?.offset == places.first?.count)
  }

  @Test("What a glance needs stands first")
  func summary() throws {
    var facts = sample.facts
    let summary = try FactsSummary(coded: facts.coded().summary)
    #expect(summary.id == "r" && summary.isSettled)
    #expect(summary.models == 2 && summary.versions == 2)
    #expect(summary.diagnostics == facts.repository.diagnostics)
  }

  @Test("Bytes that are cut off, changed or too many throw and never trap")
  func damage() throws {
    var facts = sample.facts
    let coded = facts.coded()
    for count in coded.body.indices {
      #expect(throws: FactError.self) {
        try RepositoryFacts(
          summary: coded.summary, body: coded.body.prefix(count), contentsAt: 0)
      }
    }
    for count in coded.summary.indices {
      #expect(throws: FactError.self) {
        try RepositoryFacts(
          summary: coded.summary.prefix(count), body: coded.body, contentsAt: 0)
      }
    }
    #expect(throws: FactError.self) {
      try RepositoryFacts(summary: coded.summary, body: coded.body + [0], contentsAt: 0)
    }
    for index in coded.body.indices {
      for value in [UInt8(0), 1, 0x7F, 0xFF] {
        var changed = coded.body
        changed[index] = value
        _ = try? RepositoryFacts(summary: coded.summary, body: changed, contentsAt: 0)
      }
    }
  }

  @Test func valuesAreNotNestedForEver() {
    let nesting: [UInt8] = [6, 1]
    let bytes: [UInt8] = (0..<1 << 20).flatMap { _ in nesting }
    #expect(throws: FactError.self) {
      var reader = FactReader(bytes)
      let _: DataValue = try reader.take()
    }
  }
}
