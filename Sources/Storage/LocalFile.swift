import Glibc

/// Reads files of this machine that a repository has named, and nothing else than files.
enum LocalFile {
  /// The bytes of a regular file; a link, pipe, device or folder in its place is refused.
  ///
  /// - Parameter limit: the most bytes that are read.
  static func read(_ path: String, limit: Int) -> Lookup {
    guard !path.utf8.contains(0) else { return .refused }
    // Without O_NONBLOCK, a pipe in place of the file would keep us waiting for its writer.
    let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      return errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG ? .absent : .refused
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return .refused
    }
    guard status.st_size <= limit else { return .tooLarge(Int(status.st_size)) }
    return contents(of: descriptor, size: Int(status.st_size), limit: limit)
  }

  /// Reads to the end, however much was written since the size was asked for.
  private static func contents(of descriptor: Int32, size: Int, limit: Int) -> Lookup {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 { return .refused }
      if count == 0 { return .found(bytes) }
      bytes.append(contentsOf: chunk[..<count])
    }
    return .tooLarge(bytes.count)
  }

  /// The size of what lies at a path, in bytes; 0 where there is nothing.
  static func size(of path: String) -> Int {
    var status = stat()
    return unsafe lstat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}
