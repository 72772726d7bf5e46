/// Finds what somebody probably meant.
package enum NearestName {
  /// The candidate within two edits of `name`, or that it is the beginning of; the first of equals.
  package static func among(_ candidates: some Sequence<String>, to name: String) -> String? {
    var best: (distance: Int, name: String)?
    for candidate in candidates where candidate != name {
      let distance = editDistance(Array(name.utf8), Array(candidate.utf8))
      let isPrefix = name.count >= 3 && candidate.hasPrefix(name)
      let rank = isPrefix ? min(distance, 2) : distance
      if rank <= 2, rank < best?.distance ?? 3, distance < candidate.utf8.count {
        best = (rank, candidate)
      }
    }
    return best?.name
  }

  /// The path beside `path` whose last part is nearest to its own.
  static func sibling(of path: String) -> String? {
    guard let slash = path.lastIndex(of: "/"), path.index(after: slash) < path.endIndex else {
      return among(FileStatus.names(in: "."), to: path)
    }
    let folder = path[..<slash]
    let name = String(path[path.index(after: slash)...])
    return among(FileStatus.names(in: folder.isEmpty ? "/" : String(folder)), to: name)
      .map { "\(folder)/\($0)" }
  }

  /// The number of insertions, deletions and replacements between two words.
  private static func editDistance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    guard abs(one.count - other.count) <= 2 else { return 3 }
    var row = Array(0...other.count)
    for (i, a) in one.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in other.enumerated() {
        let replaced = diagonal + (a == b ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
      }
    }
    return row[other.count]
  }
}
