import Glibc
import Markdown
import Testing

@testable import Cards

@Suite("Rendering in processes", .timeLimit(.minutes(30)))
struct WorkerPoolTests {
  /// A card that hangs is waited for this long. On a busy machine another card may take as long, and
  /// then a test tries again with more time: what is wrong with the pool no time mends.
  static let hangs = [Duration.seconds(5), .seconds(20), .seconds(80)]

  /// Longer than any test waits for what does not hang.
  static let ever = Duration.seconds(1_200)

  /// A pool with long waits, but for tests in which something hangs.
  static func pool(
    _ worker: FakeWorker, processes: Int? = nil, perCard: Duration = ever
  ) -> WorkerPool {
    var limits = CardLimits()
    limits.perCard = perCard
    limits.total = ever
    limits.start = ever
    return WorkerPool(
      options: MarkdownOptions(), executable: worker.path, processes: processes, limits: limits)
  }

  static func texts(_ count: Int) -> [String] { (0..<count).map { "#\($0)" } }

  @Test("gives the outcomes in the order of the texts", arguments: [1, 3])
  func order(_ processes: Int) async throws {
    let worker = try FakeWorker(together: processes)
    let texts = (0..<500).map { String(repeating: "a", count: $0 * $0 % 9_000) + "#\($0)" }
    let outcomes = await Self.pool(worker, processes: processes).render(texts.map { CardText($0) })
    #expect(outcomes == Self.texts(500).map(FakeWorker.outcome))
    #expect(worker.starts == processes)
    #expect(!worker.isRunning)
  }

  @Test("starts as few processes as the texts are worth", arguments: [0: 0, 1: 1, 32: 1, 33: 2])
  func processes(_ texts: Int, _ expected: Int) async throws {
    let worker = try FakeWorker(together: expected)
    let pool = Self.pool(worker, processes: 8)
    let outcomes = await pool.render(Self.texts(texts).map { CardText($0) })
    #expect(outcomes == Self.texts(texts).map(FakeWorker.outcome))
    #expect(worker.starts == expected)
  }

  @Test("takes large texts and large answers, with both pipes full")
  func large() async throws {
    let worker = try FakeWorker()
    let texts = (0..<12).flatMap { _ in ["#!large", String(repeating: "b", count: 1 << 20) + "#b"] }
    let outcomes = await Self.pool(worker, processes: 1).render(texts.map { CardText($0) })
    let answer = String(repeating: "x", count: 3_000_000)
    #expect(outcomes == (0..<12).flatMap { _ in ["\(answer)", "#b"] }.map(FakeWorker.outcome))
    #expect(worker.starts == 1)
  }

  @Test(
    "blames the card that a worker ended at, and no other",
    arguments: [
      ("hang", CardOutcome.overran), ("abort", .overran), ("quota", .overran),
      ("crash", .failed("the process that renders cards was ended by signal 11")),
      (
        "leave",
        .failed("the process that renders cards ended with status 3: out of ideas")
      ),
      ("noise", .failed("the process that renders cards gave a wrong answer")),
      ("endless", .failed("the process that renders cards gave a wrong answer")),
    ])
  func fault(_ word: String, _ expected: CardOutcome) async throws {
    var texts = Self.texts(60)
    var expectation = texts.map(FakeWorker.outcome)
    // The first, two in a row, and the last.
    for index in [0, 29, 30, 59] {
      texts[index] = "#!\(word)"
      expectation[index] = expected
    }
    var outcomes: [CardOutcome] = []
    for limit in word == "hang" ? Self.hangs : [Self.ever] where outcomes != expectation {
      let worker = try FakeWorker()
      let pool = Self.pool(worker, processes: 2, perCard: limit)
      outcomes = await pool.render(texts.map { CardText($0) })
      #expect(!worker.isRunning)
    }
    #expect(outcomes == expectation)
  }

