package import GitStore

/// Why no registry can be made at all.
package enum RegistryLoadError: Error, Equatable, Sendable {
  /// One repository was given twice.
  case sameRepository(first: String, second: String)
  /// Two repositories have one name.
  case sameName(String, first: String, second: String)
  /// None of the repositories can be read; the first one's reason.
  case nothingReadable(GitError)
}

extension RegistryLoadError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .sameRepository(let first, let second):
      "\(first) and \(second) are the same repository [G026]; give it once"
    case .sameName(let name, let first, let second):
      "\(first) and \(second) would both be shown as “\(name)” [G026]; "
        + "give each an id in vitrine.yaml"
    case .nothingReadable(let error): error.description
    }
  }
}

extension GitError {
  /// The problem without paths of this machine, for pages.
  var publicProblem: String {
    switch self {
    case .pathMissing: "its folder does not exist"
    case .notARepository: "its folder is not a Git repository"
    case .foreignOwner: "its folder belongs to another user, and Git refuses to read it"
    case .unknownFormat(_, let message, _): "it cannot be read: \(message)"
    case .commandFailed(_, let command, _): "git \(command) failed"
    case .gitMissing, .gitTooOld: problem
    case .readerDied: "git cat-file ended early"
    case .timedOut(_, let command, let seconds):
      "git \(command) gave no answer within \(seconds) seconds"
    case .unreachable: "it could not be fetched from its server"
    case .unwritable: "the copy of it can't be kept on the machine that builds the site"
    }
  }

  /// The help without paths of this machine, for pages.
  var publicHelp: String {
    switch self {
    case .pathMissing: "check the path in the build's command or configuration"
    case .foreignOwner:
      "if the user who builds the site trusts it: git config --global --add safe.directory FOLDER"
    default: help
    }
  }
}
