import FactStore
import GitStore
import Glibc
import Registry
import Storage

/// The folder that holds copies of repositories of servers: in the cache, or a passing one.
final class MirrorFolder: Sendable {
  let path: String
  private let isPassing: Bool

  /// - Parameter cache: The folder for what later runs can use; nothing to keep nothing.
  init(cache: String?) throws(CommandFailure) {
    if let cache {
      path = "\(FileStatus.absolute(cache))/mirrors"
      isPassing = false
      return
    }
    let parent = Console.variable("TMPDIR") ?? "/tmp"
    var template = Array("\(FileStatus.absolute(parent))/vitrine-XXXXXX".utf8CString)
    let made: String? = unsafe template.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress, let path = unsafe mkdtemp(start) else { return nil }
      return unsafe String(cString: path)
    }
    guard let made else {
      throw CommandFailure(
        status: CommandFailure.failedOutput,
        "no folder can be made in \(parent) for copies of repositories [O006]; "
          + "let TMPDIR name another one, or give --cache")
    }
    path = made
    isPassing = true
  }

  deinit {
    if isPassing { GitMirror.removeAll(in: path) }
  }

  /// The copies in it, asked for as a configuration says.
  func mirrors(_ configuration: Configuration) -> RepositoryMirrors {
    RepositoryMirrors(
      in: path, isOffline: configuration.records.storage.isOffline,
      patience: configuration.gitSeconds)
  }

  /// The one in the user's caches.
  static func standard() throws(CommandFailure) -> MirrorFolder {
    try MirrorFolder(cache: CacheFolder.standard(Console.variable))
  }
}

extension RepositorySource {
  /// The repositories that a word of the command line means: one by its address, one by its path, or
  /// the children of a folder.
  static func meant(by word: String) throws(CommandFailure) -> [RepositorySource] {
    guard GitAddress.isMeant(by: word) else { return found(at: word) }
    return [RepositorySource(remote: RemoteRepository(try .init(meantBy: word)))]
  }
}

extension GitAddress {
  /// Reads an address of the command line.
  init(meantBy word: String) throws(CommandFailure) {
    do throws(Refusal) {
      try self.init(word)
    } catch {
      throw CommandFailure(
        status: CommandFailure.refusedData,
        "the address \(TerminalText.safe(word)) is refused [G004]: \(error)")
    }
  }
}
