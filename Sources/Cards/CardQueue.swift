import Locks

/// The cards of one call: several workers take from it, and put their outcomes into it.
final class CardQueue: Sendable {
  private struct State {
    var next = 0
    var returned: [Int] = []
    var outcomes: [CardOutcome?]
    var startFailures = 0
    var reasonToStop: String?
  }

  let texts: [CardText]
  private let patience: Patience
  private let state: Guarded<State>

  /// How often a worker may fail to start in a row.
  private static let startLimit = 2

  /// Makes the queue of some texts.
  init(_ texts: [CardText], patience: Patience) {
    self.texts = texts
    self.patience = patience
    state = Guarded(State(outcomes: Array(repeating: nil, count: texts.count)))
  }

  /// Whether some card is not yet taken.
  var hasMore: Bool {
    state.withLock { $0.reasonToStop == nil && ($0.next < texts.count || !$0.returned.isEmpty) }
  }

  /// The outcomes in the order of the texts, after all workers have ended.
  var outcomes: [CardOutcome] {
    state.withLock { state in
      let reason = state.reasonToStop ?? "no worker took the card"
      return state.outcomes.map { $0 ?? .failed(reason) }
    }
  }

  /// The next card to render; those that are not to be tried any more are settled on the way.
  func take() -> Int? {
    state.withLock { state in
      while state.reasonToStop == nil {
        var taken = state.returned.popLast()
        if taken == nil, state.next < texts.count {
          taken = state.next
          state.next += 1
        }
        guard let index = taken else { return nil }
        if patience.limit(forSize: texts[index].bytes.count) != nil { return index }
        state.outcomes[index] = .overran
      }
      return nil
    }
  }

  /// Puts the outcome of a card in its place.
  func settle(_ index: Int, _ outcome: CardOutcome) {
    state.withLock { $0.outcomes[index] = outcome }
  }

  /// Gives back cards that another worker is to render.
  func putBack(_ indices: some Sequence<Int>) {
    state.withLock { $0.returned.append(contentsOf: indices.reversed()) }
  }

  /// Remembers that a worker has started.
  func workerStarted() { state.withLock { $0.startFailures = 0 } }

  /// Remembers that a worker has not started; all that is left fails when that goes on.
  func workerFailed(_ reason: String) {
    state.withLock { state in
      state.startFailures += 1
      if state.startFailures >= Self.startLimit { state.reasonToStop = reason }
    }
  }

  /// Lets all that is left fail.
  func stop(_ reason: String) { state.withLock { $0.reasonToStop = reason } }
}
