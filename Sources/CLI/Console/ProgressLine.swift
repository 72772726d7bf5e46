import Glibc

/// What a build is doing, as far as a person wants to know.
enum BuildProgress: Sendable {
  case reading(done: Int, of: Int)
  case writing(files: Int)
}

/// One line on the terminal that says how far a build is; in CI one line for each phase.
struct ProgressLine {
  private let mode: Mode
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant
  private var isDrawn = false

  private enum Mode { case drawn, none }

  /// Nothing is drawn before this has passed, and then at most ten times a second.
  private static let patience = Duration.milliseconds(500)
  private static let interval = Duration.milliseconds(100)

  init(_ choice: Console.Choice, isQuiet: Bool) {
    let isWanted = choice == .always || (choice == .auto && Console.isTerminal)
    mode = isWanted && !isQuiet ? .drawn : .none
    start = clock.now
    last = start
  }

  mutating func show(_ progress: BuildProgress) {
    let now = clock.now
    guard mode == .drawn, now - start > Self.patience, now - last > Self.interval else { return }
    last = now
    isDrawn = true
    Console.draw("\r\u{1b}[K\(text(progress))")
  }

  /// Takes the line away again.
  mutating func clear() {
    if isDrawn { Console.draw("\r\u{1b}[K") }
    isDrawn = false
  }

  private func text(_ progress: BuildProgress) -> String {
    switch progress {
    case .reading(let done, let all):
      "Reading repositories: \(NumberText.grouped(done)) of \(NumberText.grouped(all))"
    case .writing(let files): "Writing the site: \(NumberText.counted(files, "file", "files"))"
    }
  }
}
