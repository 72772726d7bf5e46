import TestSupport
import Testing

/// A build that is killed leaves the old site or the new one, whole.
@Suite(.timeLimit(.minutes(30)))
struct KillTests {
  @Test func leavesAWholeSite() async throws {
    try await withTemporaryFolder { folder in
      let site = try await SiteFixture.demo.build(in: folder)
      let old = try await Self.digest(site)
      let change = "\(folder)/vitrine.yaml"
      try writeFile(change, "title: Another title\nfooter: changed everywhere\n")
      let build = [
        Vitrine.binary, "build", "\(folder)/demo/repositories", "-o", site, "-c", change,
        "--fail-on", "never", "--offline", "-q",
      ]
      var seen: Set<String> = []
      for step in 1...24 {
        let pause = "0.\(step < 10 ? "0" : "")\(step)"
        _ = try await runTool(["timeout", "-s", "KILL", pause] + build)
        seen.insert(try await Self.digest(site))
      }
      try await require(build)
      let new = try await Self.digest(site)
      #expect(new != old)
      #expect(seen.isSubset(of: [old, new]))
      // Nothing of the killed builds is left beside the site.
      let names = try await require(["ls", "-A", folder]).text.split(separator: "\n").sorted()
      #expect(names == ["demo", "site", "vitrine.yaml"])
    }
  }

  private static func digest(_ site: String) async throws -> String {
    try await require(
      ["sh", "-c", "find . -type f | sort | xargs sha256sum | sha256sum"], in: site
    )
    .text
  }
}
