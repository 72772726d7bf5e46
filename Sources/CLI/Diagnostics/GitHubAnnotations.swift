import Registry

/// Diagnostics as workflow commands, which GitHub shows beside the files.
enum GitHubAnnotations {
  /// One line for each error and warning; notes would take the few places that there are.
  static func lines(_ listing: DiagnosticListing) -> [String] {
    listing.diagnostics.filter { $0.severity > .note }.map { diagnostic in
      let place = diagnostic.place
      var properties: [String] = []
      if let file = listing.path(of: place) {
        properties.append("file=\(property(file))")
        if let line = place.line, line > 0 {
          properties.append("line=\(line)")
          if let column = place.column { properties.append("col=\(column)") }
        }
      }
      properties.append("title=\(property(diagnostic.code))")
      let text = "\(place.description): \(diagnostic.problem); \(diagnostic.help)"
      let command = diagnostic.severity == .error ? "error" : "warning"
      return "::\(command) \(properties.joined(separator: ","))::\(data(text))"
    }
  }

  /// A failure that left nothing to read.
  static func line(_ failure: CommandFailure) -> String {
    "::error title=vitrine::\(data(failure.description))"
  }

  /// Text without line ends and control characters: none of it can begin a command of its own.
  private static func data(_ text: String) -> String {
    escaped(TerminalText.safe(text), [("%", "%25")])
  }

  private static func property(_ text: String) -> String {
    escaped(TerminalText.safe(text), [("%", "%25"), (":", "%3A"), (",", "%2C")])
  }

  private static func escaped(_ text: String, _ marks: [(Character, String)]) -> String {
    var result = ""
    for character in text {
      if let mark = marks.first(where: { $0.0 == character }) {
        result += mark.1
      } else {
        result.append(character)
      }
    }
    return result
  }
}

/// Diagnostics as a table for the summary of a step.
enum GitHubSummary {
  /// GitHub refuses a summary over 1 MiB.
  private static let limit = 500

  static func bytes(_ listing: DiagnosticListing) -> [UInt8] {
    let told = listing.diagnostics.filter { $0.severity > .note }
    var lines = ["### Vitrine", ""]
    guard !told.isEmpty else {
      return Array((lines + ["No problems.", ""]).map { "\($0)\n" }.joined().utf8)
    }
    lines += ["| | Code | Where | Problem | Fix |", "| --- | --- | --- | --- | --- |"]
    lines += told.prefix(limit).map { diagnostic in
      let cells = [
        diagnostic.severity.rawValue, diagnostic.code, diagnostic.place.description,
        diagnostic.problem, diagnostic.help,
      ]
      return "| " + cells.map(MarkdownText.cell).joined(separator: " | ") + " |"
    }
    if told.count > limit { lines += ["", "… and \(told.count - limit) more."] }
    return Array((lines + [""]).map { "\($0)\n" }.joined().utf8)
  }
}
