import Glibc
import Markdown
import Subprocess

/// The life of one worker process.
struct WorkerSession {
  let executable: String
  let options: MarkdownOptions
  let patience: Patience
  let queue: CardQueue

  /// Starts the worker, has it render cards, and settles what becomes of those that it left.
  ///
  /// After this the process is gone.
  func run() async {
    let watch = CardWatch()
    var report = WorkerReport()
    watch.begin(.start, limit: patience.limits.start)
    do {
      let result = try await Subprocess.run(
        program,
        arguments: Arguments(executablePathOverride: "vitrine", remainingValues: ["card-worker"]),
        environment: environment, input: .inputWriter, output: .sequence,
        error: .string(limit: 1 << 16)
      ) { execution in
        await converse(execution, watch, &report)
      }
      report.death = WorkerDeath(result.terminationStatus, words: result.standardError)
    } catch {
      report.death = WorkerDeath(problem: "\(error)")
    }
    report.expired = watch.expired
    settle(report)
  }

  private func converse(
    _ execution: Execution<CustomWriteInput, SequenceOutput, StringOutput<UTF8>>,
    _ watch: CardWatch, _ report: inout WorkerReport
  ) async {
    let (portions, requests) = AsyncStream.makeStream(of: [UInt8].self)
    var conversation = WorkerConversation(
      queue: queue, options: options, patience: patience, watch: watch, requests: requests,
      output: execution.standardOutput.makeAsyncIterator())
    let writer = execution.standardInputWriter
    await withTaskGroup { group in
      group.addTask {
        for await portion in portions {
          guard (try? await writer.write(portion)) != nil else { return }
        }
      }
      group.addTask {
        if await watch.runsOut() { try? execution.send(signal: .kill) }
      }
      report.ending = await conversation.run()
      report.waited = watch.waited
      // It has nothing left to do, and one that is out of its mind would not end by itself.
      try? execution.send(signal: .kill)
      requests.finish()
      group.cancelAll()
    }
    report.unanswered = conversation.unanswered
  }

  private func settle(_ report: WorkerReport) {
    switch report.verdict {
    case .nobody:
      queue.putBack(report.unanswered)
    case .program(let reason):
      queue.workerFailed(reason)
    case .card(let index, let outcome):
      patience.spend(report.waited)
      queue.settle(index, outcome)
      queue.putBack(report.unanswered.dropFirst())
    }
  }

  /// Nothing of this process' own but what it needs to start: no secret of a CI job.
  private var environment: Environment {
    var variables: [Environment.Key: String] = [
      "PATH": folder, "LANG": "C", "SWIFT_BACKTRACE": "enable=no",
    ]
    if let path = unsafe getenv("LD_LIBRARY_PATH") {
      variables["LD_LIBRARY_PATH"] = unsafe String(cString: path)
    }
    return .custom(variables)
  }

  /// The program by its name, which is looked for in `folder` alone.
  private var program: Executable { .name(String(executable.dropFirst(folder.utf8.count + 1))) }

  private var folder: String {
    String(executable[..<(executable.lastIndex(of: "/") ?? executable.startIndex)])
  }
}
