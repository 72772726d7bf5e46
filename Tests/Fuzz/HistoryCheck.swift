import GitStore

/// What has to hold for a listing of commits: the input as one, and as the pairs of a graph.
enum HistoryCheck {
  static func run(_ bytes: [UInt8]) {
    let history = CommitHistory(listing: bytes)
    let places = history.entries.indices
    for entry in history.entries {
      expect(entry.parents.allSatisfy(places.contains), "a parent that is nowhere")
      expect(!entry.paths.contains(""), "an empty path")
      guard let place = history.place(of: entry.id) else { fatalError("a commit without a place") }
      expect(history.entries[place].id == entry.id, "the place of another commit")
    }
    // Nothing is promised for an order that Git never gives, but an end.
    for one in history.entries.prefix(6) {
      for other in history.entries.suffix(6) {
        let found = history.between(one.id, other.id, limit: 3)
        expect(found.places.count <= 3, "more than asked for")
        expect(found.places.allSatisfy(places.contains), "a place that is none")
      }
    }
    checkGraph(bytes.prefix(256))
  }

  /// Each pair of bytes is a commit and its parent, which comes after it.
  private static func checkGraph(_ bytes: ArraySlice<UInt8>) {
    let count = 16
    var parents = [[Int]](repeating: [], count: count)
    var rest = bytes
    while let one = rest.popFirst(), let two = rest.popFirst() {
      let (child, parent) = (Int(one) % count, Int(two) % count)
      if child < parent { parents[child].append(parent) }
    }
    let history = CommitHistory(listing: listing(parents))
    expect(history.entries.map(\.parents) == parents, "other parents")
    let leading = parents.indices.map { reached(from: $0, parents) }
    for base in parents.indices {
      for tip in parents.indices {
        let wanted = leading[tip].subtracting(leading[base]).sorted()
        let found = history.between(
          history.entries[base].id, history.entries[tip].id, limit: 5)
        expect(found.places == Array(wanted.prefix(5)), "between \(base) and \(tip): \(found)")
        expect(found.isCut == (wanted.count > 5), "cut: \(found)")
      }
    }
  }

  private static func reached(from start: Int, _ parents: [[Int]]) -> Set<Int> {
    var reached: Set<Int> = []
    var open = [start]
    while let next = open.popLast() {
      if reached.insert(next).inserted { open += parents[next] }
    }
    return reached
  }

  private static func listing(_ parents: [[Int]]) -> [UInt8] {
    parents.enumerated().flatMap { index, parents in
      [1] + ([index] + parents).map(id).joined(separator: " ").utf8 + [0]
    }
  }

  private static func id(_ number: Int) -> String {
    String(repeating: "0", count: 38) + String(number + 16, radix: 16)
  }
}
