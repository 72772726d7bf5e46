import ArgumentParser
import Registry

/// Where diagnostics go, and when they make a command fail.
struct DiagnosticOutput {
  var format = DiagnosticFormat.text

  /// The file that they are written to, besides text on the terminal.
  var report: String?
  var failOn = FailOn.error

  /// Tells everything that was found.
  ///
  /// - Parameter isAnswer: Whether they are what the command was asked for, and so belong on
  ///   standard output also as text.
  func tell(
    _ registry: Registry, of sources: [RepositorySource], on console: Console, isAnswer: Bool
  ) throws {
    let listing = DiagnosticListing(registry, sources: sources)
    if let report {
      try AddedFile.write(format.bytes(listing), to: report)
    } else if format != .text {
      Console.write(format.bytes(listing))
    }
    if format == .text || report != nil {
      let text = DiagnosticText(console: console)
      for block in text.blocks(registry.diagnostics) {
        if isAnswer, report == nil { Console.line(block) } else { console.say(block) }
      }
    }
    if format == .github, let summary = Console.variable("GITHUB_STEP_SUMMARY") {
      try AddedFile.write(GitHubSummary.bytes(listing), to: summary, appending: true)
    }
  }

  /// Says why nothing could be read, in a form that fits the format.
  func complain(_ failure: CommandFailure, on console: Console) {
    switch format {
    case .json where report == nil: Console.write(ErrorDocument.bytes(failure))
    case .github: Console.line(GitHubAnnotations.line(failure))
    case .text, .json, .gitlab, .sarif: break
    }
    console.complain(failure.description)
  }

  /// Runs what reads the command line and the configuration, and says why they are refused.
  func refusing<Value>(on console: Console, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch {
      let failure =
        (error as? ConfigurationError).map {
          CommandFailure(status: CommandFailure.refusedData, $0.description)
        } ?? CommandFailure(build: error)
      complain(failure, on: console)
      throw ExitCode(failure.status)
    }
  }

  /// Whether what was found makes the command fail.
  func fails(_ registry: Registry) -> Bool {
    failOn.counts(registry.diagnostics.map(\.severity).max() ?? .note)
  }
}
