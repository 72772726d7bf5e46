import FoundationEssentials
import Subprocess

/// Runs the commands of Git that ask a server.
///
/// Who may read what is Git's to know: these commands, and no others, see the user's configuration,
/// credential helpers and keys. They never ask at a terminal.
struct RemoteGit: Sendable {
  let address: GitAddress

  /// The variable of this process that holds a password or token for the server, if any.
  let tokenVariable: String?

  /// How many seconds a server may stay silent.
  let patience: Int

  /// The name by which the commands know the address, which is thus in no list of processes.
  static let remote = "source"

  /// Runs a command to its end, and gives what it wrote.
  func run(_ arguments: [String], in folder: String) async throws(GitError) -> [UInt8] {
    let waiting = Waiting()
    waiting.begin()
    let patience = patience
    let options = Self.fixedOptions + ["-C", folder] + arguments
    let environment = environment
    let work = Task {
      try await Subprocess.run(
        .name("git"), arguments: Arguments(options), environment: environment,
        platformOptions: GitCommand.platformOptions, input: .none, output: .sequence,
        error: .sequence
      ) { execution in
        async let output = GitCommand.gathered(execution.standardOutput, limit: 1 << 30)
        var end: [UInt8] = []
        for try await chunk in execution.standardError {
          waiting.begin()
          unsafe chunk.withUnsafeBytes { unsafe end.append(contentsOf: $0) }
          if end.count > 1 << 15 { end.removeFirst(end.count - 1 << 14) }
        }
        return (output: try await output ?? [], words: end)
      }
    }
    let watch = Task { await waiting.watch(seconds: patience) { work.cancel() } }
    defer { watch.cancel() }
    let result = await withTaskCancellationHandler {
      await work.result
    } onCancel: {
      work.cancel()
    }
    if waiting.wasTooLong {
      throw .unreachable(
        address: address.shown, message: "it was silent for \(patience) seconds")
    }
    do {
      let ended = try result.get()
      if ended.terminationStatus.isSuccess { return ended.closureResult.output }
      throw failure(String(decoding: ended.closureResult.words, as: UTF8.self))
    } catch {
      throw GitCommand.failure(error)
    }
  }

  private static let fixedOptions = [
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "gc.autoDetach=false",
    "-c", "fetch.recurseSubmodules=false", "-c", "protocol.ext.allow=never",
  ]

  /// The user's environment, without what would point Git at another repository.
  private var environment: Environment {
    let variables = ProcessInfo.processInfo.environment
    var settings = [("remote.\(Self.remote).url", address.text)]
    if let tokenVariable {
      settings.append(
        (
          "credential.helper",
          "!f() { test \"$1\" = get && printf 'username=x-access-token\\npassword=%s\\n' "
            + "\"$\(tokenVariable)\"; }; f"
        ))
    }
    let first = variables["GIT_CONFIG_COUNT"].flatMap { Int($0) } ?? 0
    var changes: [String: String?] = [
      "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_ALLOW_PROTOCOL": GitAddress.protocols,
      "GIT_CONFIG_COUNT": String(first + settings.count), "GIT_OPTIONAL_LOCKS": "0",
      "SSH_ASKPASS_REQUIRE": "never",
    ]
    for name in Self.repositoryVariables { changes.updateValue(nil, forKey: name) }
    for (number, (key, value)) in settings.enumerated() {
      changes["GIT_CONFIG_KEY_\(first + number)"] = key
      changes["GIT_CONFIG_VALUE_\(first + number)"] = value
    }
    var updates: [Environment.Key: String?] = [:]
    for (name, value) in changes {
      if let key = Environment.Key(rawValue: name) { updates.updateValue(value, forKey: key) }
    }
    return .inherit.updating(updates)
  }

  /// What hooks export, and with it the repository that they run in.
  private static let repositoryVariables = [
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_QUARANTINE_PATH", "GIT_PREFIX",
  ]

  private func failure(_ words: String) -> GitError {
    let lines = words.split { $0 == "\n" || $0 == "\r" }.map(String.init)
    let telling = lines.last { $0.hasPrefix("fatal: ") || $0.hasPrefix("error: ") } ?? lines.last
    var message = GitAddress.masked(telling ?? "git said nothing")
    if let token = tokenVariable.flatMap(inherited), token.utf8.count >= 4 {
      message = message.replacing(token, with: "***")
    }
    return .unreachable(
      address: address.shown, message: String(message.replacingLineEnds().prefix(300)))
  }
}
