import Markdown
import Testing

@testable import Cards

@Suite("The time that cards may take in vain", .timeLimit(.minutes(30)))
struct CardLimitsTests {
  @Test(
    "gets shorter, and then only small cards are tried",
    arguments: [
      (0, Duration.seconds(5), Duration.seconds(5)), (14, .seconds(5), .seconds(5)),
      (15, .milliseconds(500), .milliseconds(500)), (29, .milliseconds(500), .milliseconds(500)),
      (30, .milliseconds(500), nil), (300, .milliseconds(500), nil),
    ] as [(Int, Duration?, Duration?)])
  func steps(_ spent: Int, _ small: Duration?, _ large: Duration?) {
    let patience = Patience(CardLimits())
    patience.spend(.seconds(spent))
    #expect(patience.limit(forSize: 4096) == small)
    #expect(patience.limit(forSize: 4097) == large)
  }

  @Test("bounds what many hostile cards cost, and leaves small cards unharmed")
  func manyHostileCards() async throws {
    let large = String(repeating: "h", count: 5_000)
    let texts = (0..<200).flatMap { ["\(large)#!hang", "#\($0)", "\(large)#\($0)"] }
    let small = (0..<200).map { FakeWorker.outcome("#\($0)") }
    var (outcomes, unharmed, starts) = ([CardOutcome](), [CardOutcome](), 0)
    // On a busy machine a small card may take as long as one that hangs.
    for seconds in [5, 20, 80] where unharmed != small {
      let worker = try FakeWorker()
      var limits = CardLimits()
      limits.perCard = .seconds(seconds)
      limits.perCardLater = .seconds(seconds)
      limits.total = .seconds(2 * seconds)
      let pool = WorkerPool(
        options: MarkdownOptions(), executable: worker.path, processes: 1, limits: limits)
      outcomes = await pool.render(texts.map { CardText($0) })
      unharmed = (0..<200).map { outcomes[3 * $0 + 1] }
      starts = worker.starts
    }
    #expect(unharmed == small)
    #expect((0..<200).allSatisfy { outcomes[3 * $0] == .overran })
    #expect(outcomes[599] == .overran)
    // Two that hang and the one that renders the rest; on a busy machine the first may use up both.
    #expect((2...3).contains(starts), "\(starts)")
  }
}
