import Glibc

/// An open file or folder; the descriptor is closed with the last reference.
///
/// Everything below a folder is reached from its descriptor, never by a path from the root, so that
/// nobody can slip another folder under a running build.
final class OpenFile: Sendable {
  let descriptor: Int32
  /// The path as messages show it.
  let path: String

  private init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit {
    close(descriptor)
  }

  /// Opens the folder at an absolute path.
  static func folder(atPath path: String) throws(PublishError) -> OpenFile {
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw lastFailure("open the folder", path) }
    return OpenFile(descriptor: descriptor, path: path)
  }

  /// Opens what lies below this folder; a symbolic link in the last place is an error.
  func open(_ name: RelativePath, _ flags: Int32, mode: mode_t = 0) throws(PublishError) -> OpenFile
  {
    let descriptor = openDescriptor(name, flags, mode: mode)
    guard descriptor >= 0 else { throw failure("open", name) }
    return OpenFile(descriptor: descriptor, path: pathText(name))
  }

  /// Opens a folder directly in this one, unless it is missing or something else.
  func folder(named name: RelativePath) throws(PublishError) -> OpenFile? {
    let descriptor = openDescriptor(name, O_RDONLY | O_DIRECTORY)
    if descriptor >= 0 { return OpenFile(descriptor: descriptor, path: pathText(name)) }
    if [ENOENT, ENOTDIR, ELOOP].contains(errno) { return nil }
    throw failure("open the folder", name)
  }

  /// Opens the folder that `path` lies in, refusing links on the way; nil if there is none.
  func folder(holding path: RelativePath) throws(PublishError) -> OpenFile? {
    var folder = self
    for part in path.folder?.parts ?? [] {
      guard let next = try folder.folder(named: part) else { return nil }
      folder = next
    }
    return folder
  }

  /// Returns a descriptor that the caller closes, or a negative number with `errno` set.
  func openDescriptor(_ name: RelativePath, _ flags: Int32, mode: mode_t = 0) -> Int32 {
    unsafe name.terminated.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return -1 }
      let text = unsafe start.assumingMemoryBound(to: CChar.self)
      while true {
        let result = unsafe openat(descriptor, text, flags | O_NOFOLLOW | O_CLOEXEC, mode)
        if result >= 0 || errno != EINTR { return result }
      }
    }
  }

  /// The path of an entry as messages show it.
  func pathText(_ name: RelativePath) -> String {
    path.hasSuffix("/") ? path + name.text : "\(path)/\(name.text)"
  }

  /// The error of the system call that has just failed on an entry of this folder.
  func failure(_ action: String, _ name: RelativePath) -> PublishError {
    Self.lastFailure(action, pathText(name))
  }

  /// The error of the system call that has just failed on this file itself.
  func failure(_ action: String) -> PublishError { Self.lastFailure(action, path) }

  private static func lastFailure(_ action: String, _ path: String) -> PublishError {
    let code = errno
    return .system(SystemFailure(action: action, path: path, code: code))
  }
}
