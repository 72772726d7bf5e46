import ArgumentParser
import GitStore
import Storage

/// Downloads versions before a person: progress, words of warning, and the path of what has arrived.
struct GetRunner {
  let console: Console
  let progress: Console.Choice
  let output: String
  let settings: Delivery.Settings

  /// Downloads a version and prints its path.
  func fetch(_ found: FoundVersion) async throws -> Delivery.Outcome {
    for note in found.notes { warn(note) }
    if let withdrawal = found.withdrawal { warn("\(found.version) was withdrawn: \(withdrawal)") }
    var settings = settings
    settings.secrets = found.secrets
    let delivery = try Delivery(
      found.files, title: found.title, output: output, settings: settings, blobs: found.blobs)
    let outcome = try await watched(delivery, "\(found.model) \(found.version)")
    let words = outcome.wasThere ? "is there already" : "fetched and checked"
    console.say(TerminalText.safe("\(found.model) \(found.version) \(words)"))
    Console.line(TerminalText.safe(outcome.path))
    return outcome
  }

  private func warn(_ text: String) {
    console.say("\(console.styled("warning:", .warning)) \(TerminalText.safe(text))")
  }

  private func watched(_ delivery: Delivery, _ name: String) async throws -> Delivery.Outcome {
    let line = ProgressLine(progress, isQuiet: console.isQuiet)
    let drawing = Task {
      var line = line
      while !Task.isCancelled {
        line.show(.fetching(name, received: delivery.received, of: delivery.size))
        try? await Task.sleep(for: .milliseconds(100))
      }
      line.clear()
    }
    defer { drawing.cancel() }
    do {
      let outcome = try await Interruption.cancelling(
        saying: "interrupted; what has arrived is kept, and the same command goes on with it"
      ) { try await delivery.run() }
      drawing.cancel()
      await drawing.value
      return outcome
    } catch {
      drawing.cancel()
      await drawing.value
      throw error
    }
  }
}

extension CommandFailure {
  /// Turns whatever a download throws into what to say and how to end.
  init(get error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let git as GitError: self.init(git)
    case let choice as TransferChoiceError:
      self.init(
        status: choice.isUnknown ? Self.unreadableRepository : Self.usage, choice.message)
    case let transfer as TransferFailure:
      self.init(status: Self.status(of: transfer.kind), transfer.message)
    default: self.init(status: 70, "this is a bug in Vitrine: \(error)")
    }
  }

  private static func status(of kind: TransferFailure.Kind) -> Int32 {
    switch kind {
    case .refusedList: refusedData
    case .notFound: unreadableRepository
    case .noSource, .missingProgram: missingProgram
    case .occupied: refusedOutput
    case .failed: failedOutput
    case .busy: busy
    case .mismatch: mismatch
    case .forbidden: forbidden
    }
  }
}
