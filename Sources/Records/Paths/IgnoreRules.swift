/// What a repository's `.dvcignore` files keep DVC from looking at, in the syntax of `.gitignore`
/// (`records.md` §2.1).
package struct IgnoreRules: Sendable {
  private struct Rule {
    let glob: Glob
    let isNegated: Bool
    let isOnlyForFolders: Bool

    /// The number of parts of the folder whose file holds the rule.
    let depth: Int
  }

  /// How many rules are followed in all; further ones are not.
  package static let ruleLimit = 10_000

  /// Whether there were more rules than are followed.
  package let exceedsLimit: Bool

  /// By folder; in a folder, the last rule first.
  private let rules: [String: [Rule]]

  /// Reads the files, each with the folder that it lies in.
  package init(_ files: [(folder: String, bytes: [UInt8])]) {
    var rules: [String: [Rule]] = [:]
    var count = 0
    for file in files.sorted(by: { $0.folder < $1.folder }) {
      guard let path = Glob.GlobPath(file.folder) else { continue }
      let folder = path.folders.last ?? ""
      let depth = path.parts.count
      let lines = String(decoding: file.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      for line in lines {
        guard let rule = Self.rule(line, depth: depth) else { continue }
        count += 1
        if count <= Self.ruleLimit { rules[folder, default: []].append(rule) }
      }
    }
    exceedsLimit = count > Self.ruleLimit
    self.rules = rules.mapValues { $0.reversed() }
  }

  /// Whether DVC does not look at a path: a rule says so of it or of a folder above it.
  ///
  /// - Parameter steps: what the comparisons are drawn from. Every rule is compared with every folder
  ///   on the way to every path; where that is too much, the number falls below zero, and the path
  ///   counts as one that no rule speaks of.
  package func ignores(_ path: String, isFolder: Bool, steps: inout Int) -> Bool {
    guard steps >= 0, !rules.isEmpty, let path = Glob.GlobPath(path) else { return false }
    let levels = path.folders.map { rules[$0] ?? [] }
    // What lies in an ignored folder cannot be brought back, so the way leads down from the root.
    for last in path.parts.indices {
      let isIgnored = isIgnored(
        path.parts[...last], following: levels[...last],
        isFolder: isFolder || last + 1 < path.parts.count, steps: &steps)
      if isIgnored { return true }
    }
    return false
  }

  /// Whether the rules say so of this very path: the deepest file's last fitting rule decides.
  private func isIgnored(
    _ path: ArraySlice<[Unicode.Scalar]>, following levels: ArraySlice<[Rule]>, isFolder: Bool,
    steps: inout Int
  ) -> Bool {
    for level in levels.reversed() {
      for rule in level where isFolder || !rule.isOnlyForFolders {
        let fits = rule.glob.matches(path[rule.depth...], steps: &steps)
        if steps < 0 { return false }
        if fits { return !rule.isNegated }
      }
    }
    return false
  }

  private static func rule(_ line: Substring, depth: Int) -> Rule? {
    var pattern = trimmed(line)
    guard !pattern.isEmpty, pattern.first != "#" else { return nil }
    let isNegated = pattern.first == "!"
    if isNegated { pattern = pattern.dropFirst() }
    let isOnlyForFolders = pattern.hasSuffix("/")
    if isOnlyForFolders { pattern = pattern.dropLast() }
    guard !pattern.isEmpty else { return nil }
    // A slash at the front or in the middle ties the pattern to the folder of its file.
    let glob = Glob(pattern.unicodeScalars.contains("/") ? String(pattern) : "**/\(pattern)")
    return Rule(glob: glob, isNegated: isNegated, isOnlyForFolders: isOnlyForFolders, depth: depth)
  }

  /// A line without the blanks around it and the byte order mark, as DVC takes it.
  private static func trimmed(_ line: Substring) -> Substring {
    let isBlank: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\u{FEFF}" }
    let start = line.unicodeScalars.drop(while: isBlank)
    guard let last = start.lastIndex(where: { !isBlank($0) }) else { return "" }
    return Substring(start[...last])
  }
}
