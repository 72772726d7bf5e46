import ArgumentParser
import Cards
import Demo
import GitStore
import Publishing
import Registry

/// A failure that ends the program: what to say, and the status to end with.
struct CommandFailure: Error, CustomStringConvertible {
  let status: Int32
  let description: String

  static let problems: Int32 = 1
  static let usage: Int32 = 64
  static let refusedData: Int32 = 65
  static let unreadableRepository: Int32 = 66
  static let missingProgram: Int32 = 69
  static let refusedOutput: Int32 = 73
  static let failedOutput: Int32 = 74
  static let busy: Int32 = 75
  static let mismatch: Int32 = 76
  static let forbidden: Int32 = 77

  init(status: Int32, _ description: String) {
    self.status = status
    self.description = description
  }

  init(_ error: GitError) {
    switch error {
    case .gitMissing, .gitTooOld: self.init(status: Self.missingProgram, error.description)
    default: self.init(status: Self.unreadableRepository, error.description)
    }
  }

  init(_ error: RegistryLoadError) {
    switch error {
    case .sameRepository, .sameName: self.init(status: Self.refusedData, error.description)
    case .nothingReadable(let git): self.init(git)
    }
  }

  init(_ error: SpoolError) {
    self.init(
      status: Self.failedOutput,
      "\(error.problem)\nhelp: make room there, or let TMPDIR name another folder")
  }

  init(_ error: PublishError) { self.init(status: error.exitCode, error.description) }

  init(_ error: DemoError) {
    switch error {
    case .git(let git): self.init(git)
    case .folderNotEmpty, .notAFolder: self.init(status: Self.refusedOutput, error.description)
    case .system: self.init(status: Self.failedOutput, error.description)
    }
  }
}
