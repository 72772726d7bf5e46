import Glibc

extension LocalFile {
  /// The size of a regular file, in bytes; nothing for a link or anything else.
  static func regularSize(of path: String) -> Int? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Whether there is anything at a path, a link that leads nowhere among it.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// Reads a regular file to its end in full chunks; false where it can't be read, or where `take` wants
  /// no more.
  static func forEachChunk(
    of path: String, size: Int, _ take: ([UInt8]) -> Bool
  ) -> Bool {
    let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return false
    }
    var chunk = [UInt8](repeating: 0, count: size)
    while true {
      var filled = 0
      while filled < size {
        let count = unsafe chunk.withUnsafeMutableBytes { buffer in
          unsafe Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), size - filled)
        }
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { return false }
        if count == 0 { break }
        filled += count
      }
      if filled < size {
        return filled == 0 || take(Array(chunk[..<filled]))
      }
      guard take(chunk) else { return false }
    }
  }

  /// Writes a file anew, or at its end; false where the disk refuses.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      start += count
    }
    return true
  }

  /// Opens a file to be written anew; negative where that is refused.
  static func create(_ path: String) -> Int32 {
    unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666)
  }

  /// What became of a copy.
  enum Copy { case done, unreadable, unwritable }

  /// Copies a regular file.
  static func copy(_ path: String, to target: String) -> Copy {
    let descriptor = create(target)
    guard descriptor >= 0 else { return .unwritable }
    defer { close(descriptor) }
    var isWritten = true
    let isRead = forEachChunk(of: path, size: 1 << 20) { chunk in
      isWritten = write(chunk, to: descriptor)
      return isWritten
    }
    return isWritten ? (isRead ? .done : .unreadable) : .unwritable
  }
}
