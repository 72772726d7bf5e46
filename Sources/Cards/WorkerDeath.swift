import Glibc
import Subprocess

/// How a worker process ended.
struct WorkerDeath: Sendable {
  /// Whether a limit that the kernel keeps ended it: of processor time, or of memory, which libcmark
  /// and the runtime abort at.
  private(set) var isByLimit = false

  /// What happened, to follow "the process that renders cards".
  private(set) var text = "ended"

  /// Nothing is known yet.
  init() {}

  /// A signal ended it.
  init(signal: Int32) {
    isByLimit = signal == SIGXCPU || signal == SIGABRT
    text = "was ended by signal \(signal)"
  }

  /// The process library could not start or follow it.
  init(problem: String) { text = "can't be run: \(problem)" }

  /// The system's word on it, and what it wrote to standard error.
  init(_ status: TerminationStatus, words: String) {
    switch status {
    case .exited(let code): text = "ended with status \(code)"
    case .signaled(let signal): self = WorkerDeath(signal: signal)
    }
    let words = words.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(300)
    if !words.isEmpty { text += ": \(words)" }
  }
}
