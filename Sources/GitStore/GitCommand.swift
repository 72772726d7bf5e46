import Subprocess

/// Starts `git` in one repository with an environment built from nothing.
///
/// A repository is hostile input: neither its configuration, nor its hooks, nor what a caller
/// exported (a hook of CI sets `GIT_DIR`) may choose what runs (`hostile-input.md` §4).
package struct GitCommand: Sendable {
  /// How many seconds Git may take, or stay silent, where nothing else is configured.
  package static let patience = 300

  var directory: String

  /// How many seconds a command may take.
  var patience = Self.patience

  /// Folders that the user has told Git to trust although somebody else owns them.
  var trustedDirectories: [String] = []

  /// What a finished command said.
  struct Answer: Sendable {
    let succeeded: Bool
    let output: [UInt8]
    let message: String
  }

  /// Runs one command to its end.
  func run(
    _ arguments: [String], input: [UInt8] = [], variables: [String: String] = [:],
    limit: Int = 1 << 30
  ) async throws(GitError) -> Answer {
    let options = fixedArguments + arguments
    let (directory, name) = (directory, arguments.first ?? "")
    let work = Task {
      let result = try await Subprocess.run(
        .name("git"), arguments: Arguments(options),
        environment: Self.environment(with: variables), platformOptions: Self.platformOptions,
        input: .array(input), output: .sequence, error: .bytes(limit: 1 << 20)
      ) { execution in
        guard let output = try await Self.gathered(execution.standardOutput, limit: limit) else {
          throw GitError.commandFailed(
            path: directory, command: name, message: "it answers with more than \(limit) bytes")
        }
        return output
      }
      return Answer(
        succeeded: result.terminationStatus.isSuccess, output: result.closureResult,
        message: Self.text(result.standardError))
    }
    let waiting = Waiting()
    waiting.begin()
    let watch = Task { [patience] in await waiting.watch(seconds: patience) { work.cancel() } }
    defer { watch.cancel() }
    let ended: Result<Answer, any Error> = await withTaskCancellationHandler {
      await work.result
    } onCancel: {
      work.cancel()
    }
    // Killed, it may have ended with an answer of its own.
    if waiting.wasTooLong {
      throw .timedOut(path: directory, command: name, seconds: patience)
    }
    do { return try ended.get() } catch { throw Self.failure(error) }
  }

  /// All that a program writes; nothing where it is more than a limit: memory is taken for what is there, not for what might be.
  static func gathered(
    _ output: SubprocessOutputSequence, limit: Int
  ) async throws -> [UInt8]? {
    var bytes: [UInt8] = []
    for try await chunk in output {
      unsafe chunk.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
      guard bytes.count <= limit else { return nil }
    }
    return bytes
  }

  /// A session of its own, so that no program asks on the terminal, and that one signal ends Git with
  /// all that it has started.
  static var platformOptions: PlatformOptions {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(100))
    ]
    return options
  }

  /// Options that every command begins with.
  var fixedArguments: [String] {
    ["-C", directory, "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"]
      + trustedDirectories.flatMap { ["-c", "safe.directory=\($0)"] }
  }

  /// The whole environment of every command that reads a repository.
  static var environment: Environment { environment(with: [:]) }

  /// The environment with a few variables besides.
  static func environment(with variables: [String: String]) -> Environment {
    var all: [Environment.Key: String] = [
      "PATH": inherited("PATH") ?? "/usr/local/bin:/usr/bin:/bin",
      "HOME": "/nonexistent",
      "LANG": "C",
      "LC_ALL": "C",
      "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_CONFIG_GLOBAL": "/dev/null",
      "GIT_NO_LAZY_FETCH": "1",
      "GIT_ALLOW_PROTOCOL": "",
      "GIT_NO_REPLACE_OBJECTS": "1",
      "GIT_OPTIONAL_LOCKS": "0",
      "GIT_TERMINAL_PROMPT": "0",
      "GIT_ATTR_NOSYSTEM": "1",
      "GIT_PAGER": "cat",
    ]
    for (name, value) in variables {
      if let key = Environment.Key(rawValue: name) { all[key] = value }
    }
    return .custom(all)
  }

  /// Turns what the process library throws into our own error.
  static func failure(_ error: any Error) -> GitError {
    if let known = error as? GitError { return known }
    return .gitMissing(reason: String(describing: error))
  }

  /// The version of the `git` command, such as `2.39.5`.
  static func version() async -> String {
    let answer = try? await GitCommand(directory: "/").run(["version"])
    let words = text(answer?.output ?? []).split(separator: " ")
    return words.count > 2 ? String(words[2]) : "unknown"
  }

  /// Git's own words, without the line end.
  static func text(_ bytes: [UInt8]) -> String {
    var text = String(decoding: bytes, as: UTF8.self)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}

extension String {
  /// The text on one line.
  func replacingLineEnds() -> String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
