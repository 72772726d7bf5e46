import Formats
import Testing

/// Tables of text, cell by cell, as Python's `csv` reads them but for what `bad-input.md` wants better.
struct TableReaderTests {
  /// The names and the rows of a table; nothing stands for an empty cell.
  private func read(
    _ text: String, _ separator: TableReader.Separator = .comma, hasHeader: Bool = true
  ) throws -> (names: [String], rows: [[String?]], problems: [String]) {
    let table = try TableReader.read(
      Array(text.utf8), separator: separator, hasHeader: hasHeader)
    let columns = table.names.indices.map { table.column($0) }
    return (
      table.names, (0..<table.rowCount).map { row in columns.map { $0[row] } },
      table.problems.map { "\($0.code) \($0.line):\($0.column)" }
    )
  }

  @Test func readsCells() throws {
    let table = try read("step,loss\n0,0.10\n1,NaN\n")
    #expect(table.names == ["step", "loss"])
    #expect(table.rows == [["0", "0.10"], ["1", "NaN"]])
    #expect(table.problems.isEmpty)
  }

  @Test("Line ends of any kind, and none at the end", arguments: ["\n", "\r\n", "\r"])
  func endsLines(_ end: String) throws {
    let table = try read(["a,b", "1,2", "", "3,4"].joined(separator: end))
    #expect(table.rows == [["1", "2"], ["3", "4"]])
  }

  @Test("A byte order mark is no part of the first name")
  func dropsTheMark() throws {
    #expect(try read("\u{FEFF}epoch,loss\n1,2\n").names == ["epoch", "loss"])
  }

  @Test(
    "Quotes hold separators, line ends and quotes",
    arguments: [
      ("\"a,b\"", "a,b"), ("\"a\nb\"", "a\nb"), ("\"say \"\"hi\"\"\"", "say \"hi\""),
      ("\" a \"", " a "), ("a\"b", "a\"b"), ("  a ", "a"), ("\"\"\"\"", "\""),
    ])
  func readsQuotes(_ cell: String, _ text: String) throws {
    let table = try read("x,y\n\(cell),1\n")
    #expect(table.rows == [[text, "1"]])
    #expect(table.problems.isEmpty)
  }

  @Test("Empty cells are nothing, in quotes too")
  func emptiesCells() throws {
    #expect(try read("a,b,c\n,\"\",1\n").rows == [[nil, nil, "1"]])
  }

  @Test func readsTabs() throws {
    let table = try read("step\tloss\n0\t1,5\n", .tab)
    #expect(table.names == ["step", "loss"])
    #expect(table.rows == [["0", "1,5"]])
  }

  @Test("Without a header, columns are called as DVC calls them", arguments: [",", "\t"])
  func numbersColumns(_ mark: String) throws {
    let table = try read(
      "0.5\(mark)a\n0.4\(mark)b\n", mark == "," ? .comma : .tab, hasHeader: false)
    #expect(table.names == ["0", "1"])
    #expect(table.rows == [["0.5", "a"], ["0.4", "b"]])
    #expect(table.problems.isEmpty)
  }

  @Test(
    "What is odd is told with its place",
    arguments: [
      (
        "a,b,c\n1\n1,2,3,4\n", ["C001 2:1"], [["1", nil, nil], ["1", "2", "3"]], ["a", "b", "c"]
      ),
      ("a,a,,a\n1,2,3,4\n", ["C002 1:1"], [["1", "2", "3", "4"]], ["a", "col2", "col3", "col4"]),
      ("col2,,x\n1,2,3\n", ["C002 1:1"], [["1", "2", "3"]], ["col2", "col2_", "x"]),
      ("0.5,1e3\n2,3\n", ["C002 1:1"], [["0.5", "1e3"], ["2", "3"]], ["col1", "col2"]),
      (",0,1\n7,8,9\n", ["C002 1:1"], [["7", "8", "9"]], ["col1", "0", "1"]),
      ("a;b\n1;2\n", ["C005 1:1"], [["1;2"]], ["a;b"]),
      ("a\tb\n1\t2\n", ["C005 1:1"], [["1\t2"]], ["a\tb"]),
      ("a,b\n\"x\"y,1\n", ["C003 2:1"], [["xy", "1"]], ["a", "b"]),
    ] as [(String, [String], [[String?]], [String])])
  func tells(
    _ text: String, _ problems: [String], _ rows: [[String?]], _ names: [String]
  ) throws {
    let table = try read(text)
    #expect(table.problems == problems)
    #expect(table.rows == rows)
    #expect(table.names == names)
  }

  @Test("Columns that are called 0, 1 and so on are names")
  func takesCountedNames() throws {
    let table = try read("0,1\n0.5,0.6\n")
    #expect(table.names == ["0", "1"])
    #expect(table.problems.isEmpty)
  }

  @Test(
    "What can't be read is told with its place",
    arguments: [
      ("a,b\n1,2\n\"x,3\n4,5\n", "C003", 3, 1), ("a,\"b", "C003", 1, 3), ("a\n\0\n", "E005", 2, 1),
    ])
  func refuses(_ text: String, _ code: String, _ line: Int, _ column: Int) {
    #expect {
      try TableReader.read(Array(text.utf8), separator: .comma)
    } throws: { error in
      guard let error = error as? FormatError else { return false }
      return error.code == code && error.line == line && error.column == column
    }
  }

  @Test("An empty file holds no columns", arguments: ["", "\n", " \n\t"])
  func readsNothing(_ text: String) throws {
    let table = try read(text)
    #expect(table.names.isEmpty && table.rows.isEmpty)
    #expect(table.problems == ["P009 1:1"])
  }

  /// A million rows take no more than a few times their bytes.
  @Test func readsMillionRows() throws {
    var text = "step,loss\n"
    for step in 0..<1_000_000 { text += "\(step),0.5\n" }
    let table = try TableReader.read(Array(text.utf8), separator: .comma)
    #expect(table.rowCount == 1_000_000)
    #expect(table.column(0).last == "999999")
  }
}
