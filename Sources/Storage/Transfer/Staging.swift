import FoundationEssentials
import Glibc

/// The folder beside the final place where a download's parts lie until the whole is checked.
///
/// It stays when a download is interrupted; the next one of the same version goes on with it.
struct Staging: Sendable {
  let path: String
  private let output: String

  /// The name of what is downloaded, in `output`.
  let name: String

  /// - Parameter title: tells versions apart.
  init(output: String, name: String, title: String) {
    self.output = output
    self.name = name
    let kept = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._+-".utf8)
    let shown = "\(name).\(title).part".utf8.map { kept.contains($0) ? $0 : UInt8(ascii: "_") }
    path = "\(output)/.\(String(decoding: shown.suffix(200), as: UTF8.self))"
  }

  var target: String { "\(output)/\(name)" }

  /// The file that grows, and its name once it is checked.
  func part(_ number: Int) -> String { "\(path)/\(number)" }
  func checked(_ number: Int) -> String { "\(path)/\(number).ok" }

  private var lockPath: String { "\(path)/lock" }

  /// Makes the folder and takes it for this process.
  func take() throws(TransferFailure) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw TransferFailure(.occupied, "\(output) can't be written to")
    }
    var owner = ""
    for _ in 0..<2 {
      let descriptor = unsafe open(lockPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        _ = LocalFile.write(Array("\(getpid())\n".utf8), to: descriptor)
        close(descriptor)
        return
      }
      guard errno == EEXIST else {
        throw TransferFailure(.occupied, "\(output) can't be written to")
      }
      if case .found(let bytes) = LocalFile.read(lockPath, limit: 64) {
        owner = String(decoding: bytes.filter { $0 > 32 }, as: UTF8.self)
      }
      if let process = Int32(owner), process > 0, kill(process, 0) == 0 || errno == EPERM { break }
      unsafe unlink(lockPath)
    }
    throw TransferFailure(.busy, "another download of it runs (process \(owner))")
  }

  /// Lets other processes have the folder, and takes it away where it holds no part.
  func release() {
    unsafe unlink(lockPath)
    unsafe rmdir(path)
  }

  /// Puts checked files under their paths and the whole in its place, in one step; what was there comes
  /// back if that fails.
  func place(_ paths: [String], replacing: Bool) throws(TransferFailure) {
    let (whole, old) = ("\(path)/whole", "\(path)/old")
    do {
      try? FileManager.default.removeItem(atPath: whole)
      for (number, file) in paths.enumerated() {
        let target = "\(whole)/\(file)"
        let folder = String(target[..<(target.lastIndex(of: "/") ?? target.startIndex)])
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        guard unsafe rename(checked(number), target) == 0 else {
          throw CocoaError(.fileWriteUnknown)
        }
      }
    } catch {
      throw TransferFailure(.failed, "\(path) can't be written to")
    }
    let isThere = LocalFile.exists(target)
    if isThere {
      guard replacing else { throw occupied }
      try? FileManager.default.removeItem(atPath: old)
      guard unsafe rename(target, old) == 0 else {
        throw TransferFailure(.occupied, "\(target) can't be replaced")
      }
    }
    guard unsafe rename("\(whole)/\(name)", target) == 0 else {
      if isThere { _ = unsafe rename(old, target) }
      throw TransferFailure(.failed, "\(target) can't be written")
    }
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Something else is there.
  var occupied: TransferFailure {
    TransferFailure(
      .occupied, "\(target) is there and is not this version; --force replaces it")
  }
}
