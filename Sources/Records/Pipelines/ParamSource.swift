package import Formats

/// A file of params, and what of it the pipelines name (`records.md` §5).
package struct ParamSource: Hashable, Sendable {
  /// Relative to the repository's root.
  package let path: String

  /// The keys that are named, with dots between their parts; nothing for the whole file.
  package let keys: [String]?

  /// The path of the dvc.yaml that names the file first.
  package let pipeline: String

  /// The stages that name the file or use its values.
  package let stages: [String]

  /// Whether nobody names it: it is the params.yaml of the project, which DVC shows where it exists.
  package let isImplied: Bool

  /// Makes a source.
  package init(path: String, keys: [String]?, pipeline: String, stages: [String], isImplied: Bool) {
    self.path = path
    self.keys = keys
    self.pipeline = pipeline
    self.stages = stages
    self.isImplied = isImplied
  }

  /// What the named keys hold, nested and ordered as in the file; the whole for a whole file.
  ///
  /// The parts of a key are patterns, as DVC takes them. A key with a dot in it, which DVC never finds,
  /// is found where it is named in full and nothing else fits the name.
  package func select(_ value: DataValue) -> DataValue {
    guard let keys else { return value }
    let own = Set(value.members?.lazy.map(\.key) ?? [])
    var root = KeyTree()
    for key in keys {
      root.insert(key)
      guard key.utf8.contains(UInt8(ascii: ".")), own.contains(key) else { continue }
      var alone = KeyTree()
      alone.insert(key)
      if alone.select(value) == nil { root.insertWhole(key) }
    }
    return root.select(value) ?? .map([])
  }
}

/// Keys as a tree of their parts, so that a file is walked through once for all of them.
private struct KeyTree {
  private var isWhole = false
  private var children: [String: KeyTree] = [:]

  /// The parts that are patterns, with what follows them.
  private var patterns: [(text: String, glob: Glob, tree: KeyTree)] = []

  /// How many parts of a key are told apart; a value of a file is not nested deeper.
  private static let depthLimit = 256

  mutating func insert(_ key: String) {
    let parts = key.unicodeScalars.split(
      separator: ".", maxSplits: Self.depthLimit, omittingEmptySubsequences: false)
    insert(parts.map { String($0) }[...])
  }

  /// Names a member of the file itself, whatever is in its key.
  mutating func insertWhole(_ key: String) { children[key, default: KeyTree()].isWhole = true }

  private mutating func insert(_ parts: ArraySlice<String>) {
    guard let first = parts.first else {
      isWhole = true
      return
    }
    guard first.utf8.contains(where: { "*?[".utf8.contains($0) }) else {
      return children[first, default: KeyTree()].insert(parts.dropFirst())
    }
    if let place = patterns.firstIndex(where: { $0.text == first }) {
      return patterns[place].tree.insert(parts.dropFirst())
    }
    var tree = KeyTree()
    tree.insert(parts.dropFirst())
    patterns.append((first, Glob(first), tree))
  }

  /// The named part of a value; nothing where it has none of it.
  func select(_ value: DataValue) -> DataValue? { Self.select(value, [self]) }

  private static func select(_ value: DataValue, _ trees: [KeyTree]) -> DataValue? {
    if trees.contains(where: \.isWhole) { return value }
    var kept: [DataMember] = []
    func keep(_ key: String, _ member: DataValue) {
      let below = trees.flatMap { $0.below(key) }
      guard !below.isEmpty, let selected = select(member, below) else { return }
      kept.append(DataMember(key, selected))
    }
    switch value {
    case .map(let members): for member in members { keep(member.key, member.value) }
    case .list(let items): for (index, item) in items.enumerated() { keep(String(index), item) }
    case .null, .bool, .number, .string, .date: return nil
    }
    return kept.isEmpty ? nil : .map(kept)
  }

  private func below(_ key: String) -> [KeyTree] {
    (children[key].map { [$0] } ?? []) + patterns.filter { $0.glob.matches(key) }.map(\.tree)
  }
}
