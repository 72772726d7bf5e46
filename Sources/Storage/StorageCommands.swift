import Records
import Subprocess

/// Fetches objects with the commands that a team has configured for schemes of addresses.
///
/// A command is started without a shell, in the user's own environment, since it needs the user's
/// credentials.
struct StorageCommands: Sendable {
  /// The largest object, in bytes.
  let limit: Int

  /// For one object, in seconds.
  let timeout: Int
  let secrets: [Secret]

  /// How many commands run at a time.
  private static let width = 4

  /// After so many that have not ended in time, no more of the same remote are tried.
  private static let patience = 3

  /// The answer to each order.
  func run(_ orders: [RemoteOrder]) async -> [(RemoteOrder, Lookup)] {
    guard !orders.isEmpty else { return [] }
    let mask = SecretMask(secrets: secrets.map(\.text), environment: SecretMask.environment)
    var lookups: [(RemoteOrder, Lookup)] = []
    var late: [String: Int] = [:]
    await withTaskGroup(of: (RemoteOrder, Lookup, isLate: Bool).self) { group in
      var running = 0
      for order in orders {
        if running == Self.width, let (done, lookup, isLate) = await group.next() {
          lookups.append((done, lookup))
          if isLate { late[done.remote.name, default: 0] += 1 }
          running -= 1
        }
        if late[order.remote.name, default: 0] >= Self.patience {
          lookups.append(
            (order, failed(order, "was not tried again: it did not end in time before")))
        } else {
          group.addTask { await run(order, mask) }
          running += 1
        }
      }
      for await (done, lookup, _) in group { lookups.append((done, lookup)) }
    }
    return lookups
  }

  private func run(
    _ order: RemoteOrder, _ mask: SecretMask
  ) async -> (RemoteOrder, Lookup, isLate: Bool) {
    let words = (order.command ?? []).map { $0.replacing("{url}", with: order.url) }
    guard let program = words.first, !words.contains(where: { $0.utf8.contains(0) }) else {
      return (order, failed(order, "can't be started"), false)
    }
    let outcome = await ProcessLimits.run(seconds: timeout) { [self] in
      try await start(program, Array(words.dropFirst()))
    }
    switch outcome {
    case .late: return (order, failed(order, "did not end within \(timeout) seconds"), true)
    case .failed(let error): return (order, lookup(error, order, program), false)
    case .done(let ended):
      if ended.succeeded { return (order, .found(ended.output), false) }
      let message = mask.lastLine(of: ended.errors)
      let words = message.isEmpty ? "failed without a word" : "failed: \(message)"
      return (order, failed(order, words), false)
    }
  }

  private struct Ended: Sendable {
    let succeeded: Bool
    let output: [UInt8]

    /// The end of what it wrote to its standard error.
    let errors: [UInt8]
  }

  private func start(_ program: String, _ arguments: [String]) async throws -> Ended {
    // A path goes through `env`, which takes names and paths alike.
    let isPath = program.utf8.contains(UInt8(ascii: "/"))
    let result = try await Subprocess.run(
      .name(isPath ? "env" : program),
      arguments: Arguments((isPath ? [program] : []) + arguments), environment: .inherit,
      platformOptions: ProcessLimits.platformOptions, input: .none, output: .bytes(limit: limit),
      error: .sequence
    ) { execution in
      var end: [UInt8] = []
      for try await chunk in execution.standardError {
        unsafe chunk.bytes.withUnsafeBytes { unsafe end.append(contentsOf: $0) }
        if end.count > 1 << 15 { end.removeFirst(end.count - 1 << 14) }
      }
      return end
    }
    return Ended(
      succeeded: result.terminationStatus.isSuccess, output: result.standardOutput,
      errors: result.closureResult)
  }

  private func lookup(_ error: any Error, _ order: RemoteOrder, _ program: String) -> Lookup {
    if let known = error as? SubprocessError, known.code == .outputLimitExceeded {
      return .tooLarge(limit + 1)
    }
    return failed(order, ProcessLimits.isMissing(error) ? "is not installed" : "can't be started")
  }

  private func failed(_ order: RemoteOrder, _ words: String) -> Lookup {
    let scheme = order.remote.scheme ?? ""
    return .failed(
      reason:
        "the storage command for \(scheme):// (remote \(FetchText.shown(order.remote))) \(words)",
      help: "run the command by hand, or run `dvc fetch` before")
  }
}
