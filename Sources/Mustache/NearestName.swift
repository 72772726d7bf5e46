/// Finds what someone who mistyped a name may have meant.
enum NearestName {
  /// Returns "; did you mean “x”?" for the nearest name at most two edits away, else nothing.
  static func hint(for word: String, among names: [String]) -> String {
    let limit = min(2, word.unicodeScalars.count - 1)
    let near = names.map { (distance(word, $0), $0) }.filter { $0.0 <= limit }
    return near.min { $0 < $1 }.map { "; did you mean “\($0.1)”?" } ?? ""
  }

  /// Counts the insertions, deletions and replacements that turn one word into the other.
  static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right.unicodeScalars)
    var row = Array(0...right.count)
    for (index, scalar) in left.unicodeScalars.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in right.indices {
        let replaced = diagonal + (scalar == right[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
      }
    }
    return row[right.count]
  }
}
