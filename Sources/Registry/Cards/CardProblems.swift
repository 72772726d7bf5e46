import Cards
import Markdown
import Records

extension RecordProblem {
  /// Something in a card's text that is not shown as it was written (`bad-input.md`, Cards); the file
  /// is left open.
  init(_ finding: MarkdownFinding) {
    let words = Self.words(of: finding.kind)
    let example = finding.example.isEmpty ? "" : ", such as “\(finding.example)”"
    self.init(
      words.code, words.severity, file: "", line: finding.line,
      problem: "\(words.problem)\(example) (\(finding.count) in all)",
      consequence: words.consequence, help: words.help)
  }

  private struct Words {
    let code: String
    let severity: Severity
    let problem: String
    let consequence: String
    let help: String
  }

  private static func words(of kind: MarkdownFinding.Kind) -> Words {
    switch kind {
    case .rawHTML:
      Words(
        code: "M006", severity: .warning, problem: "the text contains HTML that is not shown",
        consequence: "its text is shown without it",
        help: "write Markdown instead, or set cards: html: allow-list in vitrine.yaml")
    case .dangerousElement:
      Words(
        code: "M007", severity: .warning,
        problem: "the text contains elements that no page may hold",
        consequence: "they are left out with all that they hold",
        help: "take scripts, styles, frames, forms and drawings out of the card")
    case .dangerousAttribute:
      Words(
        code: "M007", severity: .warning,
        problem: "the text contains attributes that act or restyle the page",
        consequence: "the elements are shown without them",
        help: "take handlers, styles and classes out of the card")
    case .refusedAddress:
      Words(
        code: "M008", severity: .warning,
        problem: "a link leads to something other than http, https, mailto or a file",
        consequence: "its text is shown without the link", help: "link to a page or to a file")
    case .embeddedImage:
      Words(
        code: "M008", severity: .warning, problem: "an image is written into the text itself",
        consequence: "its description is shown",
        help: "commit the image as a file, and refer to it by its path")
    case .remoteImage:
      Words(
        code: "M009", severity: .note, problem: "an image lies on another host",
        consequence: "no page asks other hosts for anything: its description is shown",
        help: "commit the image as a file, and refer to it by its path")
    case .largeTable:
      Words(
        code: "M015", severity: .warning, problem: "a table has more cells than are shown",
        consequence: "it is cut", help: "put large tables into files of their own")
    case .cutText:
      Words(
        code: "M003", severity: .warning, problem: "the text is longer than is shown",
        consequence: "the rest is left out", help: "raise limits: card_size in vitrine.yaml")
    }
  }

  /// A text that is shown as it is written; the file is left open.
  static func plainCard(_ outcome: CardOutcome) -> RecordProblem? {
    switch outcome {
    case .rendered: nil
    case .refused(let refusal): plainCard(refusal)
    case .overran:
      plainCard("M004", problem: "the text took too long, or too much memory, to render")
    case .failed(let reason):
      RecordProblem(
        "O020", .error, file: "", problem: "the text could not be rendered: \(reason)",
        consequence: "it is shown as it is written", help: "report the card's text as a bug")
    }
  }

  private static func plainCard(_ refusal: MarkdownRefusal) -> RecordProblem {
    switch refusal {
    case .nesting(let line):
      plainCard("M005", line: line, problem: "lists or quotes are nested deeper than 100")
    case .brackets(let line):
      plainCard("M004", line: line, problem: "a paragraph has too many brackets")
    case .longLine(let line):
      plainCard("M003", line: line, problem: "a line is longer than 100 kB")
    }
  }

  private static func plainCard(
    _ code: String, line: Int? = nil, problem: String
  ) -> RecordProblem {
    RecordProblem(
      code, .warning, file: "", line: line, problem: problem,
      consequence: "it is shown as it is written", help: "simplify the card's text there")
  }

  /// A file that a card refers to and that is not there, or no image.
  static func target(
    _ reference: String, isImage: Bool, code: String, reason: String, file: String
  ) -> RecordProblem {
    RecordProblem(
      code, .warning, file: file,
      problem: "the \(isImage ? "image" : "link") “\(reference)” leads nowhere: \(reason)",
      consequence: isImage
        ? "its description is shown in a frame" : "its text is shown without the link",
      help: isImage
        ? "commit the image as PNG, JPEG, GIF, WebP or AVIF" : "correct the path in the card")
  }

  /// A card that DVC keeps and that could not be had; the file is left open.
  static func unreadCard(reason: String, help: String) -> RecordProblem {
    RecordProblem(
      "M001", .warning, file: "", problem: "the card is not in Git, and \(reason)",
      consequence: "the version is shown without it", help: help)
  }
}
