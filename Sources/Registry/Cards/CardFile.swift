import Formats
import Records

/// A file that may be a card, taken apart.
struct CardFile {
  /// Tells contents apart.
  let identity: String

  /// The front matter, a map.
  let metadata: DataValue?
  let facts: CardFacts
  let evaluations: [EvaluationResult]

  /// What is wrong with the file; that it is in the file `""` stands for the file itself.
  let problems: [RecordProblem]

  /// The text after the front matter; dropped once it was rendered.
  var text: CardSourceText?

  /// Takes the bytes apart.
  init(_ bytes: [UInt8], identity: String) {
    self.identity = identity
    let parts = FrontMatter(bytes)
    metadata = parts.metadata
    let reader = parts.metadata.map { CardMetadataReader($0, file: "") }
    facts = reader?.facts ?? CardFacts()
    evaluations = reader?.evaluations ?? []
    let unread = parts.problem.map { error in
      RecordProblem(
        error.code, .warning, file: "", line: error.line, column: error.column,
        problem: error.problem,
        consequence: parts.metadata == nil
          ? "the card is shown without its metadata" : "the rest of the metadata is used",
        help: error.help ?? "mend the lines between the two “---”")
    }
    problems = (unread.map { [$0] } ?? []) + (reader?.problems ?? [])
    text = CardSourceText(
      bytes: Array(bytes[parts.body]),
      firstLine: bytes[..<parts.body.lowerBound].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) })
  }
}

/// The text of a card without its front matter.
struct CardSourceText {
  let bytes: [UInt8]

  /// The number of its first line in the file, from 1.
  let firstLine: Int
}

extension RecordProblem {
  /// The same problem in another file.
  func inFile(_ path: String) -> RecordProblem {
    RecordProblem(
      code, severity, file: path, line: line, column: column, problem: problem,
      consequence: consequence, help: help)
  }
}
