import Glibc

/// The few questions to the file system that finding a repository needs.
package enum FileStatus {
  /// Whether there is anything at `path`.
  package static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// Whether `path` is a folder, or a link to one.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The absolute path without links and `..`; nothing where there is no such file.
  package static func realPath(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// The path as an absolute one, also where there is nothing: as far as there is, without links.
  package static func absolute(_ path: String) -> String {
    if let real = realPath(path) { return real }
    var parts = path.split(separator: "/").map(String.init)
    var rest: [String] = []
    while let last = parts.popLast() {
      rest.insert(last, at: 0)
      let above = (path.first == "/" ? "/" : "./") + parts.joined(separator: "/")
      if let real = realPath(above) { return real + "/" + rest.joined(separator: "/") }
    }
    return path
  }

  /// The names in a folder, sorted by their bytes; empty where it can't be read.
  package static func names(in folder: String) -> [String] {
    guard let directory = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
        unsafe field.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The bytes of a file; nothing where it can't be read or is over 16 MiB.
  package static func contents(of path: String) -> [UInt8]? { contents(of: path, limit: 16 << 20) }

  /// The bytes of a file that may be long; nothing where it can't be read or is over 1 GiB.
  package static func longContents(of path: String) -> [UInt8]? {
    contents(of: path, limit: 1 << 30)
  }

  private static func contents(of path: String, limit: Int) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        unsafe read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0 { return nil }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
    return nil
  }
}
