import Formats
import Records

/// What has to hold for a table of text, and for the plots that are made of one.
enum TableCheck {
  static func run(_ bytes: [UInt8]) {
    for separator in TableReader.Separator.allCases {
      for hasHeader in [true, false] {
        do throws(FormatError) {
          let table = try TableReader.read(bytes, separator: separator, hasHeader: hasHeader)
          check(table, in: bytes)
          if hasHeader { checkWriting(table, separator) }
          PlotCheck.check(PlotTable(table))
        } catch {
          RecordCheck.check(error, in: bytes)
        }
      }
    }
  }

  private static func check(_ table: TableDocument, in bytes: [UInt8]) {
    for problem in table.problems { RecordCheck.check(problem, in: bytes) }
    expect(Set(table.names).count == table.names.count, "a name twice: \(table.names)")
    expect(table.names.allSatisfy { !$0.isEmpty }, "a column without a name")
    expect(table.rowCount <= bytes.count, "more rows than bytes")
    for index in table.names.indices.prefix(8) {
      let column = table.column(index)
      expect(column.count == table.rowCount, "a column of another length")
      expect(!column.contains(""), "an empty text")
    }
  }

  /// A table of the same cells, all of them in quotes, reads as the same table.
  private static func checkWriting(_ table: TableDocument, _ separator: TableReader.Separator) {
    guard table.names.count * table.rowCount < 10_000, table.names.count < 200 else { return }
    let columns = table.names.indices.map { table.column($0) }
    var rows = [table.names.map(Optional.some)]
    for row in 0..<table.rowCount { rows.append(columns.map { $0[row] }) }
    let mark = String(decoding: [separator.rawValue], as: UTF8.self)
    let text = rows.map { row in
      row.map { quoted($0 ?? "") }.joined(separator: mark)
    }.joined(separator: "\r\n")
    // Without any column, and where the names look like numbers, it is another table.
    guard !table.names.isEmpty, !table.names.allSatisfy({ Double($0) != nil }) else { return }
    do throws(FormatError) {
      let again = try TableReader.read(Array(text.utf8), separator: separator)
      expect(again.names == table.names, "other names: \(again.names)")
      expect(table.names.indices.map { again.column($0) } == columns, "other cells")
    } catch {
      fatalError("what was written cannot be read: \(error)")
    }
  }

  private static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 { bytes += byte == UInt8(ascii: "\"") ? [byte, byte] : [byte] }
    return "\"\(String(decoding: bytes, as: UTF8.self))\""
  }
}
