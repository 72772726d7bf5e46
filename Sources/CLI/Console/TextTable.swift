/// A table for the terminal, in GTO's outline or plain for other programs.
struct TextTable {
  let headers: [String]
  let rows: [[String]]

  /// The lines of the table; `isPlain` leaves out the frame.
  func lines(isPlain: Bool) -> [String] {
    let cells = rows.map { $0.map(TerminalText.safe) }
    let widths = headers.indices.map { column in
      ([headers] + cells).map { $0[column].count }.max() ?? 0
    }
    func padded(_ row: [String]) -> [String] {
      zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
    }
    if isPlain {
      return ([headers] + cells).map { row in
        var line = padded(row).joined(separator: "  ")
        while line.last == " " { line.removeLast() }
        return line
      }
    }
    func rule(_ left: String, _ middle: String, _ right: String) -> String {
      left + widths.map { String(repeating: "═", count: $0 + 2) }.joined(separator: middle) + right
    }
    func framed(_ row: [String]) -> String {
      "│ " + padded(row).joined(separator: " │ ") + " │"
    }
    return [rule("╒", "╤", "╕"), framed(headers), rule("╞", "╪", "╡")]
      + cells.map(framed) + [rule("╘", "╧", "╛")]
  }
}
