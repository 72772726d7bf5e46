/// Why a site was not published, and the exit status that says so to a calling script.
package enum PublishError: Error, Equatable, Sendable {
  /// The output folder is not one that may be replaced; found before anything is read.
  case refused(folder: String, Refusal)

  /// Another build holds the folder; the process is absent if it has not signed the lock yet.
  case locked(folder: String, process: Int32?)

  /// The operating system refused a step: disk full, quota, permission, a broken disk.
  case system(SystemFailure)

  /// The new site is in place, but the system did not say that it would outlast a power cut.
  case unconfirmed(SystemFailure)

  /// A file of the site was given a path that must never reach a disk: a mistake of the program.
  case badPath(String, PathFlaw)

  /// Exit status of the command line (`cli.md`): 70 a mistake here, 73 refused, 74 I/O, 75 locked.
  package var exitCode: Int32 {
    switch self {
    case .badPath: 70
    case .refused: 73
    case .system, .unconfirmed: 74
    case .locked: 75
    }
  }

  /// The system's error number, if a system call is what failed.
  var systemCode: Int32? {
    if case .system(let failure) = self { failure.code } else { nil }
  }
}

/// What makes a folder unfit to be replaced by a site (`bad-input.md` O001–O005, O013).
package enum Refusal: Equatable, Sendable {
  case noPath
  case nameTooLong
  case symbolicLink
  /// A link, but not to one of the sites beside it.
  case foreignLink
  /// A folder that cannot be exchanged for a link.
  case folderInPlaceOfLink
  case notAFolder
  case isOrHoldsRoot
  case isOrHoldsHome
  case isOrHoldsCurrentFolder
  case isOrHoldsRepository(String)
  case insideRepository(String)
  case insideGitFolder
  case holdsGitFolder
  case notWritable(reason: String)
  /// Files nobody told us about: the first five names, sorted, and how many there are in all.
  case foreignFiles(first: [String], count: Int)
  case damagedMarker
  case newerMarker(format: Int)
  /// A file of somebody else lies where the new site needs one of its own.
  case foreignFileInTheWay(String)
  /// The folder was replaced by another one while the site was being built.
  case replacedMeanwhile
}

/// What is wrong with the path of one file of the site (`bad-input.md` O011).
package enum PathFlaw: Equatable, Sendable {
  case empty
  case absolute
  case emptyPart
  case dotPart
  case controlCharacter
  case partTooLong
  case tooLong
  case reserved
  case writtenTwice
  case fileAndFolder
}

/// One system call that failed: what it was for, on which path, and the system's error number.
package struct SystemFailure: Equatable, Sendable {
  /// What was being done, as it reads after "cannot": `write`, `create the folder`.
  package let action: String
  /// The file or folder it was done to.
  package let path: String
  /// The system's error number, such as `ENOSPC`.
  package let code: Int32

  /// Describes a failed step.
  package init(action: String, path: String, code: Int32) {
    self.action = action
    self.path = path
    self.code = code
  }
}
