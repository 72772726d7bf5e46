/// A block quote that is set off, by `[!NOTE]` or the like on its first line.
enum Alert: String, CaseIterable {
  case note, tip, important, warning, caution

  /// Reads the first line of a quote.
  init?(_ line: ArraySlice<UInt8>) {
    var line = line
    while line.last?.isBlank == true { line.removeLast() }
    guard line.starts(with: "[!".utf8), line.last == UInt8(ascii: "]") else { return nil }
    let name = String(decoding: line.dropFirst(2).dropLast().prefix(10), as: UTF8.self)
    guard let alert = Self.allCases.first(where: { $0.rawValue == name.lowercased() }) else {
      return nil
    }
    self = alert
  }

  /// What its kind is called on the page.
  var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension MarkdownDocument {
  /// What kind of alert a quote is; nothing for one without more than the mark.
  func alert(at quote: Int) -> Alert? {
    let first = quote + 1
    guard first < tree.nodes[quote].end, tree.nodes[first].kind == .paragraph,
      let alert = Alert(firstLine(of: first))
    else { return nil }
    let rest = afterFirstLine(of: first)
    return rest < tree.nodes[quote].end ? alert : nil
  }

  /// The index after the nodes of a paragraph's first line.
  func afterFirstLine(of paragraph: Int) -> Int {
    let lineEnd = tree.children(of: paragraph).first {
      tree.nodes[$0].kind == .softBreak || tree.nodes[$0].kind == .lineBreak
    }
    return lineEnd.map { $0 + 1 } ?? tree.nodes[paragraph].end
  }
}

extension DocumentRenderer {
  /// Begins an alert and leaves out its mark.
  mutating func begin(_ alert: Alert, of quote: Int) {
    writer.open(.div, [("class", "alert alert-\(alert.rawValue)"), ("role", "note")])
    writer.open(.p, [("class", "alert-title")])
    writer.text(alert.title.utf8)
    writer.close(.p)
    endLine()
    let paragraph = document.tables[quote + 1]?.before.first ?? quote + 1
    let rest = document.afterFirstLine(of: paragraph)
    let isAll = rest == tree.nodes[paragraph].end
    dropped = (isAll ? paragraph : paragraph + 1)..<rest
  }
}
