import GitStore
import Glibc

/// The folder that the demonstration's repositories lie in, marked as ours by a file.
struct DemoFolder {
  let path: String

  /// The file that tells an earlier demonstration from somebody's folder.
  static let marker = ".vitrine-demo"

  /// Where a repository goes.
  func path(of repository: String) -> String {
    path.hasSuffix("/") ? path + repository : "\(path)/\(repository)"
  }

  /// Makes the folder and its marker, and removes the repositories of an earlier demonstration.
  ///
  /// Only what carries one of the names goes: a site beside them stays.
  func prepare(for repositories: [String]) throws(DemoError) {
    let isEarlierDemo = try check()
    try makeFolders()
    try mark(repositories)
    guard isEarlierDemo else { return }
    for repository in repositories { try remove(path(of: repository)) }
  }

  /// Whether the folder is an earlier demonstration, and not just free to use.
  private func check() throws(DemoError) -> Bool {
    guard !path.isEmpty else { throw .notAFolder(path: path) }
    guard FileStatus.exists(path) else { return false }
    guard FileStatus.isFolder(path) else { throw .notAFolder(path: path) }
    let names = FileStatus.names(in: path)
    if names.contains(Self.marker) { return true }
    guard names.isEmpty else {
      throw .folderNotEmpty(path: path, first: Array(names.prefix(5)), count: names.count)
    }
    return false
  }

  private func makeFolders() throws(DemoError) {
    var prefix = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      prefix += part
      if unsafe mkdir(prefix, 0o777) != 0, errno != EEXIST {
        throw .system(action: "create the folder", path: prefix, code: errno)
      }
      prefix += "/"
    }
  }

  private func mark(_ repositories: [String]) throws(DemoError) {
    try write(
      "Written by `vitrine demo`, which replaces these when it runs again:\n"
        + (repositories + [DemoConfiguration.fileName]).map { "\($0)\n" }.joined(), to: Self.marker)
    // A link of that name must not lead the writing elsewhere.
    try remove(path(of: DemoConfiguration.fileName))
    try write(
      DemoConfiguration.text(repositories: repositories.sorted()), to: DemoConfiguration.fileName)
  }

  private func write(_ text: String, to name: String) throws(DemoError) {
    let file = path(of: name)
    let descriptor = unsafe open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .system(action: "write", path: file, code: errno) }
    let written = unsafe Array(text.utf8).withUnsafeBytes {
      unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
    }
    let code = written == text.utf8.count ? 0 : written < 0 ? errno : ENOSPC
    close(descriptor)
    if code != 0 { throw .system(action: "write", path: file, code: code) }
  }

  /// Removes a file, a link or a folder with all it holds; links are never followed.
  private func remove(_ path: String) throws(DemoError) {
    if unsafe Glibc.remove(path) == 0 || errno == ENOENT { return }
    let holdsFiles = errno == ENOTEMPTY || errno == EEXIST
    if holdsFiles {
      for name in FileStatus.names(in: path) { try remove("\(path)/\(name)") }
    }
    guard holdsFiles, unsafe Glibc.remove(path) == 0 else {
      throw .system(action: "remove the earlier demo's", path: path, code: errno)
    }
  }
}
