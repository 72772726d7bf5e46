import Glibc
import Records

/// How far a file of a download is: which source comes next, and how often it was tried.
struct FileProgress: Sendable {
  let file: WantedFile
  let number: Int
  let retries: Int
  private(set) var source = 0

  /// How often the present source has failed.
  private(set) var tries = 0

  /// How often its bytes were others than those recorded.
  private var wrong = 0
  private var failure: TransferFailure?

  init(file: WantedFile, number: Int, retries: Int) {
    self.file = file
    self.number = number
    self.retries = retries
  }

  var check: FileCheck { FileCheck(size: file.size, hashes: file.hashes) }

  /// Where the next try goes on, in bytes; parts of what can't be checked are never trusted.
  func start(_ staging: Staging) -> Int {
    let part = staging.part(number)
    let have = LocalFile.regularSize(of: part) ?? 0
    if check.isEmpty || have > file.size ?? .max {
      unsafe unlink(part)
      return 0
    }
    return have
  }

  /// Whether the part is as long as the file has to be.
  func isComplete(_ staging: Staging) -> Bool {
    file.size != nil && !check.isEmpty
      && LocalFile.regularSize(of: staging.part(number)) == file.size
  }

  /// Takes what a try came to; whether another one is needed.
  ///
  /// - Throws: where no source is left.
  mutating func take(
    _ outcome: WebTransfer.Outcome, _ staging: Staging
  ) throws(TransferFailure) -> Bool {
    let part = staging.part(number)
    switch outcome {
    case .ended:
      // For an answer without a body, no file is written.
      if file.size ?? 0 == 0, !LocalFile.exists(part) { close(LocalFile.create(part)) }
      if check.fits(part) {
        guard unsafe rename(part, staging.checked(number)) == 0 else {
          throw TransferFailure(.failed, "\(part) can't be moved")
        }
        return false
      }
      return try beginAnew(.mismatch, part)
    case .tooLarge: return try beginAnew(.mismatch, part)
    case .unusablePart: return try beginAnew(.failed, part)
    case .unwritable: throw TransferFailure(.failed, "\(part) can't be written")
    case .missingProgram: throw TransferFailure(.missingProgram, "curl is not installed")
    case .absent:
      return try goOn(TransferFailure(.notFound, "\(shown): no address has it"))
    case .forbidden(let status):
      return try goOn(TransferFailure(.forbidden, "\(shown): access refused (\(status))"))
    case .failed(let reason):
      tries += 1
      if tries <= retries { return true }
      return try goOn(TransferFailure(.failed, "\(shown): \(reason)"))
    }
  }

  private var shown: String { file.path }

  /// Another file in its place, a damaged part, or a server that can't go on: once more.
  private mutating func beginAnew(
    _ kind: TransferFailure.Kind, _ part: String
  ) throws(TransferFailure) -> Bool {
    unsafe unlink(part)
    wrong += 1
    if wrong < 2 { return true }
    let reason =
      kind == .mismatch
      ? "the bytes are not those that were recorded" : "the server can't go on with it"
    return try goOn(TransferFailure(kind, "\(shown): \(reason)"))
  }

  /// Goes on with the next source; of several failures, one that tells of wrong bytes is told.
  private mutating func goOn(_ failure: TransferFailure) throws(TransferFailure) -> Bool {
    if self.failure?.kind != .mismatch { self.failure = failure }
    source += 1
    (tries, wrong) = (0, 0)
    guard source < file.sources.count else { throw self.failure ?? failure }
    return true
  }
}
