/// Why a repository, or an object in it, cannot be read (`bad-input.md`, group G).
package enum GitError: Error, Equatable, Sendable {
  /// There is nothing at the path; `sibling` is the folder beside it with the nearest name.
  case pathMissing(path: String, sibling: String?)
  case notARepository(path: String)
  /// The folder belongs to somebody else and Git refuses to read it.
  case foreignOwner(path: String)
  /// Git does not know the repository's format; `message` is what it said.
  case unknownFormat(path: String, message: String, gitVersion: String)
  /// Git answered with a failure; `message` is what it said.
  case commandFailed(path: String, command: String, message: String)
  /// The `git` command cannot be started.
  case gitMissing(reason: String)
  /// The `git` command is older than Vitrine needs.
  case gitTooOld(found: String)
  /// The object reader ended in the middle of an answer.
  case readerDied(path: String, message: String)
  /// Git did not end, or said nothing, for so long; it was killed with all that it had started.
  case timedOut(path: String, command: String, seconds: Int)
  /// A repository on a server could not be fetched; `address` has no passwords in it.
  case unreachable(address: String, message: String)
  /// The copy of a repository on a server can't be kept.
  case unwritable(path: String, reason: String)
}

extension GitError {
  /// The first release whose `cat-file` has `--batch-command`.
  package static let minimumGit = "2.36"

  /// The stable code of the problem in `bad-input.md`.
  package var code: String {
    switch self {
    case .pathMissing: "G001"
    case .notARepository: "G002"
    case .foreignOwner: "G011"
    case .unknownFormat: "G010"
    case .commandFailed, .readerDied: "G012"
    case .gitMissing, .gitTooOld: "G013"
    case .timedOut: "O019"
    case .unreachable: "G003"
    case .unwritable: "O006"
    }
  }

  /// What is wrong, in one line.
  package var problem: String {
    switch self {
    case .pathMissing(let path, _): "\(path) does not exist"
    case .notARepository(let path): "\(path) is not a Git repository"
    case .foreignOwner(let path): "\(path) belongs to another user, and Git refuses to read it"
    case .unknownFormat(let path, let message, _): "\(path) cannot be read: \(message)"
    case .commandFailed(let path, let command, let message):
      "git \(command) failed in \(path): \(message)"
    case .gitMissing(let reason): "the git command cannot be started: \(reason)"
    case .gitTooOld(let found):
      "git \(Self.minimumGit) or newer is needed, and \(found) was found"
    case .readerDied(let path, let message):
      "git cat-file ended early in \(path): \(message)"
    case .timedOut(let path, let command, let seconds):
      "git \(command) in \(path) gave no answer within \(seconds) seconds"
    case .unreachable(let address, let message): "\(address) could not be fetched: \(message)"
    case .unwritable(let path, let reason): "\(path) cannot be written: \(reason)"
    }
  }

  /// What to do about it.
  package var help: String {
    switch self {
    case .pathMissing(_, let sibling):
      sibling.map { "did you mean \($0)?" } ?? "check the path"
    case .notARepository:
      "give the folder that holds .git, a bare repository, or a folder whose children are repositories"
    case .foreignOwner(let path):
      "if you trust it: git config --global --add safe.directory \(path)"
    case .unknownFormat(_, _, let version):
      "this repository was made by a newer Git; here is \(version)"
    case .commandFailed, .readerDied:
      "run git fsck there, and check that this user may read every file below it"
    case .gitMissing: "install git, or put it on PATH"
    case .gitTooOld: "upgrade git"
    case .timedOut:
      "see whether its disk answers, or raise limits: git_seconds in vitrine.yaml"
    case .unreachable:
      "try git ls-remote with it: Vitrine asks as Git does, with your keys and credential helpers"
    case .unwritable: "make room there, or name another folder with --cache"
    }
  }
}

extension GitError: CustomStringConvertible {
  package var description: String { "\(problem) [\(code)]; \(help)" }
}
