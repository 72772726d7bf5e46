import Formats
import Records

/// The metrics of a file that are another kind of thing than in an earlier version of it.
struct MetricKindChanges {
  /// The first of them.
  private(set) var first: (entry: RecordEntry, was: MetricKind)?
  private(set) var count = 0

  /// Compares all values that both files have.
  init(from old: DataValue, to new: DataValue) { compare(old, new, []) }

  private mutating func compare(_ old: DataValue, _ new: DataValue, _ keys: [String]) {
    switch (old, new) {
    case (.map(let before), .map(let after)):
      // Files of one program have the same keys in the same places.
      let areAligned =
        before.count == after.count && zip(before, after).allSatisfy { $0.key == $1.key }
      let known =
        areAligned
        ? [:]
        : Dictionary(before.map { ($0.key, $0.value) }, uniquingKeysWith: { one, _ in one })
      for (index, member) in after.enumerated() {
        guard let earlier = areAligned ? before[index].value : known[member.key] else { continue }
        compareItem(earlier, member.value, member.key, below: keys)
      }
    case (.list(let before), .list(let after)):
      for (index, (earlier, item)) in zip(before, after).enumerated() where earlier != item {
        compareItem(earlier, item, String(index), below: keys)
      }
    default: compareLeaves(old, new) { keys }
    }
  }

  /// Makes no list of keys for what stayed the same kind of thing, as nearly all does.
  private mutating func compareItem(
    _ old: DataValue, _ new: DataValue, _ key: String, below keys: [String]
  ) {
    switch new {
    case .map, .list: if old != new { compare(old, new, keys + [key]) }
    case .null, .bool, .number, .string, .date: compareLeaves(old, new) { keys + [key] }
    }
  }

  private mutating func compareLeaves(
    _ old: DataValue, _ new: DataValue, _ keys: () -> [String]
  ) {
    guard let was = MetricKind(old), let kind = MetricKind(new), kind != was else { return }
    if first == nil { first = (RecordEntry(keys: keys(), value: new), was) }
    count += 1
  }
}
