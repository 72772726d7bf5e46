import Glibc

/// The process that renders cards for another one: it can be ended, as libcmark can't
/// (`hostile-input.md` §2).
package enum CardWorker {
  /// Answers what comes in on standard input, on standard output, until there is no more.
  ///
  /// - Returns: the status to exit with: 0, 65 for input that is none, 74 where reading or writing
  ///   fails.
  package static func run() -> Int32 {
    // Whoever started the worker ends it, also at a Ctrl-C that both get.
    signal(SIGINT, SIG_IGN)
    // No folder stays in use because of the worker.
    _ = unsafe chdir("/")
    var limits = WorkerLimits()
    limits.begin()
    var input = FrameInput(descriptor: STDIN_FILENO)
    guard write(Frame.ready) else { return 74 }
    do throws(FrameInput.Failure) {
      while let message = try input.next() {
        limits.renew()
        guard let answer = CardRequest(coded: message)?.outcome().answer else { return 65 }
        guard write(answer) else { return 74 }
      }
      return 0
    } catch {
      return error == .reading ? 74 : 65
    }
  }

  private static func write(_ message: [UInt8]) -> Bool {
    let frame = Frame.framing(message)
    return unsafe frame.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[done...])
        let count = unsafe Glibc.write(STDOUT_FILENO, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
  }
}

/// The messages that come in on a descriptor.
struct FrameInput {
  enum Failure: Error {
    /// The descriptor can't be read.
    case reading

    /// What comes in are no messages, or it ends within one.
    case form
  }

  private let descriptor: Int32
  private var buffer = FrameBuffer()
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)

  /// Makes the messages of a descriptor, which stays the caller's.
  init(descriptor: Int32) { self.descriptor = descriptor }

  /// Waits for the next message; nothing at the end.
  mutating func next() throws(Failure) -> [UInt8]? {
    while true {
      do { if let message = try buffer.next() { return message } } catch { throw .form }
      let count = unsafe read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .reading }
      guard count > 0 else {
        if buffer.isEmpty { return nil }
        throw .form
      }
      unsafe chunk.withUnsafeBytes {
        unsafe buffer.append(UnsafeRawBufferPointer(rebasing: $0[..<count]))
      }
    }
  }
}
