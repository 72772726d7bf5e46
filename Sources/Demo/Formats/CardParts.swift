/// What the cards of several models have in common.
enum CardParts {
  /// The logo beside the card, in the middle of the page.
  static func logo(_ description: String) -> String {
    """
    <p align="center">
      <img src="docs/logo.png" width="320" alt="\(description)">
    </p>
    """
  }

  /// A badge as others draw them, with a link; the address has two dashes for one.
  static func badge(_ name: String, _ value: String, _ colour: String, to link: String) -> String {
    let parts = [name, value].map { $0.split(separator: "-").joined(separator: "--") } + [colour]
    let text = parts.joined(separator: "-").split(separator: " ").joined(separator: "_")
    return "[![\(name): \(value)](https://img.shields.io/badge/\(text))](\(link))"
  }

  /// A list of what is done and what is not.
  static func tasks(_ tasks: [(text: String, isDone: Bool)]) -> String {
    tasks.map { "- [\($0.isDone ? "x" : " ")] \($0.text)" }.joined(separator: "\n")
  }

  /// What opens with a click.
  static func details(_ summary: String, _ content: String) -> String {
    """
    <details>
    <summary>\(summary)</summary>

    \(content)

    </details>
    """
  }
}
