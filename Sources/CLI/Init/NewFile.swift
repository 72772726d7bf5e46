import Glibc

/// Writes files that are not there yet.
enum NewFile {
  /// Writes a file and makes the folders above it; does nothing where there is one, or a link.
  ///
  /// - Returns: Whether the file was written.
  static func write(_ text: String, to path: String) throws(CommandFailure) -> Bool {
    var start = path.startIndex
    while let slash = path[start...].firstIndex(of: "/") {
      let folder = String(path[..<slash])
      start = path.index(after: slash)
      guard !folder.isEmpty else { continue }
      let isMade = unsafe mkdir(folder, 0o755) == 0
      guard isMade || errno == EEXIST else { throw failure(folder) }
    }
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    if descriptor < 0, errno == EEXIST { return false }
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(path) }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func failure(_ path: String) -> CommandFailure {
    let reason = errno == ENOSPC ? "the disk is full" : "this user may not write there"
    return CommandFailure(
      status: CommandFailure.failedOutput,
      "\(TerminalText.safe(path)) cannot be written: \(reason)")
  }
}
