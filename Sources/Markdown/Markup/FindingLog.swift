/// What was left out of a text, each kind once, in the order of the first.
struct FindingLog {
  private(set) var findings: [MarkdownFinding] = []

  func has(_ kind: MarkdownFinding.Kind) -> Bool { findings.contains { $0.kind == kind } }

  mutating func note(_ kind: MarkdownFinding.Kind, line: Int, example: String) {
    if let index = findings.firstIndex(where: { $0.kind == kind }) {
      let first = findings[index]
      findings[index] = MarkdownFinding(
        kind, count: first.count &+ 1, line: first.line, example: first.example)
    } else {
      let excerpt = MarkupText.excerpt(example)
      findings.append(MarkdownFinding(kind, count: 1, line: line, example: excerpt))
    }
  }
}
