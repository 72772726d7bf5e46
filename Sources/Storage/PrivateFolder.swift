import FoundationEssentials
import Glibc

/// A folder for downloads that nobody else may look into.
struct PrivateFolder: Sendable {
  let path: String

  /// Makes the folder; nothing where none can be made.
  init?() {
    let base = ProcessInfo.processInfo.environment["TMPDIR"] ?? ""
    let folder = base.hasPrefix("/") ? base : "/tmp"
    var template = Array("\(folder)/vitrine-XXXXXX".utf8CString)
    // mkdtemp gives it mode 700.
    let isMade = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) } != nil
    }
    guard isMade else { return nil }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The path of the file of a number.
  func file(_ number: Int) -> String { "\(path)/\(number)" }

  /// Removes the folder with the files of the numbers below `count`.
  func remove(count: Int) {
    for number in 0..<count { unsafe unlink(file(number)) }
    unsafe rmdir(path)
  }
}
