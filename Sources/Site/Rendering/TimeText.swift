import GitStore
import Mustache

/// A moment as pages show it: the day, with the exact time for those who look for it.
struct TimeText: TemplateModel {
  /// `2024-01-01T10:00:00Z`.
  let exact: String

  /// `2024-01-01`.
  let day: String

  init(_ time: GitTime) {
    exact = time.utc
    day = String(exact.prefix(10))
  }

  /// `10:00 UTC`.
  private var clock: String { "\(exact.dropFirst(11).prefix(5)) UTC" }

  static let fields: [TemplateField<Self>] = [
    .text("exact") { $0.exact },
    .text("day") { $0.day },
    .text("clock") { $0.clock },
    .text("minute") { "\($0.day) \($0.clock)" },
  ]
}
