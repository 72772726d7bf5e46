import Synchronization

/// Watches how long a program says nothing.
final class Silence: Sendable {
  private struct State {
    var last = ContinuousClock.now
    var wasTooLong = false
  }

  private let state = Mutex(State())

  /// The program has said something.
  func broken() { state.withLock { $0.last = .now } }

  /// Whether the program was given up as silent.
  var wasTooLong: Bool { state.withLock(\.wasTooLong) }

  /// Calls `end` once the program has said nothing for so many seconds; returns when cancelled.
  func watch(seconds: Int, _ end: () -> Void) async {
    let patience = Duration.seconds(seconds)
    while !Task.isCancelled {
      let rest = patience - (ContinuousClock.now - state.withLock(\.last))
      guard rest > .zero else {
        state.withLock { $0.wasTooLong = true }
        return end()
      }
      try? await Task.sleep(for: rest)
    }
  }
}
