import Formats
import Records
import Testing

/// What is taken of files for plots (`records.md` §6.2, `bad-input.md` C004–C007).
struct PlotTableTests {
  private func json(_ text: String) throws -> PlotTable {
    PlotTable(try #require(try JSONReader.read(Array(text.utf8)).value))
  }

  private func csv(_ text: String) throws -> PlotTable {
    PlotTable(try TableReader.read(Array(text.utf8), separator: .comma))
  }

  private func run(
    _ table: PlotTable, _ x: PlotSelection.X = .inferred, _ y: String? = nil,
    _ kind: PlotKind = .linear
  ) throws -> PlotRun {
    try #require(try table.runs(PlotSelection(x: x, y: y, kind: kind)).first)
  }

  @Test("The last column is drawn over the number of its row")
  func infersColumns() throws {
    let found = try run(csv("epoch,loss\n10,0.5\n20,0.4\n"))
    #expect(found.field == "loss" && found.xField == "step")
    #expect(found.rows == PlotRows(x: ["0", "1"], y: ["0.5", "0.4"]))
  }

  @Test("A column of steps is used where x is not set, which DVC writes over")
  func usesSteps() throws {
    let found = try run(csv("step,loss\n10,0.5\n20,0.4\n"))
    #expect(found.rows == PlotRows(x: ["10", "20"], y: ["0.5", "0.4"]))
  }

  @Test("Texts, NaN and nothing stay what they are")
  func keepsValues() throws {
    let rows = try run(json("[{\"y\": NaN}, {\"y\": null}, {\"y\": 0.10}, {\"y\": true}]")).rows
    #expect(rows.y == ["NaN", nil, "0.10", "true"])
    #expect(try run(csv("y\nnan\n1\n")).rows.y == ["nan", "1"])
  }

  @Test("A list of maps is found at any depth")
  func findsLists() throws {
    let table = try json("{\"a\": {\"roc\": [{\"fpr\": 0.0, \"tpr\": Infinity}]}, \"n\": 1}")
    #expect(try run(table, .field("fpr"), "tpr").rows == PlotRows(x: ["0.0"], y: ["Infinity"]))
  }

  @Test("Lists with columns of one name are all drawn, where DVC draws the last one")
  func keepsAllLists() throws {
    let table = try json(
      "{\"train\": [{\"step\": 5, \"acc\": 1}], \"val\": [{\"step\": 6, \"acc\": 2}]}")
    let runs = try table.runs(PlotSelection(x: .inferred, y: "acc", kind: .linear))
    #expect(runs.map(\.field) == ["train.acc", "val.acc"])
    #expect(runs.map(\.rows) == [PlotRows(x: ["5"], y: ["1"]), PlotRows(x: ["6"], y: ["2"])])
    #expect(runs.allSatisfy { $0.remarks.map(\.code) == ["C002"] })
  }

  @Test("Lists beside each other are rows beside each other")
  func zipsLists() throws {
    let table = try json(
      "{\"x\": [{\"t\": 1}, {\"t\": 2}], \"y\": [{\"v\": 3}, {\"v\": 4}, {\"v\": 5}]}")
    let found = try run(table, .field("t"), "v")
    #expect(found.rows == PlotRows(x: ["1", "2", nil], y: ["3", "4", "5"]))
  }

  @Test("A row that lacks the column is none of its rows; one that says null is a gap")
  func skipsAbsent() throws {
    let table = try json(
      "[{\"step\": 1, \"loss\": 9}, {\"step\": 1, \"eval\": 8}, {\"step\": 2, \"loss\": null}]")
    #expect(try run(table, .field("step"), "loss").rows == PlotRows(x: ["1", "2"], y: ["9", nil]))
  }

  @Test(
    "Lists of single values are columns",
    arguments: [
      ("[1, 2.5, \"a\"]", "value", ["1", "2.5", "a"]),
      ("{\"loss\": [0.5, 0.4]}", "loss", ["0.5", "0.4"]),
      ("{\"epoch\": [1, 2], \"m\": {\"acc\": [3, null]}}", "epoch", ["1", "2"]),
    ] as [(String, String, [String?])])
  func readsColumns(_ text: String, _ field: String, _ values: [String?]) throws {
    let found = try run(json(text))
    #expect(found.field == field)
    #expect(found.rows.y == values)
  }

  @Test(
    "What is not there is told",
    arguments: [
      ("{\"a\": 1}", nil, "no rows"), ("[]", nil, "no rows"),
      ("[{\"a\": 1}]", "b", "no column “b”"),
    ] as [(String, String?, String)])
  func tellsWhatIsMissing(_ text: String, _ y: String?, _ words: String) throws {
    let table = try json(text)
    #expect {
      try table.runs(PlotSelection(x: .inferred, y: y, kind: .linear))
    } throws: { ($0 as? PlotSelectionError)?.reason.contains(words) == true }
  }

  @Test("x comes from another file of equally many rows")
  func joinsFiles() throws {
    let table = try csv("predicted\na\nb\n")
    let column = PlotColumn(file: "actual.csv", field: "actual")
    let selection = PlotSelection(x: .other(column), y: "predicted", kind: .confusion)
    let runs = try table.runs(selection, other: ["a", "a"])
    #expect(runs.map(\.rows) == [PlotRows(x: ["a", "a"], y: ["a", "b"])])
    #expect(runs.map(\.xField) == ["actual"])
    #expect(throws: PlotSelectionError.self) { try table.runs(selection, other: ["a"]) }
  }

  @Test("Steps are drawn in their order, the last of each, but only in lines")
  func ordersSteps() throws {
    let table = try csv("step,loss\n2,0.1\n1,0.2\n2,0.3\n")
    let line = try run(table)
    #expect(line.rows == PlotRows(x: ["1", "2"], y: ["0.2", "0.3"]))
    #expect(line.remarks.map(\.code) == ["C006"])
    #expect(try run(table, .inferred, nil, .scatter).rows.x == ["2", "1", "2"])
    // The x of a ROC curve repeats with good reason.
    let roc = try run(csv("fpr,tpr\n0,0\n0,0.5\n1,1\n"), .field("fpr"), "tpr")
    #expect(roc.rows.x == ["0", "0", "1"] && roc.remarks.isEmpty)
  }

  @Test(
    "Texts among numbers are counted, and a comma for a point is told",
    arguments: [
      ("y\n1\nabc\n", "numbers"), ("y\n\"0,5\"\n1\n", "point"),
    ])
  func countsTexts(_ text: String, _ help: String) throws {
    let remarks = try run(csv(text)).remarks
    #expect(remarks.map(\.code) == ["C004"])
    #expect(remarks.first?.help.contains(help) == true)
    #expect(try run(csv(text), .inferred, nil, .confusion).remarks.isEmpty)
  }

  @Test("A million rows are thinned to the extremes of each stretch")
  func thins() throws {
    var text = "y\n"
    for row in 0..<1_000_000 { text += row == 777_777 ? "9\n" : row == 5 ? "-9\n" : "\(row % 3)\n" }
    let found = try run(csv(text))
    #expect(found.rows.y.count <= PlotRun.rowLimit + 2)
    #expect(found.rows.y.contains("9") && found.rows.y.contains("-9"))
    #expect(found.rows.x.first == "0" && found.rows.x.last == "999999")
    #expect(found.remarks.map(\.code) == ["C007"])
    // Cases are counted, so that none may be left out.
    #expect(try run(csv(text), .inferred, nil, .confusion).rows.y.count == 1_000_000)
  }
}
