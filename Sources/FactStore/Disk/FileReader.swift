import Glibc

/// An open file that is read at places of one's choice.
final class FileReader {
  private let descriptor: Int32

  /// In bytes.
  let size: Int

  /// Opens a regular file; a link is followed only if `followsLinks`.
  init(_ path: String, followsLinks: Bool = false) throws(FileError) {
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followsLinks ? 0 : O_NOFOLLOW)
    let descriptor = unsafe open(path, flags)
    guard descriptor >= 0 else { throw FileError(code: errno) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw FileError(code: EINVAL)
    }
    self.descriptor = descriptor
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// The bytes from an offset on, fewer only where the file ends.
  func read(_ count: Int, at offset: Int) throws(FileError) -> [UInt8] {
    var code: Int32 = 0
    let wanted = max(0, min(count, size - offset))
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, done in
      while done < wanted {
        let rest = unsafe UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[done...])
        let length = unsafe pread(descriptor, rest.baseAddress, rest.count, offset + done)
        if length < 0, errno == EINTR { continue }
        guard length > 0 else {
          code = length == 0 ? 0 : errno
          return
        }
        done += length
      }
    }
    guard code == 0 else { throw FileError(code: code) }
    return bytes
  }
}

/// The system did not do what a file needed.
package struct FileError: Error, Hashable, Sendable {
  package let code: Int32

  /// The system's words for it.
  package var reason: String { unsafe String(cString: strerror(code)) }
}
