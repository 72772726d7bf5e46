import FoundationEssentials
import Glibc

@testable import Publishing

/// A temporary folder for one test, removed with the last reference.
final class Scratch: Sendable {
  let path: String

  init() throws {
    let name = String(UInt64.random(in: .min ... .max), radix: 36)
    path = FileManager.default.temporaryDirectory.path + "/publishing-" + name
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The folder that sites of the test are published to.
  var site: String { path + "/site" }

  /// Writes a file below the scratch folder, making folders.
  func put(_ name: String, _ text: String) throws {
    let file = path + "/" + name
    let folder = String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)])
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: file))
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: path + "/" + name, withIntermediateDirectories: true)
  }

  func makeLink(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + name, withDestinationPath: target)
  }

  func linkTarget(_ name: String) throws -> String {
    try FileManager.default.destinationOfSymbolicLink(atPath: path + "/" + name)
  }

  func setPermissions(_ name: String, _ permissions: mode_t) {
    unsafe chmod(path + "/" + name, permissions)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + name)
  }

  func move(_ name: String, to newName: String) throws {
    try FileManager.default.moveItem(atPath: path + "/" + name, toPath: path + "/" + newName)
  }

  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: path + "/" + name).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The names in a folder below the scratch folder, hidden ones included.
  func names(_ folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder).sorted()
  }

  func status(_ name: String) -> FileStatus? {
    FileStatus.of(path: path + "/" + name, following: false)
  }

  func prepare(_ mode: PublishMode = .exchange) throws -> OutputFolder {
    try OutputFolder.prepare(site, sources: [], home: nil, mode: mode)
  }

  /// Publishes a site of these files.
  @discardableResult
  func publish(_ files: [String: String], mode: PublishMode = .exchange) throws -> PublishReport {
    try publish(files, mode: mode, exchange: LinuxCalls.exchange)
  }

  @discardableResult
  func publish(
    _ files: [String: String], mode: PublishMode, exchange: @escaping Staging.Exchange
  ) throws -> PublishReport {
    let staging = try prepare(mode).stage()
    let written = try files.map { path, text in try staging.write(path, Array(text.utf8)) }
    return try staging.publish(written, exchange: exchange)
  }
}

/// Runs a program found on the path, silently, and returns its process number.
func start(_ arguments: String...) -> pid_t? {
  var actions = unsafe posix_spawn_file_actions_t()
  unsafe posix_spawn_file_actions_init(&actions)
  defer { unsafe posix_spawn_file_actions_destroy(&actions) }
  for stream in [STDOUT_FILENO, STDERR_FILENO] {
    unsafe posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
  }
  var words = unsafe arguments.map { unsafe strdup($0) }
  defer { unsafe words.forEach { unsafe free($0) } }
  unsafe words.append(nil)
  var process = pid_t()
  let result = unsafe posix_spawnp(&process, arguments[0], &actions, nil, words, environ)
  return result == 0 ? process : nil
}

/// Waits for a process to end; true if it ended well.
@discardableResult
func finish(_ process: pid_t?) -> Bool {
  guard let process else { return false }
  var status: Int32 = -1
  guard unsafe waitpid(process, &status, 0) == process else { return false }
  return status == 0
}

/// A small file system in memory, mounted for one test.
final class SmallDisk: Sendable {
  private let path: String

  init?(at path: String, options: String) {
    guard finish(start("mount", "-t", "tmpfs", "-o", options, "none", path)) else { return nil }
    self.path = path
  }

  deinit {
    finish(start("umount", "-l", path))
  }

  func makeReadOnly() -> Bool {
    finish(start("mount", "-o", "remount,ro", path))
  }

  /// Whether this process may mount at all.
  static var isPossible: Bool {
    guard geteuid() == 0, let scratch = try? Scratch() else { return false }
    return SmallDisk(at: scratch.path, options: "size=64k") != nil
  }
}
