import Glibc

/// Writes small files.
enum WholeFile {
  /// Writes a file anew; false where the disk refuses, and then there is none.
  @discardableResult
  static func write(_ bytes: [UInt8], to path: String) -> Bool {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return false }
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      start += count
    }
    guard close(descriptor) == 0, start == bytes.count else {
      unsafe unlink(path)
      return false
    }
    return true
  }

  /// Writes a file under another name and puts it in its place when it is whole.
  static func replace(_ path: String, with bytes: [UInt8]) -> Bool {
    let new = "\(path).new"
    guard write(bytes, to: new) else { return false }
    return unsafe rename(new, path) == 0
  }
}
