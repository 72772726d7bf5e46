import Glibc

/// Writes a file that a user or a CI system has named, over what was there or behind it.
enum AddedFile {
  static func write(
    _ bytes: [UInt8], to path: String, appending: Bool = false
  ) throws(CommandFailure) {
    let mode = O_WRONLY | O_CREAT | O_CLOEXEC | (appending ? O_APPEND : O_TRUNC)
    let descriptor = unsafe open(path, mode, 0o644)
    let failure = CommandFailure(
      status: CommandFailure.failedOutput, "\(TerminalText.safe(path)) cannot be written")
    guard descriptor >= 0 else { throw failure }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure }
      rest = rest.dropFirst(count)
    }
  }
}
