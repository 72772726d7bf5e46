import Locks

/// Watches how long one program is waited for: the time in which nobody waits does not count.
final class Waiting: Sendable {
  private struct State {
    var since: ContinuousClock.Instant?
    var wasTooLong = false
  }

  private let state = Guarded(State())

  /// From now on somebody waits, whether or not they did before.
  func begin() { state.withLock { $0.since = .now } }

  /// Nobody waits any more.
  func end() { state.withLock { $0.since = nil } }

  /// Whether the program was given up.
  var wasTooLong: Bool { state.withLock(\.wasTooLong) }

  /// Calls `giveUp` once the program was waited for so long; returns then, or when cancelled.
  func watch(seconds: Int, _ giveUp: () -> Void) async {
    let patience = Duration.seconds(seconds)
    while !Task.isCancelled {
      let rest = state.withLock { state in
        patience - (state.since.map { ContinuousClock.now - $0 } ?? .zero)
      }
      guard rest > .zero else {
        state.withLock { $0.wasTooLong = true }
        return giveUp()
      }
      try? await Task.sleep(for: rest)
    }
  }
}
