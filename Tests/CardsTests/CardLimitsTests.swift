import Markdown
import Testing

@testable import Cards

@Suite("The time that cards may take in vain", .timeLimit(.minutes(5)))
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
    let worker = try FakeWorker()
    var limits = CardLimits()
    limits.perCard = .seconds(5)
    limits.perCardLater = .seconds(5)
    limits.total = .seconds(10)
    let pool = WorkerPool(
      options: MarkdownOptions(), executable: worker.path, processes: 1, limits: limits)
    let large = String(repeating: "h", count: 5_000)
    let texts = (0..<200).flatMap { ["\(large)#!hang", "#\($0)", "\(large)#\($0)"] }
    let outcomes = await pool.render(texts.map { CardText($0) })
    for index in 0..<200 {
      #expect(outcomes[3 * index] == .overran)
      #expect(outcomes[3 * index + 1] == FakeWorker.outcome("#\(index)"))
    }
    #expect(outcomes[599] == .overran)
    // Two of five seconds and the one that renders the rest; on a busy machine the first may use up both.
    #expect((2...3).contains(worker.starts), "\(worker.starts)")
  }
}
