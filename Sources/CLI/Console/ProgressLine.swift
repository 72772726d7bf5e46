import Glibc

/// What a build is doing, as far as a person wants to know.
enum BuildProgress: Sendable {
  case reading(done: Int, of: Int)
  case writing(files: Int)
  /// In bytes; nothing where the size is not known.
  case fetching(String, received: Int, of: Int?)
}

/// Says how far a build is: one line that is drawn over on a terminal, one line for each phase in CI.
struct ProgressLine {
  private let mode: Mode
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant
  private var isDrawn = false

  /// The phase that was going on when it was last asked, and when that began.
  private var phase: (name: String, start: ContinuousClock.Instant)?

  private enum Mode { case drawn, lines, none }

  /// Nothing is drawn before this has passed, and then at most ten times a second.
  private static let patience = Duration.milliseconds(500)
  private static let interval = Duration.milliseconds(100)

  init(_ choice: Console.Choice, isQuiet: Bool) {
    mode =
      switch choice {
      case .never: .none
      case _ where isQuiet: .none
      case .always: .drawn
      case .auto:
        Console.isTerminal ? .drawn : Console.variable("CI") == nil ? .none : .lines
      }
    start = clock.now
    last = start
  }

  mutating func show(_ progress: BuildProgress) {
    let now = clock.now
    switch mode {
    case .none: break
    case .lines: enter(progress.phase, at: now)
    case .drawn:
      guard now - start > Self.patience, now - last > Self.interval else { return }
      last = now
      isDrawn = true
      Console.draw("\r\u{1b}[K\(text(progress))")
    }
  }

  /// Takes the line away again, or ends the phase that is going on.
  mutating func clear() {
    if isDrawn { Console.draw("\r\u{1b}[K") }
    isDrawn = false
    enter(nil, at: clock.now)
  }

  private mutating func enter(_ name: String?, at now: ContinuousClock.Instant) {
    guard mode == .lines, phase?.name != name else { return }
    if let phase { Console.draw("\(phase.name): \(NumberText.seconds(now - phase.start))\n") }
    phase = name.map { ($0, now) }
  }

  /// Twenty places wide.
  private static func bar(_ done: Int, of all: Int) -> String {
    let filled = Int(Double(min(done, all)) / Double(all) * 20)
    return "[\(String(repeating: "#", count: filled))\(String(repeating: ".", count: 20 - filled))]"
  }

  private func text(_ progress: BuildProgress) -> String {
    switch progress {
    case .reading(let done, let all):
      "\(progress.phase): \(NumberText.grouped(done)) of \(NumberText.grouped(all))"
    case .writing(let files):
      "\(progress.phase): \(NumberText.counted(files, "file", "files"))"
    case .fetching(_, let received, let all):
      if let all, all > 0 {
        "\(progress.phase) \(Self.bar(received, of: all)) \(NumberText.size(received)) of "
          + NumberText.size(all)
      } else {
        "\(progress.phase): \(NumberText.size(received))"
      }
    }
  }
}

extension BuildProgress {
  /// What the phase is called.
  fileprivate var phase: String {
    switch self {
    case .reading: "Reading repositories"
    case .writing: "Writing the site"
    case .fetching(let name, _, _): "Fetching \(TerminalText.safe(name))"
    }
  }
}
