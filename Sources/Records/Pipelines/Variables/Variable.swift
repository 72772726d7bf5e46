import Formats

/// A value that `${…}` can name.
indirect enum Variable: Sendable {
  /// Anything but a list and a map.
  case scalar(DataValue, VariableOrigin?)
  case list([Variable], VariableOrigin?)
  case map(VariableMap, VariableOrigin?)
}

/// The members of a map, in order and by name.
struct VariableMap: Sendable {
  private(set) var keys: [String] = []
  private var values: [String: Variable] = [:]

  subscript(key: String) -> Variable? { values[key] }

  /// Sets a member; a new one comes last.
  mutating func set(_ key: String, _ value: Variable) {
    if values.updateValue(value, forKey: key) == nil { keys.append(key) }
  }

  /// How many names are looked at or copied when another map is merged into this one.
  func mergeCost(of other: VariableMap) -> Int {
    other.keys.reduce(other.keys.count) { cost, key in
      guard case .map(let mine, _) = values[key], case .map(let its, _) = other.values[key] else {
        return cost
      }
      return cost + mine.keys.count + mine.mergeCost(of: its)
    }
  }

  /// Adds what another map has and this one has not; maps are joined, anything else that both have
  /// stays as it is here.
  ///
  /// - Returns: the names of what both have, as paths.
  mutating func merge(_ other: VariableMap, at path: [String] = []) -> [[String]] {
    var redefined: [[String]] = []
    for key in other.keys {
      guard let value = other.values[key] else { continue }
      switch (values[key], value) {
      case (.map(var mine, let origin), .map(let its, _)):
        values[key] = nil
        redefined += mine.merge(its, at: path + [key])
        values[key] = .map(mine, origin)
      case (nil, _): set(key, value)
      default: redefined.append(path + [key])
      }
    }
    return redefined
  }
}

/// Where a variable's value stands: a file, and the way to it in the file.
///
/// Each links to the one above it, so that a large file costs no more than its values.
indirect enum VariableOrigin: Sendable {
  case file(String)
  case member(String, of: VariableOrigin)

  /// The file, and the key as DVC writes it, with dots: `models.us.lr`, `list.0`.
  var place: (file: String, key: String) {
    var parts: [String] = []
    var current = self
    while true {
      switch current {
      case .file(let file): return (file, parts.reversed().joined(separator: "."))
      case .member(let name, let above):
        parts.append(name)
        current = above
      }
    }
  }
}

extension Variable {
  /// Makes a value of a file's, or of a dvc.yaml's own, nameable.
  init(_ value: DataValue, _ origin: VariableOrigin?) {
    switch value {
    case .null, .bool, .number, .string, .date: self = .scalar(value, origin)
    case .list(let items):
      self = .list(
        items.enumerated().map { index, item in
          Variable(item, origin.map { .member(String(index), of: $0) })
        }, origin)
    case .map(let members):
      var map = VariableMap()
      for member in members {
        map.set(
          member.key, Variable(member.value, origin.map { .member(member.key, of: $0) }))
      }
      self = .map(map, origin)
    }
  }

  /// The value itself.
  var value: DataValue {
    switch self {
    case .scalar(let value, _): value
    case .list(let items, _): .list(items.map(\.value))
    case .map(let map, _):
      .map(map.keys.compactMap { key in map[key].map { DataMember(key, $0.value) } })
    }
  }

  /// What it is, for messages.
  var kind: String {
    switch self {
    case .scalar: "a single value"
    case .list: "a list"
    case .map: "a map"
    }
  }

  var origin: VariableOrigin? {
    switch self {
    case .scalar(_, let origin), .list(_, let origin), .map(_, let origin): origin
    }
  }

  /// The member of that name or the item of that number; negative ones count from the end.
  func member(_ part: String) -> Variable? {
    switch self {
    case .scalar: return nil
    case .map(let map, _): return map[part]
    case .list(let items, _):
      guard let number = Int(part), number >= -items.count, number < items.count else {
        return nil
      }
      return items[number < 0 ? items.count + number : number]
    }
  }
}
