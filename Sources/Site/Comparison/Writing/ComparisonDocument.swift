import Registry
import GitStore
import Formats

/// A comparison as one JSON document, for programs.
package enum ComparisonDocument {
  /// The version of the document's form.
  private static let form = "1.0"

  package static func bytes(of comparison: VersionComparison) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("meta") { $0.object { $0.member("version", form) } }
      json.member("baseline", comparison.baseline)
      json.member("versions") { json in
        json.array(comparison.columns) { json, column in
          json.object { json in
            json.member("label", column.label)
            json.member("repository", column.repository.id)
            json.member("model", column.artifact.name)
            json.member("version", column.version.name)
            json.member("commit", column.version.commit.hex)
            json.member("stages", column.stages)
          }
        }
      }
      json.member("sections") { json in
        json.array(comparison.sections) { json, section in
          json.object { json in
            json.member("name", section.kind.rawValue)
            json.member("rows") { json in json.rows(of: section) }
          }
        }
      }
    }
    return json.finished()
  }
}

extension JSONWriter {
  fileprivate mutating func rows(of section: ComparedSection) {
    let rows = section.groups.flatMap { group in group.rows.map { (group, $0) } }
    array(rows) { json, entry in
      let (group, row) = entry
      json.object { json in
        json.member("file", group.file)
        json.member("key", row.label)
        json.member("title", row.traits?.title)
        json.member("differs", row.isDifferent)
        let better = row.traits?.direction.map { $0 == .higher ? "higher" : "lower" }
        json.member("better", better)
        if better != nil { json.member("assumed", row.traits?.isAssumed ?? false) }
        json.member("unit", row.traits?.unit)
        json.member("values") { json in
          json.array(row.cells) { $0.cell($1, in: row, section.kind) }
        }
      }
    }
  }

  private mutating func cell(
    _ cell: ComparedCell, in row: ComparedRow, _ kind: ComparedSection.Kind
  ) {
    object { json in
      json.member("value") { $0.value(of: cell.value) }
      json.member("text", cell.text(in: row))
      if let number = cell.value?.number, !number.isFinite {
        json.member("special", number.text)
      }
      if let absence = cell.absence { json.member("missing", absence.words(kind)) }
      json.member("change", cell.changeWord)
      json.member("difference") { json in
        if let difference = cell.difference { json.number(difference) } else { json.null() }
      }
      json.member("best", cell.isBest)
    }
  }

  private mutating func value(of value: LoggedValue?) {
    switch value {
    case nil, .null: null()
    case .number(let number):
      if number.isText {
        string(number.text)
      } else if number.isFinite, number.double.isFinite {
        self.number(number.text)
      } else {
        null()
      }
    case .text(let text), .date(let text): string(text)
    case .bool(let flag): bool(flag)
    case .list(let items): self.value(.list(items))
    case .map(let members): self.value(.map(members))
    }
  }
}
