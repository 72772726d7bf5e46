import Glibc

extension OpenFile {
  /// Returns the whole content of this file.
  func readAll() throws(PublishError) -> [UInt8] {
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = try read(into: &chunk)
      if count == 0 { return content }
      content.append(contentsOf: chunk[..<count])
    }
  }

  private func read(into chunk: inout [UInt8]) throws(PublishError) -> Int {
    while true {
      let count = unsafe Glibc.read(descriptor, &chunk, chunk.count)
      if count >= 0 { return count }
      if errno != EINTR { throw failure("read") }
    }
  }

  /// Whether this file, whose size is known to be that of `bytes`, holds exactly `bytes`.
  func holds(_ bytes: [UInt8]) -> Bool {
    unsafe bytes.withUnsafeBytes { expected in
      unsafe withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 16) { chunk in
        guard let found = chunk.baseAddress else { return false }
        var offset = 0
        while offset < bytes.count {
          let count = unsafe Glibc.read(descriptor, found, chunk.count)
          if count < 0 && errno == EINTR { continue }
          guard count > 0, offset + count <= bytes.count,
            let wanted = expected.baseAddress,
            unsafe memcmp(found, wanted + offset, count) == 0
          else { return false }
          offset += count
        }
        return true
      }
    }
  }

  /// Opens a regular file directly in this folder; nil for anything else, links included.
  func openRegular(_ name: RelativePath) -> (file: OpenFile, status: FileStatus)? {
    // Without O_NONBLOCK a named pipe would hold the build until someone writes to it.
    guard let file = try? open(name, O_RDONLY | O_NONBLOCK),
      let status = try? FileStatus.of(file), status.isRegular
    else { return nil }
    return (file, status)
  }

  /// Returns the entries of this folder in byte order.
  func entries() throws(PublishError) -> [FolderEntry] {
    // A second descriptor: the directory stream closes the one it is given and moves its position.
    let descriptor = openDescriptor(".", O_RDONLY | O_DIRECTORY)
    guard descriptor >= 0, let stream = unsafe fdopendir(descriptor) else {
      let error = failure("list the folder")
      if descriptor >= 0 { close(descriptor) }
      throw error
    }
    defer { unsafe closedir(stream) }
    var entries: [FolderEntry] = []
    while true {
      errno = 0
      guard let record = unsafe readdir(stream) else { break }
      if let entry = unsafe FolderEntry(record: record, in: self) { entries.append(entry) }
    }
    guard errno == 0 else { throw failure("list the folder") }
    return entries.sorted { $0.name < $1.name }
  }
}

/// One name in a folder.
struct FolderEntry: Sendable {
  let name: RelativePath
  let isFolder: Bool

  /// Reads a directory record; nil for `.` and `..`.
  fileprivate init?(record: UnsafeMutablePointer<dirent>, in folder: OpenFile) {
    // The kernel's record is only as long as its name: copying the whole C struct would read past it.
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return nil }
    let bytes = unsafe UnsafeRawPointer(record) + offset
    let length = unsafe strlen(bytes.assumingMemoryBound(to: CChar.self))
    name = unsafe RelativePath(trusted: UnsafeRawBufferPointer(start: bytes, count: length))
    if name == "." || name == ".." { return nil }
    switch unsafe Int(record.pointee.d_type) {
    case Int(DT_DIR): isFolder = true
    case Int(DT_UNKNOWN): isFolder = FileStatus.of(name, in: folder)?.isFolder ?? false
    default: isFolder = false
    }
  }
}
