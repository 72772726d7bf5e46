import Locks

/// Knows for which card a worker is waited, and until when.
final class CardWatch: Sendable {
  /// What is waited for.
  enum Subject: Hashable, Sendable {
    case start
    case card(Int)
  }

  private struct State {
    var subject: Subject?
    var since = SuspendingClock.now
    var limit = Duration.zero
    var expired: Subject?
  }

  private let state = Guarded(State())

  /// How long the watch sleeps at most, since a wait that begins meanwhile may be a short one.
  private static let step = Duration.milliseconds(50)

  /// Begins to wait for something.
  func begin(_ subject: Subject, limit: Duration) {
    let now = SuspendingClock.now
    state.withLock { state in
      state.subject = subject
      state.since = now
      state.limit = limit
    }
  }

  /// Waits for nothing.
  func end() { state.withLock { $0.subject = nil } }

  /// How long it has been waited for the present subject.
  var waited: Duration { state.withLock { $0.since.duration(to: .now) } }

  /// What was waited for too long; it may have come right afterwards.
  var expired: Subject? { state.withLock(\.expired) }

  /// Returns when something was waited for too long, or the task is cancelled.
  ///
  /// Time in which this process itself did not get on does not count: the answer may be there.
  ///
  /// - Returns: whether it was too long.
  func runsOut() async -> Bool {
    while !Task.isCancelled {
      let rest = remaining()
      guard rest > .zero else { return true }
      let (pause, begin) = (min(rest, Self.step), SuspendingClock.now)
      try? await Task.sleep(for: pause, clock: .suspending)
      excuse(begin.duration(to: .now) - pause)
    }
    return false
  }

  private func excuse(_ lost: Duration) {
    guard lost > Self.step else { return }
    let now = SuspendingClock.now
    state.withLock { $0.since = min($0.since.advanced(by: lost), now) }
  }

  private func remaining() -> Duration {
    state.withLock { state in
      guard let subject = state.subject else { return Self.step }
      let rest = state.limit - state.since.duration(to: .now)
      if rest <= .zero { state.expired = subject }
      return rest
    }
  }
}
