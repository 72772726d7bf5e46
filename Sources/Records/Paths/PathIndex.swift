/// Finds which of many paths equal a path, lie above it or lie below it.
struct PathIndex: Sendable {
  private let positions: [String: [Int]]

  /// Each path once, in the order of its bytes with slashes before all others, so that a folder
  /// stands right before what lies in it.
  private let sorted: [String]

  /// By the order of `sorted`: the nearest folder above that is among the paths.
  private let parents: [Int?]

  /// How many folders above a path are looked for.
  private static let depthLimit = 256

  /// Takes paths; the answers are their positions.
  init(_ paths: [String]) {
    var positions: [String: [Int]] = [:]
    for (position, path) in paths.enumerated() { positions[path, default: []].append(position) }
    self.positions = positions
    let sorted = positions.keys.sorted(by: Self.precedes)
    self.sorted = sorted
    var open: [Int] = []
    parents = sorted.indices.map { place in
      while let last = open.last, !RepositoryPath.lies(sorted[place], in: sorted[last]) {
        open.removeLast()
      }
      defer { open.append(place) }
      return open.last
    }
  }

  /// The positions of a path.
  func exact(_ path: String) -> [Int] { positions[path] ?? [] }

  /// The folders above a path that are among the paths, the nearest first.
  func above(_ path: String) -> [(path: String, positions: [Int])] {
    var found: [(path: String, positions: [Int])] = []
    // A folder above it is one above, or is itself, whatever stands right before the path.
    var place: Int? = firstPlace { !Self.precedes($0, path) } - 1
    var steps = 0
    while let current = place, current >= 0, steps < Self.depthLimit {
      if RepositoryPath.lies(path, in: sorted[current]) {
        found.append((sorted[current], exact(sorted[current])))
      }
      place = parents[current]
      steps += 1
    }
    return found
  }

  /// The positions of all paths below a folder, in the order of the paths; at most `limit` paths.
  func below(_ folder: String, limit: Int) -> [Int] {
    var found: [Int] = []
    let start = firstPlace { Self.precedes(folder, $0) }
    for path in sorted[start...].prefix(limit) {
      guard RepositoryPath.lies(path, in: folder) else { break }
      found += exact(path)
    }
    return found
  }

  /// The first place whose path fits a condition that all after it fit, too.
  private func firstPlace(where fits: (String) -> Bool) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if fits(sorted[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func precedes(_ one: String, _ other: String) -> Bool {
    one.utf8.lexicographicallyPrecedes(other.utf8) { rank($0) < rank($1) }
  }

  /// Slashes come first: `a/b` stands before `a-b`.
  private static func rank(_ byte: UInt8) -> UInt8 { byte == UInt8(ascii: "/") ? 0 : byte }
}
