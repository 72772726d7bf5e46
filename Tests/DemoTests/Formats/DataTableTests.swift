import Testing

@testable import Demo

struct DataTableTests {
  @Test func writesBothSeparators() {
    let table = DataTable(columns: ["a", "b"], rows: [["1", "2"]])
    #expect(table.csv == "a,b\n1,2")
    #expect(table.tsv == "a\tb\n1\t2")
  }

  @Test(arguments: [[83], [166, 83], [1, 2, 3], [0, 4]])
  func pairsKeepTheirCounts(counts: [Int]) {
    let pairs = DataTable.pairs(counts.enumerated().map { ("\($0)", "x", $1) })
    for (index, count) in counts.enumerated() {
      #expect(pairs.count { $0.actual == "\(index)" } == count)
    }
  }
}
