import Glibc
import Subprocess

/// How programs that fetch objects are started and stopped.
enum ProcessLimits {
  /// A session of its own, so that no program asks on the terminal, and that one signal ends it with
  /// all that it has started.
  static var platformOptions: PlatformOptions {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(100))
    ]
    return options
  }

  /// What became of work with a time limit.
  enum Outcome<Value: Sendable>: Sendable {
    case done(Value)
    case failed(any Error)
    case late
  }

  /// Runs `work`, and cancels it after some seconds; a process that it waits for is killed then.
  static func run<Value: Sendable>(
    seconds: Int, _ work: @escaping @Sendable () async throws -> Value
  ) async -> Outcome<Value> {
    await withTaskGroup(of: Outcome<Value>.self) { group in
      group.addTask {
        do {
          return .done(try await work())
        } catch {
          return .failed(error)
        }
      }
      group.addTask {
        try? await Task.sleep(for: .seconds(seconds))
        return .late
      }
      let first = await group.next() ?? .late
      group.cancelAll()
      return first
    }
  }

  private typealias PRLimit =
    @convention(c) (pid_t, Int32, UnsafePointer<rlimit>?, UnsafeMutablePointer<rlimit>?) -> Int32

  /// Keeps a running process from writing files of more than `bytes`, and from leaving a core dump.
  ///
  /// The call is a GNU extension that Swift's module of the C library hides; so it is looked up by
  /// name, and a library without it lacks the limit.
  static func limitFiles(of process: pid_t, to bytes: Int) {
    guard let symbol = unsafe dlsym(nil, "prlimit") else { return }
    let prlimit = unsafe unsafeBitCast(symbol, to: PRLimit.self)
    let (fileSize, coreDump): (Int32, Int32) = (1, 4)
    for (resource, most) in [(fileSize, rlim_t(bytes)), (coreDump, 0)] {
      var limit = rlimit(rlim_cur: most, rlim_max: most)
      _ = unsafe prlimit(process, resource, &limit, nil)
    }
  }

  /// Whether an error says that there is no such program.
  static func isMissing(_ error: any Error) -> Bool {
    (error as? SubprocessError)?.code == .executableNotFound
  }
}
