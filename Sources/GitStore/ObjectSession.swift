import Subprocess

/// The objects that may be asked for without ending the `cat-file` process.
struct AskableObjects: Sendable {
  /// In a partial clone, the objects that are there: for one left on the server, `cat-file` does
  /// not answer "missing", it dies.
  var present: Set<ObjectID>?

  /// Objects whose damage has ended a process before.
  var unreadable: Set<ObjectID> = []

  func contains(_ id: ObjectID) -> Bool {
    !unreadable.contains(id) && present?.contains(id) ?? true
  }
}

extension GitRepository {
  /// Runs `body` with a reader of this repository's objects.
  ///
  /// One process. A damaged object can end it; `body` is then run again from its beginning with a
  /// new one, in which the damaged object counts as missing. A partial clone needs one process
  /// more, which lists the objects that are there.
  ///
  /// - Returns: what `body` returned last, and the ids that Git called damaged.
  package func withObjects<Result: Sendable>(
    isPartialClone: Bool = false,
    _ body: (inout ObjectReader) async throws(GitError) -> Result
  ) async throws(GitError) -> (result: Result, damaged: Set<ObjectID>) {
    var askable = AskableObjects(present: isPartialClone ? try await presentObjects() : nil)
    while true {
      let (outcome, message) = try await attempt(askable, body)
      let named = Self.ids(in: message)
      switch outcome {
      case .success(let result):
        return (result, named.union(askable.unreadable))
      case .failure(.readerDied) where !named.isSubset(of: askable.unreadable):
        askable.unreadable.formUnion(named)
      case .failure(.readerDied):
        if message.contains("unknown option") {
          throw .gitTooOld(found: await GitCommand.version())
        }
        throw .readerDied(path: path, message: message.replacingLineEnds())
      case .failure(let error):
        throw error
      }
    }
  }

  private func attempt<Result: Sendable>(
    _ askable: AskableObjects, _ body: (inout ObjectReader) async throws(GitError) -> Result
  ) async throws(GitError) -> (Swift.Result<Result, GitError>, String) {
    let waiting = Waiting()
    do {
      let ended = try await Subprocess.run(
        .name("git"),
        arguments: Arguments(command.fixedArguments + ["cat-file", "--batch-command", "--buffer"]),
        environment: GitCommand.environment, platformOptions: GitCommand.platformOptions,
        input: .inputWriter, output: .sequence, error: .string(limit: 1 << 20)
      ) { execution in
        // Without an answer for that long, its end is the end of what can be read.
        let watch = Task { [patience = command.patience] in
          await waiting.watch(seconds: patience) {
            try? execution.send(signal: .kill, toProcessGroup: true)
          }
        }
        defer { watch.cancel() }
        var reader = ObjectReader(
          writer: execution.standardInputWriter,
          output: execution.standardOutput.makeAsyncIterator(), path: path, askable: askable,
          waiting: waiting)
        do throws(GitError) {
          return Swift.Result<Result, GitError>.success(try await body(&reader))
        } catch {
          return Swift.Result<Result, GitError>.failure(error)
        }
      }
      if waiting.wasTooLong {
        throw GitError.timedOut(path: path, command: "cat-file", seconds: command.patience)
      }
      return (ended.closureResult, ended.standardError)
    } catch {
      throw GitCommand.failure(error)
    }
  }

  private func presentObjects() async throws(GitError) -> Set<ObjectID> {
    let answer = try await command.run([
      "cat-file", "--batch-check=%(objectname)", "--batch-all-objects", "--unordered",
    ])
    return Self.ids(in: answer.output.span, separator: UInt8(ascii: "\n"))
  }

  /// The object ids among the words of a message, also those that are spelled as the path of a
  /// loose object.
  private static func ids(in message: String) -> Set<ObjectID> {
    let words = message.utf8.map { byte in
      byte > 32 && byte != UInt8(ascii: "'") && byte != UInt8(ascii: ":") ? byte : 32
    }
    let paths = words.split(separator: 32).map { word in
      word.split(separator: UInt8(ascii: "/")).suffix(2).joined()
    }
    let loose = paths.compactMap { ObjectID(String(decoding: $0, as: UTF8.self)) }
    return ids(in: words.span, separator: 32).union(loose)
  }

  private static func ids(in bytes: Span<UInt8>, separator: UInt8) -> Set<ObjectID> {
    var ids: Set<ObjectID> = []
    for word in bytes.fields(separatedBy: separator) {
      if let id = ObjectID(hex: bytes.extracting(word)) { ids.insert(id) }
    }
    return ids
  }
}
