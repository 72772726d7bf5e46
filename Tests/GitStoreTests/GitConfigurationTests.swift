import Testing

@testable import GitStore

struct GitConfigurationTests {
  private func configuration(_ records: String...) -> GitConfiguration {
    GitConfiguration(listing: Array(records.joined(separator: "\0").utf8) + [0])
  }

  @Test func readsRecords() {
    let settings = configuration(
      "core.bare\nfalse", "a.b\nline\nline", "core.flag", "a.empty\n", "a.x\n1", "a.x\n2")
    #expect(settings["core.bare"] == "false")
    #expect(settings["a.b"] == "line\nline")
    #expect(settings["core.flag"] == "")
    #expect(settings["a.empty"] == "")
    #expect(settings["a.x"] == "2")
    #expect(settings["a.y"] == nil)
    #expect(GitConfiguration(listing: [])["a"] == nil)
  }

  @Test(arguments: [
    ("remote.origin.promisor\ntrue", true), ("remote.origin.promisor", true),
    ("remote.origin.promisor\nfalse", false), ("extensions.partialclone\norigin", true),
    ("remote.origin.url\nx", false),
  ])
  func tellsPartialClones(_ record: String, _ expected: Bool) {
    #expect(configuration(record).isPartialClone == expected)
  }

  @Test func prefersOriginAndTakesTheOnlyRemote() {
    #expect(configuration("remote.a.url\nA", "remote.origin.url\nO").remoteAddress == "O")
    #expect(configuration("remote.a.url\nA").remoteAddress == "A")
    #expect(configuration("remote.a.url\nA", "remote.b.url\nB").remoteAddress == nil)
    #expect(configuration("core.bare\ntrue").remoteAddress == nil)
  }
}
