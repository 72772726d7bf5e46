import Records

/// What has to hold for the rules of `.dvcignore` files: each of the input's files is one, by the
/// folder that it lies in; the one named `paths` lists what is asked for.
enum IgnoreRulesCheck {
  static func run(_ bytes: [UInt8]) {
    let parts = InputParts(bytes).files
    let files = parts.filter { $0.name != "paths" && isFolder($0.name) }
      .map { (folder: $0.name, bytes: $0.bytes) }
    let rules = IgnoreRules(files)
    let reversed = IgnoreRules(files.reversed())
    var steps = Int.max
    let paths = parts.first { $0.name == "paths" }.map { InputParts.lines($0.bytes) } ?? []
    for path in paths.prefix(16) {
      let isIgnored = rules.ignores(path, isFolder: true, steps: &steps)
      expect(
        reversed.ignores(path, isFolder: true, steps: &steps) == isIgnored,
        "the order counts: \(path)")
      guard isIgnored, path.utf8.count < 4_000 else { continue }
      expect(
        rules.ignores("\(path)/q", isFolder: false, steps: &steps), "brought back below: \(path)")
    }
    checkLength(files, paths.first ?? "a/")
  }

  private static func isFolder(_ name: String) -> Bool {
    RepositoryPath(name, in: "") == .inside(name)
  }

  /// Many rules and the longest path made of one end where the steps are spent.
  private static func checkLength(_ files: [(folder: String, bytes: [UInt8])], _ path: String) {
    let long = files.map { file in
      let lines = file.bytes.count { $0 == 10 }
      let count = min(IgnoreRules.ruleLimit / max(lines, 1), (1 << 13) / max(file.bytes.count, 1))
      return (file.folder, Array([[UInt8]](repeating: file.bytes, count: max(count, 1)).joined()))
    }
    let text = String(repeating: path, count: 4_096 / max(path.utf8.count, 1))
    var steps = 500_000
    _ = IgnoreRules(long).ignores(text, isFolder: false, steps: &steps)
  }
}
