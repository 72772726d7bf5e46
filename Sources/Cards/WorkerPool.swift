import Glibc
package import Markdown

/// Renders cards in processes that are ended and replaced when a card takes too long or too much
/// memory (`hostile-input.md` §2).
///
/// Processes start with a call that needs them and end with it, one for every 32 texts at most: a
/// call with many texts costs less than many calls.
package struct WorkerPool: CardRendering {
  /// The program that is running, also where its file was replaced meanwhile.
  package static let ownExecutable = "/proc/self/exe"

  private let options: MarkdownOptions
  private let executable: String
  private let processCount: Int
  private let patience: Patience

  /// Texts that are worth a process of their own.
  private static let textsPerProcess = 32

  /// Makes a pool; no process starts yet.
  ///
  /// A program that writes into a pipe whose reader is gone would end by SIGPIPE; a worker may go at
  /// any time, so this process ignores that signal from now on.
  ///
  /// - Parameters:
  ///   - executable: the absolute path of a program that has the command `card-worker`.
  ///   - processes: at most so many at once; nothing for one on each processor.
  ///   - limits: they hold for all calls together.
  package init(
    options: MarkdownOptions, executable: String = ownExecutable, processes: Int? = nil,
    limits: CardLimits = CardLimits()
  ) {
    self.options = options
    self.executable = executable
    processCount = max(1, processes ?? sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    patience = Patience(limits)
    signal(SIGPIPE, SIG_IGN)
  }

  /// Renders each text, in their order.
  package func render(_ texts: [CardText]) async -> [CardOutcome] {
    let queue = CardQueue(texts, patience: patience)
    let wanted = (texts.count + Self.textsPerProcess - 1) / Self.textsPerProcess
    await withTaskGroup { group in
      for _ in 0..<min(processCount, wanted) {
        group.addTask { await serve(queue) }
      }
    }
    return queue.outcomes
  }

  /// Starts one worker after the other while there are cards.
  private func serve(_ queue: CardQueue) async {
    while queue.hasMore {
      let session = WorkerSession(
        executable: executable, options: options, patience: patience, queue: queue)
      await session.run()
      if Task.isCancelled { queue.stop("the build was interrupted") }
    }
  }
}
