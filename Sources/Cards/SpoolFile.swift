import Glibc

/// An open temporary file without a name; it is closed with the last reference.
final class SpoolFile: Sendable {
  private let descriptor: Int32
  private let folder: String

  /// Makes a file that only this user may open and no program started later gets, and takes its
  /// name away at once.
  init(in folder: String) throws(SpoolError) {
    self.folder = folder
    var opened: Int32 = -1
    var path = ""
    for _ in 0..<16 where opened < 0 {
      path = "\(folder)/vitrine-\(String(UInt64.random(in: .min ... .max), radix: 36))"
      let flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
      opened = unsafe open(path, flags, 0o600)
      if opened < 0, errno != EEXIST, errno != EINTR { break }
    }
    descriptor = opened
    guard opened >= 0 else { throw Self.failure("make", folder, errno) }
    guard unsafe unlink(path) == 0 else { throw Self.failure("unlink", folder, errno) }
  }

  /// Opens a file that is there, to read it.
  init(reading path: String) throws(SpoolError) {
    folder = path
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Self.failure("open", path, errno) }
  }

  /// Which file it is, for finding out whether its name leads to another one by now.
  var identity: Identity? {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return Identity(
      device: UInt64(status.st_dev), file: UInt64(status.st_ino), size: Int(status.st_size))
  }

  /// A file's numbers in its file system, and its size.
  struct Identity: Hashable {
    let device: UInt64
    let file: UInt64
    let size: Int
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Writes all of the bytes.
  func write(_ bytes: [UInt8], at offset: Int) throws(SpoolError) {
    let code = unsafe bytes.withUnsafeBytes { buffer -> Int32 in
      var done = 0
      while done < buffer.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[done...])
        let count = unsafe pwrite(descriptor, rest.baseAddress, rest.count, offset + done)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return count == 0 ? EIO : errno }
        done += count
      }
      return 0
    }
    guard code == 0 else { throw Self.failure("write", folder, code) }
  }

  /// Reads so many bytes, which have to be there.
  func read(_ count: Int, at offset: Int) throws(SpoolError) -> [UInt8] {
    var code: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
      while done < count {
        let rest = unsafe UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[done...])
        let length = unsafe pread(descriptor, rest.baseAddress, rest.count, offset + done)
        if length < 0, errno == EINTR { continue }
        guard length > 0 else {
          code = length == 0 ? EIO : errno
          return
        }
        done += length
      }
    }
    guard code == 0 else { throw Self.failure("read", folder, code) }
    return bytes
  }

  private static func failure(_ action: String, _ folder: String, _ code: Int32) -> SpoolError {
    let reason = unsafe String(cString: strerror(code))
    return SpoolError(
      problem: "cannot \(action) a temporary file in \(folder): \(reason); "
        + "rendered cards and plots are kept there, set TMPDIR to a folder with room for them")
  }
}
