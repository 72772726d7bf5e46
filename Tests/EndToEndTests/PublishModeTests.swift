import TestSupport
import Testing

/// `--publish`: the ways in which a new site takes the place of the old one (`hostile-input.md` §5).
@Suite(.timeLimit(.minutes(30)))
struct PublishModeTests {
  /// A registry that can be built again and again, and the folder of its site.
  struct Lab: Sendable {
    let folder: String

    var site: String { "\(folder)/site" }

    func build(_ title: String, _ arguments: String...) async throws -> ToolResult {
      try writeFile("\(folder)/vitrine.yaml", "title: \(title)\n")
      return try await runTool(
        [
          Vitrine.binary, "build", "repo", "-o", "site", "--offline", "--cache", "cache",
          "--fail-on", "never",
        ] + arguments, in: folder)
    }

    /// The name of the release that the link leads to.
    func release() async throws -> String {
      let text = try await require(["readlink", site]).text
      return String(text.dropLast().dropFirst(".site.releases/".count))
    }

    func expect(_ title: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
      let page = String(decoding: try readFile("\(site)/index.html"), as: UTF8.self)
      #expect(page.contains("<title>\(title)"), sourceLocation: sourceLocation)
    }
  }

  static func withLab(_ body: (Lab) async throws -> Void) async throws {
    try await CheckTests.withRepository { folder, _ in try await body(Lab(folder: folder)) }
  }

  @Test func aLinkIsSwitched() async throws {
    try await Self.withLab { lab in
      #expect(try await lab.build("One", "--publish", "switch").status == 0)
      let first = try await lab.release()
      try lab.expect("One")
      let again = try await lab.build("One", "--publish", "switch")
      #expect(again.errors.contains(": 0 files written"), "\(again.errors)")
      #expect(try await lab.release() == first)
      #expect(try await lab.build("Two", "--publish", "switch").status == 0)
      try lab.expect("Two")
      let second = try await lab.release()
      #expect(try await lab.build("Three", "--publish", "switch").status == 0)
      let third = try await lab.release()
      #expect(third != second)
      let releases = try await require(["ls", "\(lab.folder)/.site.releases"]).text
      #expect(releases.split(separator: "\n").map(String.init) == [second, third].sorted())
      try await Vitrine.expectSound("check_json", [lab.site + "/"])
      #expect(try await lab.build("Three", "-o", "plain").status == 0)
      try await require(["diff", "-r", "plain", "site/"], in: lab.folder)
    }
  }

  @Test func aFolderBecomesALinkThoughNothingHasChanged() async throws {
    try await Self.withLab { lab in
      #expect(try await lab.build("One").status == 0)
      let switched = try await lab.build("One", "--publish", "switch")
      #expect(switched.status == 0, "\(switched.errors)")
      #expect(fileExists("\(lab.folder)/.site.releases/\(try await lab.release())/index.html"))
      let other = try await lab.build("One")
      #expect(other.status == 73 && other.errors.contains("[O004]"), "\(other.errors)")
      #expect(other.errors.contains("--publish switch"))
    }
  }

  @Test func aFolderStaysWhereItIs() async throws {
    try await Self.withLab { lab in
      #expect(try await lab.build("One", "--publish", "in-place").status == 0)
      let number = ["stat", "-c", "%i", lab.site]
      let before = try await require(number).text
      let second = try await lab.build("Two", "--publish", "in-place")
      #expect(second.status == 0 && !second.errors.contains("[O010]"), "\(second.errors)")
      try lab.expect("Two")
      #expect(try await require(number).text == before)
    }
  }

  @Test func theConfigurationChooses() async throws {
    try await Self.withLab { lab in
      #expect(try await lab.build("One\npublish: switch").status == 0)
      #expect(try await !lab.release().isEmpty)
      let wrong = try await lab.build("One\npublish: swich")
      #expect(wrong.status == 65 && wrong.errors.contains("one of exchange, switch, in-place"))
      #expect(try await lab.build("One", "--publish", "swich").status == 64)
    }
  }
}
