import Dispatch
import Glibc

/// Ends the work in hand when the user or the system asks for it.
enum Interruption {
  /// Runs `work` and cancels it at the first SIGINT or SIGTERM; the second one ends the program.
  static func cancelling<Success: Sendable>(
    saying words: String = "interrupted; nothing was published",
    _ work: @escaping @Sendable () async throws -> Success
  ) async throws -> Success {
    let task = Task { try await work() }
    let (received, continuation) = AsyncStream.makeStream(of: Int32.self)
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { continuation.yield(number) }
      source.resume()
      return source
    }
    let watcher = Task {
      var status: Int32 = 0
      for await number in received {
        if status != 0 { exit(status) }
        status = 128 + number
        task.cancel()
      }
      return status
    }
    defer { sources.forEach { $0.cancel() } }
    let outcome = await task.result
    continuation.finish()
    let status = await watcher.value
    if status != 0, case .failure = outcome {
      throw CommandFailure(status: status, words)
    }
    return try outcome.get()
  }
}
