import Formats
import Glibc

/// The folder in which builds keep what the next one can use (`cli.md`, `--cache`).
///
/// Everything in it is disposable, and several builds may use it at once: files come to their names
/// whole, and nothing is removed while another build is under way.
package final class CacheFolder: Sendable {
  package let path: String
  private let lock: Int32

  /// Takes a folder, and makes it where there is none.
  package init(_ path: String) throws(FileError) {
    self.path = path
    for folder in Self.folders(above: path) + [path, "\(path)/facts", "\(path)/sites"] {
      guard unsafe mkdir(folder, 0o700) == 0 || errno == EEXIST else {
        throw FileError(code: errno)
      }
    }
    for folder in [path, "\(path)/facts", "\(path)/sites"] {
      guard unsafe access(folder, W_OK | X_OK) == 0 else { throw FileError(code: errno) }
    }
    lock = unsafe open("\(path)/lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard lock >= 0 else { throw FileError(code: errno) }
    // Shared with other builds; where locks are not known, nothing is ever removed.
    flock(lock, LOCK_SH | LOCK_NB)
  }

  deinit { if lock >= 0 { close(lock) } }

  /// Where a user's caches are: nothing where that can't be told.
  ///
  /// - Parameter variable: The value of an environment variable that is set and not empty.
  package static func standard(_ variable: (String) -> String?) -> String? {
    if let caches = variable("XDG_CACHE_HOME"), caches.hasPrefix("/") { return "\(caches)/vitrine" }
    return variable("HOME").flatMap { $0.hasPrefix("/") ? "\($0)/.cache/vitrine" : nil }
  }

  /// The path of the facts of a repository.
  func facts(of folder: String, id: String) -> String {
    "\(path)/facts/\(Self.name(of: [folder, id]))"
  }

  /// The path of what is known of a published site.
  func site(at output: String) -> String { "\(path)/sites/\(Self.name(of: [output]))" }

  private static func name(of parts: [String]) -> String {
    var coded = CodedWriter()
    for part in parts { coded.write(part) }
    var reversed = CodedWriter()
    for part in parts.reversed() { reversed.write(part) }
    return Checksum(coded.bytes).hex + Checksum(reversed.bytes + [0]).hex
  }

  private static func folders(above path: String) -> [String] {
    var folders: [String] = []
    for (index, character) in zip(path.indices, path).dropFirst() where character == "/" {
      folders.append(String(path[..<index]))
    }
    return folders
  }

  /// Removes everything but some files, unless another build is under way.
  func keepOnly(facts: Set<String>, sites: Set<String>) {
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else { return }
    defer { flock(lock, LOCK_SH | LOCK_NB) }
    for (folder, kept) in [("facts", facts), ("sites", sites)] {
      for name in names(in: folder) where !kept.contains(name) {
        unsafe unlink("\(path)/\(folder)/\(name)")
      }
    }
  }

  /// The names in one of its folders.
  func names(in folder: String) -> [String] {
    guard let directory = unsafe opendir("\(path)/\(folder)") else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
        unsafe field.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
