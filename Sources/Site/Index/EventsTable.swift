import GitStore
import Registry

/// `events.csv`: the same events for spreadsheets.
extension IndexDocument where Scope == RegistryScope {
  /// The events of all repositories, oldest first.
  static var eventsTable: IndexDocument {
    IndexDocument { site in
      var bytes: [UInt8] = []
      let names = [
        "at", "event", "repository", "model", "version", "stage", "commit", "tag", "by", "message",
      ]
      SpreadsheetLine.append(names, to: &bytes)
      for entry in LoggedEvent.all(in: site.registry) {
        let event = entry.event
        SpreadsheetLine.append(
          [
            event.time.utc, event.kind.name, entry.repository,
            "\(entry.repository)/\(event.artifact)", event.version ?? "", event.stage ?? "",
            event.commit.hex, event.tag,
            PersonText(event.tagger, policy: site.settings.authors)?.name ?? "",
            SiteText.shown(event.message),
          ], to: &bytes)
      }
      return [OutputFile(path: site.addresses.eventsTable.text, bytes: bytes)]
    }
  }
}

/// A line of CSV that is safe to open in a spreadsheet (`bad-input.md`, C010).
enum SpreadsheetLine {
  /// Writes cells as RFC 4180 has them; one that a program would run gets an apostrophe.
  static func append(_ cells: [String], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell, to: &bytes)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func append(_ cell: String, to bytes: inout [UInt8]) {
    let isFormula = cell.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
    let text = isFormula ? "'\(cell)" : cell
    guard text.utf8.contains(where: { "\",\n\r".utf8.contains($0) }) else {
      bytes += Array(text.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
