import ArgumentParser
import Cards

/// The program's other half, which it starts itself: renders cards where they can be stopped.
struct CardWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "card-worker", abstract: "Render cards for another process.",
    shouldDisplay: false)

  func run() throws {
    throw ExitCode(CardWorker.run())
  }
}