  @Test("lets the other process take over while a card hangs")
  func takingOver() async throws {
    var texts = Self.texts(400)
    texts[0] = "#!hang"
    let expectation = [.overran] + texts.dropFirst().map(FakeWorker.outcome)
    var (outcomes, starts) = ([CardOutcome](), 0)
    for limit in Self.hangs where outcomes != expectation {
      let worker = try FakeWorker()
      outcomes = await Self.pool(worker, processes: 2, perCard: limit)
        .render(texts.map { CardText($0) })
      starts = worker.starts
    }
    #expect(outcomes == expectation)
    #expect(starts <= 3)
  }

  @Test(
    "lets all cards fail where no worker starts",
    arguments: [
      (FakeWorker.Start.ending, "ended with status 1: no luck"),
      (.silent, "it did not begin in time"), (.wrong, "signal 9"), (.endless, "signal 9"),
    ])
  func noStart(_ start: FakeWorker.Start, _ reason: String) async throws {
    var starts = 0
    // On a busy machine a program may be ended before it could write down that it was started.
    for seconds in [1, 4, 16, 64] where starts < 2 {
      let worker = try FakeWorker(start)
      var limits = CardLimits()
      limits.start = start == .silent ? .seconds(seconds) : Self.ever
      let pool = WorkerPool(
        options: MarkdownOptions(), executable: worker.path, processes: 1, limits: limits)
      let outcomes = await pool.render(Self.texts(40).map { CardText($0) })
      #expect(outcomes.count == 40)
      for outcome in outcomes {
        guard case .failed(let text) = outcome else {
          Issue.record("\(outcome)")
          break
        }
        #expect(text.contains("does not start") && text.contains(reason), "\(text)")
      }
      starts = worker.starts
      #expect(!worker.isRunning)
      if start != .silent { break }
    }
    #expect(starts == 2)
  }

  @Test("lets all cards fail where there is no program", arguments: ["/nonexistent", "worker", ""])
  func noProgram(_ path: String) async throws {
    let pool = WorkerPool(options: MarkdownOptions(), executable: path)
    let outcomes = await pool.render(Self.texts(3).map { CardText($0) })
    #expect(outcomes.count == 3)
    for outcome in outcomes {
      guard case .failed(let text) = outcome else {
        Issue.record("\(outcome)")
        continue
      }
      #expect(text.contains("does not start"))
    }
  }

  @Test("ends at once when it is cancelled, and its processes with it")
  func cancellation() async throws {
    let worker = try FakeWorker()
    let pool = Self.pool(worker, processes: 2)
    let rendering = Task { await pool.render((0..<64).map { _ in CardText("#!hang") }) }
    while worker.starts < 2 { try await Task.sleep(for: .milliseconds(20)) }
    rendering.cancel()
    let outcomes = await rendering.value
    #expect(outcomes.count == 64)
    #expect(!worker.isRunning)
  }

  @Test("keeps no descriptor of the processes that are gone")
  func descriptors() async throws {
    let worker = try FakeWorker()
    let pool = Self.pool(worker, processes: 1)
    _ = await pool.render((0..<60).map { _ in CardText("#!crash") })
    #expect(worker.starts == 60)
    // Other tests have pipes to processes that just ended; theirs go, and one that is forgotten stays.
    for _ in 0..<6_000 where Self.orphanedPipes >= 60 {
      try await Task.sleep(for: .milliseconds(100))
    }
    #expect(Self.orphanedPipes < 60)
  }

  /// How many pipes of this process have nobody at their other end.
  private static var orphanedPipes: Int {
    (Int32(0)..<4096).count { descriptor in
      var status = stat()
      guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFIFO else {
        return false
      }
      var question = pollfd(fd: descriptor, events: 0, revents: 0)
      let answer = Int32(POLLHUP | POLLERR)
      return unsafe poll(&question, 1, 0) == 1 && Int32(question.revents) & answer != 0
    }
  }
}
