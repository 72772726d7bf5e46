import Formats
import Records

/// What has to hold for the rows of plots, for the bytes that they are kept in, and for templates.
enum PlotCheck {
  static func values(_ bytes: [UInt8]) {
    for format in [RecordFormat.json, .yaml] {
      guard let value = try? format.read(bytes).value else { continue }
      check(PlotTable(value))
    }
  }

  static func rows(_ bytes: [UInt8]) {
    guard let rows = PlotRows(coded: bytes) else { return }
    expect(rows.x.count == rows.y.count, "columns of different lengths")
    expect(rows.coded == bytes, "another form of the same rows")
  }

  static func template(_ bytes: [UInt8]) {
    for name in ["linear", "confusion", "own"] {
      let style = PlotStyle(custom: bytes, name: name)
      expect(style.kind != .image, "a template that draws pictures")
      expect(style == PlotStyle(custom: bytes, name: name), "another style the second time")
    }
  }

  /// Whatever is taken of a table fits together and comes back from its bytes.
  static func check(_ table: PlotTable) {
    let names = [nil] + table.names.prefix(3).map(Optional.some) + ["no such column"]
    for y in names {
      for x in [PlotSelection.X.inferred, .field(table.names.first ?? "x")] {
        for kind in [PlotKind.linear, .confusion] {
          check(table, PlotSelection(x: x, y: y, kind: kind))
        }
      }
    }
  }

  private static func check(_ table: PlotTable, _ selection: PlotSelection) {
    do throws(PlotSelectionError) {
      let runs = try table.runs(selection)
      expect(!runs.isEmpty, "neither rows nor a reason")
      for run in runs {
        expect(run.rows.x.count == run.rows.y.count, "columns of different lengths")
        expect(PlotRows(coded: run.rows.coded) == run.rows, "rows come back as others")
        expect(run.remarks.count < 5, "more remarks than anybody reads")
      }
    } catch {
      expect(!error.reason.isEmpty && !error.help.isEmpty, "an error without words")
    }
  }
}
