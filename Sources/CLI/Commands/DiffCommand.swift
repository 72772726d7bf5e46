import ArgumentParser

/// Tells what changed between two built sites.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Tell what changed between two built sites.",
    discussion: """
      OLD and NEW are folders or addresses of sites. Status 0 where they say the same, 1 where they \
      differ. Tags that were moved, deleted or made anew come first: they are meant to stay.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case markdown, json, text }

  enum FailOn: String, CaseIterable, ExpressibleByArgument { case any, loss, never }

  @Argument(help: "The site as it was.") var old: String
  @Argument(help: "The site as it is.") var new: String
  @Option(help: "Write markdown, json or text.") var format = Format.markdown
  @Option(help: "End with status 1 on any difference, on loss of tags alone, or never.")
  var failOn = FailOn.any

  func run() async throws {
    try await answering(inJSON: format == .json) {
      let difference = SiteDifference(
        from: try await PublishedRegistry.read(old), to: try await PublishedRegistry.read(new))
      switch format {
      case .json: Console.write(DifferenceJSON.bytes(difference))
      case .markdown, .text:
        let lines = DifferenceLines(difference, isMarkdown: format == .markdown)
        Console.write(Array(lines.text.utf8))
      }
      let fails =
        switch failOn {
        case .any: !difference.isEmpty
        case .loss: !difference.losses.isEmpty || !difference.removedRepositories.isEmpty
        case .never: false
        }
      if fails { throw ExitCode(CommandFailure.problems) }
    }
  }
}
