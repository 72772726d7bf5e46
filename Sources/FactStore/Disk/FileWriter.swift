import Glibc

/// A file that comes to its name whole: until then, nothing or the older file is there.
final class FileWriter {
  private let path: String
  private let unfinished: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isFinished = false

  private static let bufferSize = 1 << 18

  /// Makes the unfinished file beside the one that it will be.
  ///
  /// - Parameter permissions: Of the finished file, whatever the umask.
  init(_ path: String, permissions: mode_t) throws(FileError) {
    self.path = path
    let slash = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    let random = String(UInt64.random(in: .min ... .max), radix: 36)
    unfinished = "\(path[..<slash]).\(path[slash...].prefix(100)).\(random).new"
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    descriptor = unsafe open(unfinished, flags, 0o600)
    guard descriptor >= 0 else { throw FileError(code: errno) }
    fchmod(descriptor, permissions)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if descriptor >= 0, !isFinished { unsafe unlink(unfinished) }
  }

  /// Appends bytes.
  func write(_ bytes: [UInt8]) throws(FileError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Gives the file its name.
  func finish() throws(FileError) {
    try flush()
    guard unsafe rename(unfinished, path) == 0 else { throw FileError(code: errno) }
    isFinished = true
  }

  private func flush() throws(FileError) {
    let code = unsafe buffer.withUnsafeBytes { bytes -> Int32 in
      var done = 0
      while done < bytes.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[done...])
        let count = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return count == 0 ? EIO : errno }
        done += count
      }
      return 0
    }
    guard code == 0 else { throw FileError(code: code) }
    buffer.removeAll(keepingCapacity: true)
  }
}
