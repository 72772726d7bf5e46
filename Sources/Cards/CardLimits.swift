import Locks

/// How long rendering cards may take, by the clock.
package struct CardLimits: Hashable, Sendable {
  /// For a card; the largest ordinary one takes a twentieth of it (`bad-input.md`, M004).
  package var perCard = Duration.seconds(5)

  /// For a card, once half of `total` went to cards that overran.
  package var perCardLater = Duration.milliseconds(500)

  /// For all cards that overrun, together. When it is gone, only small cards are still tried, so
  /// that a thousand hostile ones can't hold a build for an hour.
  package var total = Duration.seconds(30)

  /// The size of a small card, in bytes: what libcmark is slow with takes it under 0.1 s at that.
  package var smallCard = 4096

  /// For a worker to start.
  package var start = Duration.seconds(30)

  /// Makes the limits that hold for sites.
  package init() {}
}

/// Keeps count of the time that went to cards which overran.
final class Patience: Sendable {
  let limits: CardLimits
  private let spent = Guarded(Duration.zero)

  /// Makes an account with nothing spent.
  init(_ limits: CardLimits) { self.limits = limits }

  /// How long a card of so many bytes may take; nothing where it is not tried at all.
  func limit(forSize size: Int) -> Duration? {
    let spent = self.spent.withLock(\.self)
    if spent < limits.total / 2 { return limits.perCard }
    if spent < limits.total || size <= limits.smallCard { return limits.perCardLater }
    return nil
  }

  /// Counts time that a card took in vain.
  func spend(_ time: Duration) { spent.withLock { $0 += time } }
}
