import Registry

/// The pairs of versions of a model that pages are made of: each version against the one before it, and
/// the latest against each that holds a stage (`pages.md`, Compare).
struct ComparisonPairs: Sendable {
  /// Two versions by their places, the one that the other is compared with first.
  struct Pair: Hashable, Sendable {
    let baseline: Int
    let version: Int
  }

  /// By version, the greatest first.
  private(set) var all: [Pair] = []
  private var known: Set<Pair> = []

  /// By version, the places of its pairs.
  private var byVersion: [Int: [Int]] = [:]

  /// - Parameters:
  ///   - previous: For each version the place of the greatest active one below it.
  ///   - holders: The versions that hold stages, in the order of stages.
  ///   - limit: How many of the newest versions are compared with the one before.
  init(
    latest: Int?, previous: [Int?], holders: [Int], limit: Int?
  ) {
    if let latest {
      for holder in holders where holder != latest {
        append(Pair(baseline: holder, version: latest))
      }
    }
    for (version, baseline) in previous.enumerated().prefix(limit ?? previous.count) {
      if let baseline { append(Pair(baseline: baseline, version: version)) }
    }
  }

  func contains(_ pair: Pair) -> Bool { known.contains(pair) }

  /// The pairs that a version belongs to, those first in which it is the later one.
  func all(with place: Int) -> [Pair] {
    let pairs = (byVersion[place] ?? []).map { all[$0] }
    return pairs.filter { $0.version == place } + pairs.filter { $0.version != place }
  }

  private mutating func append(_ pair: Pair) {
    guard known.insert(pair).inserted else { return }
    byVersion[pair.version, default: []].append(all.count)
    byVersion[pair.baseline, default: []].append(all.count)
    all.append(pair)
  }
}
