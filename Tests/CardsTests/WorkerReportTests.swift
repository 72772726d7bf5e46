import Glibc
import Testing

@testable import Cards

@Suite("Whom the end of a worker is blamed on")
struct WorkerReportTests {
  private static func report(
    _ unanswered: [Int], expired: CardWatch.Subject? = nil, signal: Int32 = SIGKILL
  ) -> WorkerReport {
    var report = WorkerReport()
    report.ending = .silent
    report.unanswered = unanswered
    report.expired = expired
    report.death = WorkerDeath(signal: signal)
    return report
  }

  @Test("the first card without an answer, where it was waited for too long")
  func overran() {
    #expect(Self.report([4, 5], expired: .card(4)).verdict == .card(4, .overran))
  }

  @Test("nobody, where the answer came while the worker was being ended")
  func lateAnswer() {
    #expect(Self.report([5], expired: .card(4)).verdict == .nobody)
    #expect(Self.report([], expired: .card(4)).verdict == .nobody)
    #expect(Self.report([4, 5], expired: .start).verdict == .nobody)
  }

  @Test("the card, where the kernel kept a limit", arguments: [SIGXCPU, SIGABRT])
  func limit(_ signal: Int32) {
    #expect(Self.report([4], signal: signal).verdict == .card(4, .overran))
  }

  @Test("the card, with what is known, where the worker was ended by something else")
  func crash() {
    let text = "the process that renders cards was ended by signal 9"
    #expect(Self.report([4]).verdict == .card(4, .failed(text)))
  }

  @Test("the program, where it did not begin")
  func program() {
    var report = Self.report([], expired: .start)
    report.ending = .notReady
    guard case .program(let reason) = report.verdict else {
      Issue.record("\(report.verdict)")
      return
    }
    #expect(reason.contains("did not begin in time"))
  }
}
