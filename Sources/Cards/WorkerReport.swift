/// What is known of a worker that has ended, and what follows from it for the cards it was asked for.
struct WorkerReport: Sendable {
  var ending = WorkerConversation.Ending.notReady

  /// The cards it was asked for and has not answered, in order.
  var unanswered: [Int] = []

  /// How long it was waited for the first of them.
  var waited = Duration.zero

  /// What it was ended for, if so.
  var expired: CardWatch.Subject?
  var death = WorkerDeath()

  /// Who is to blame for the end.
  enum Verdict: Hashable, Sendable {
    /// Nobody: all cards are rendered, or none did anything wrong.
    case nobody

    /// The program itself, which did not begin to work.
    case program(String)

    /// A card, and what becomes of it.
    case card(Int, CardOutcome)
  }

  /// A worker answers in order, so the first card without an answer is what it was at.
  var verdict: Verdict {
    if case .notReady = ending {
      let reason = expired == .start ? "it did not begin in time" : death.text
      return .program("the process that renders cards does not start: \(reason)")
    }
    guard let first = unanswered.first else { return .nobody }
    // An answer came while the worker was being ended: nothing is known against the next card.
    if let expired, expired != .card(first) { return .nobody }
    if expired != nil || death.isByLimit { return .card(first, .overran) }
    let problem = if case .nonsense = ending { "gave a wrong answer" } else { death.text }
    return .card(first, .failed("the process that renders cards \(problem)"))
  }
}
