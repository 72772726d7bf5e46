import ArgumentParser
import Registry

/// Runs a build before a person: progress, problems, the closing line, the exit status.
struct BuildRunner {
  let console: Console
  let progress: Console.Choice
  let diagnostics: DiagnosticOutput

  /// Builds, prints, and ends with the status that fits.
  func run(_ request: SiteBuildRequest) async throws -> SiteBuildResult {
    let clock = ContinuousClock()
    let start = clock.now
    let result: SiteBuildResult
    do {
      result = try await build(request)
      try diagnostics.tell(
        result.registry, of: request.configuration.repositories, on: console,
        isAnswer: request.output == nil)
    } catch {
      let failure = CommandFailure(build: error)
      diagnostics.complain(failure, on: console)
      throw ExitCode(failure.status)
    }
    for notice in result.notices {
      console.say("\(console.styled("warning", .warning))\(TerminalText.safe(notice))")
    }
    console.say(BuildSummary.line(result, took: clock.now - start))
    return result
  }

  /// The status for the problems that were found; nothing where they do not count.
  func status(_ result: SiteBuildResult) -> ExitCode? {
    let counts = result.isRefused || diagnostics.fails(result.registry)
    return counts ? ExitCode(CommandFailure.problems) : nil
  }

  private func build(_ request: SiteBuildRequest) async throws -> SiteBuildResult {
    let (steps, continuation) = AsyncStream.makeStream(
      of: BuildProgress.self, bufferingPolicy: .bufferingNewest(1))
    let line = ProgressLine(progress, isQuiet: console.isQuiet)
    let drawing = Task {
      var line = line
      for await step in steps { line.show(step) }
      line.clear()
    }
    let build = SiteBuild(request: request) { continuation.yield($0) }
    let outcome: Result<SiteBuildResult, any Error>
    do {
      outcome = .success(try await Interruption.cancelling { try await build.run() })
    } catch {
      outcome = .failure(error)
    }
    continuation.finish()
    await drawing.value
    return try outcome.get()
  }
}

extension Console.Choice: ExpressibleByArgument {}
