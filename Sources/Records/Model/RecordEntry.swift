package import Formats

/// A single value of a record file with the way to it.
///
/// The way is a list of keys, since a key may itself hold a dot (`records.md` §4.3).
package struct RecordEntry: Hashable, Sendable {
  package let keys: [String]
  package let value: DataValue

  /// Makes an entry.
  package init(keys: [String], value: DataValue) {
    self.keys = keys
    self.value = value
  }

  /// The keys joined by dots, as people read them; a key with a dot, a blank or nothing in it stands
  /// in quotes.
  package var name: String {
    keys.map { key in
      key.isEmpty || key.contains(".") || key.contains(" ") ? "\"\(key)\"" : key
    }.joined(separator: ".")
  }
}

extension RecordFile {
  /// The metrics of the file: numbers, booleans and texts by DVC's rule, and besides them dates and
  /// the items of lists, numbered from 0, where DVC shows nothing (`records.md` §4.1).
  package var metrics: [RecordEntry] {
    entries { value in
      switch value {
      case .list(let items): !items.isEmpty
      case .map(let members): !members.isEmpty
      case .null, .bool, .number, .string, .date: false
      }
    }.filter { entry in
      switch entry.value {
      case .null, .list, .map: false
      case .bool, .number, .string, .date: true
      }
    }
  }

  /// The params of the file: maps are opened, lists stay whole (`records.md` §5).
  package var params: [RecordEntry] {
    entries { $0.members.map { !$0.isEmpty } ?? false }
  }

  private func entries(opening opens: (DataValue) -> Bool) -> [RecordEntry] {
    var found: [RecordEntry] = []
    Self.collect(value, [], opens, &found)
    return found
  }

  private static func collect(
    _ value: DataValue, _ keys: [String], _ opens: (DataValue) -> Bool,
    _ found: inout [RecordEntry]
  ) {
    guard opens(value) else { return found.append(RecordEntry(keys: keys, value: value)) }
    for member in value.members ?? [] {
      collect(member.value, keys + [member.key], opens, &found)
    }
    for (index, item) in (value.items ?? []).enumerated() {
      collect(item, keys + [String(index)], opens, &found)
    }
  }
}
