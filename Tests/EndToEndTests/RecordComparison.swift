import Formats
import TestSupport

/// Compares what Vitrine's documents say with what DVC reads (`records.md` §4 and §5).
///
/// Each function gives the differences in words; nothing where there are none.
enum RecordComparison {
  /// The metrics of a file: DVC's values have to be there, and nothing more that DVC would show.
  static func metrics(dvc: JSONValue, own: JSONValue, at path: String) -> [String] {
    // DVC says {} for a file without maps: for a list, and also for the numbers 0 and false.
    if case .object(let members) = dvc, members.isEmpty, !isMap(own) { return [] }
    guard case .object(let members) = dvc else { return leaf(dvc: dvc, own: own, at: path) }
    guard isMap(own) else { return ["\(path): DVC has a map, Vitrine \(own)"] }
    var differences: [String] = []
    for member in members {
      let place = "\(path) › \(member.key)"
      guard let value = value(of: member.key, in: own) else {
        differences.append("\(place): only DVC has \(member.value)")
        continue
      }
      differences += metrics(dvc: member.value, own: value, at: place)
    }
    for member in own.members where value(of: member.key, in: dvc) == nil && isShown(member.value) {
      differences.append("\(path) › \(member.key): only Vitrine has \(member.value)")
    }
    return differences
  }

  /// The params of a file, by their dotted names: DVC itself joins the keys of used variables.
  static func params(dvc: JSONValue, own: JSONValue, at path: String) -> [String] {
    let (theirs, ours) = (flattened(dvc), flattened(own))
    var differences: [String] = []
    for (name, value) in theirs {
      guard let found = ours.first(where: { isSame($0.name, name) }) else {
        differences.append("\(path) › \(name): only DVC has \(value)")
        continue
      }
      differences += leaf(dvc: value, own: found.value, at: "\(path) › \(name)")
    }
    for (name, value) in ours where !theirs.contains(where: { isSame($0.name, name) }) {
      differences.append("\(path) › \(name): only Vitrine has \(value)")
    }
    return differences
  }

  /// The numbers of a document have to keep the digits of the JSON file that they come from.
  static func digits(source: JSONValue, own: JSONValue, at path: String) -> [String] {
    switch (source, own) {
    case (.number(let written), .number(let digits)):
      return written == digits ? [] : ["\(path): \(written) became \(digits)"]
    case (.object, .object(let members)):
      return members.flatMap { member in
        value(of: member.key, in: source).map {
          digits(source: $0, own: member.value, at: "\(path) › \(member.key)")
        } ?? ["\(path) › \(member.key): not in the source"]
      }
    case (.array(let sources), .array(let items)) where sources.count == items.count:
      return zip(sources, items).flatMap { digits(source: $0, own: $1, at: "\(path) › []") }
    case (.array, .array): return ["\(path): another number of items"]
    default: return []
    }
  }

  /// Whether there is a number in it that JSON can't hold.
  static func hasSpecial(_ value: JSONValue) -> Bool {
    switch value {
    case .number(let text): isSpecial(text)
    case .array(let items): items.contains(where: hasSpecial)
    case .object(let members): members.contains { hasSpecial($0.value) }
    case .null, .bool, .string: false
    }
  }

  private static func leaf(dvc: JSONValue, own: JSONValue, at path: String) -> [String] {
    let isEqual =
      switch (dvc, own) {
      case (.number(let text), .null): isSpecial(text)
      case (.number(let theirs), .number(let ours)): isEqual(theirs, ours)
      case (.string(let theirs), .string(let ours)): isSame(theirs, ours)
      default: dvc == own
      }
    return isEqual ? [] : ["\(path): DVC has \(dvc), Vitrine \(own)"]
  }

  /// Whole numbers have to agree in every digit; others as the nearest floating-point numbers.
  private static func isEqual(_ theirs: String, _ ours: String) -> Bool {
    if isSpecial(theirs) { return false }
    let isWhole = !theirs.contains { ".eE".contains($0) }
    return isWhole ? theirs == ours : Double(theirs) == Double(ours)
  }

  private static func isSpecial(_ number: String) -> Bool {
    ["NaN", "Infinity", "-Infinity"].contains(number)
  }

  /// Whether DVC would show it: null and lists it leaves out, as well as dates, which are texts here.
  private static func isShown(_ value: JSONValue) -> Bool {
    switch value {
    case .number, .bool: true
    case .string(let text): !isDate(text)
    case .object(let members): members.contains { isShown($0.value) }
    case .null, .array: false
    }
  }

  private static func isDate(_ text: String) -> Bool {
    let start = Array(text.utf8.prefix(10))
    return start.count == 10 && start[4] == UInt8(ascii: "-") && start[7] == UInt8(ascii: "-")
  }

  private static func isMap(_ value: JSONValue) -> Bool {
    if case .object = value { true } else { false }
  }

  /// The last value of a key, compared byte by byte: JSON in Python takes the last.
  private static func value(of key: String, in map: JSONValue) -> JSONValue? {
    map.members.last { isSame($0.key, key) }?.value
  }

  /// Texts that merely look the same are different ones.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    one.utf8.elementsEqual(other.utf8)
  }

  private static func flattened(
    _ value: JSONValue, _ prefix: String? = nil
  ) -> [(name: String, value: JSONValue)] {
    let parts: [(String, JSONValue)] =
      switch value {
      case .object(let members): members.map { ($0.key, $0.value) }
      case .array(let items): items.enumerated().map { (String($0), $1) }
      case .null, .bool, .number, .string: []
      }
    if parts.isEmpty { return [(prefix ?? "", value)] }
    return parts.flatMap { key, value in
      flattened(value, prefix.map { "\($0).\(key)" } ?? key)
    }
  }
}
