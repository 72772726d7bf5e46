import TestSupport
import Testing

/// A build that is killed leaves the old site or the new one, whole.
@Suite(.timeLimit(.minutes(30)))
struct KillTests {
  /// How often each way of publishing is killed.
  private static let count = 50

  @Test(arguments: ["exchange", "switch"])
  func leavesAWholeSite(_ mode: String) async throws {
    try await FaultLab.with(mode) { lab in
      try await lab.withOldSite { place in
        let clock = ContinuousClock()
        let whole = try await clock.measure { try await require(lab.building(), in: place) }
        var current = lab.new
        var killed = 0
        for step in 1...Self.count {
          // From the first moment to a little after the last one, and always to the other site.
          let pause = whole * 1.1 * Double(step) / Double(Self.count)
          let name = current == lab.new ? "old" : "new"
          let result = try await runTool(
            ["timeout", "-s", "KILL", "\(pause / .seconds(1))"] + lab.building(name), in: place)
          killed += result.status == 137 ? 1 : 0
          current = try await FaultLab.digests(place)
          #expect([lab.old, lab.new].contains(current), "killed after \(pause)")
        }
        #expect(killed > Self.count / 4)
        // Nothing of the killed builds is left beside the site after the next one.
        try await lab.expectMended(place, "after \(killed) kills")
      }
    }
  }
}
