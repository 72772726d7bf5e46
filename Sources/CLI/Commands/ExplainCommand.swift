import ArgumentParser
import Explanations
import GitStore

/// Tells what a diagnostic's code means.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tell what a diagnostic's code means.",
    discussion: "Without a code, lists all of them.")

  @Argument(help: "A code such as T001.") var code: String?

  func run() throws {
    guard let code else {
      for explanation in Explanation.all {
        Console.line("\(explanation.code)  \(explanation.title) (\(explanation.weight.words))")
      }
      return
    }
    guard let explanation = Explanation.of(code) else {
      let nearest = NearestName.among(Explanation.all.map(\.code), to: code.uppercased())
      throw ValidationError(
        "there is no code \(TerminalText.safe(code))"
          + (nearest.map { "; did you mean \($0)?" } ?? "; vitrine explain lists all"))
    }
    Console.line(Self.text(explanation))
  }

  private static func text(_ explanation: Explanation) -> String {
    """
    \(explanation.code): \(explanation.title)

    \(explanation.meaning)

    Weight: \(explanation.weight.words)
    Kept:   \(explanation.kept)
    Help:   \(explanation.help)
    """
  }
}
