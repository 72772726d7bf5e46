import Records
import Testing

/// Rows come back from their coded form as they were, and nothing else is taken for such a form.
struct PlotRowsCodingTests {
  private static let samples: [PlotRows] = [
    PlotRows(x: [], y: []),
    PlotRows(x: ["0"], y: [nil]),
    PlotRows(x: ["0", "1", "2", "3"], y: ["0.10", "NaN", nil, "1e-05"]),
    PlotRows(x: ["10", "8", "6", "4"], y: ["", "katze", "犬", "0"]),
    PlotRows(x: ["5", "5", "5"], y: ["00", "01", "02"]),
    PlotRows(x: ["-1", "+0", "1"], y: ["1", "2", "4"]),
    PlotRows(
      x: ["9223372036854775805", "9223372036854775806", "9223372036854775807"],
      y: ["-9223372036854775808", "0", "9223372036854775807"]),
  ]

  @Test(arguments: samples)
  func comesBack(_ rows: PlotRows) {
    #expect(PlotRows(coded: rows.coded) == rows)
  }

  /// What counts rows takes no room.
  @Test func isCompact() {
    let steps = (0..<1_000).map { Optional(String($0)) }
    let rows = PlotRows(x: steps, y: steps.map { _ in "1" })
    #expect(rows.coded.count < 1_000 * 3 + 20)
    #expect(PlotRows(coded: rows.coded) == rows)
  }

  @Test(arguments: samples)
  func takesNoOtherBytes(_ rows: PlotRows) {
    let coded = rows.coded
    #expect(PlotRows(coded: coded + [0]) == nil)
    for end in coded.indices { #expect(PlotRows(coded: coded[..<end]) == nil) }
    for index in coded.indices {
      for change: UInt8 in [1, 0x80] {
        var changed = coded
        changed[index] ^= change
        // Other bytes are no rows, or other rows in their only form.
        if let other = PlotRows(coded: changed) {
          #expect(other != rows)
          #expect(other.coded == changed)
        }
      }
    }
  }

  /// A few bytes must not stand for more rows than any plot has.
  @Test func refusesBombs() {
    #expect(PlotRows(coded: [1, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 1, 0, 0, 1, 0, 0]) == nil)
  }
}
