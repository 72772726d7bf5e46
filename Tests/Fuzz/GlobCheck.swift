import Records

/// What has to hold for a pattern of paths; the input's first line is one, the others are paths.
enum GlobCheck {
  static func run(_ bytes: [UInt8]) {
    let lines = InputParts.lines(bytes)
    guard let pattern = lines.first else { return }
    let glob = Glob(pattern)
    for path in lines.dropFirst().prefix(16) {
      let isMatch = glob.matches(path)
      checkBelow(pattern, path, isMatch: isMatch)
      checkLiteral(path)
      checkPadding(glob, pattern, path, isMatch: isMatch)
    }
    checkLength(pattern, lines.dropFirst().first ?? pattern)
  }

  /// What fits a pattern fits it in any folder, too, where the pattern says so.
  private static func checkBelow(_ pattern: String, _ path: String, isMatch: Bool) {
    guard isMatch, pattern.utf8.count < 4_000, path.utf8.count < 4_000 else { return }
    expect(Glob("**/\(pattern)").matches("q/\(path)"), "not below a folder: \(pattern) \(path)")
    expect(Glob("q/\(pattern)").matches("q/\(path)"), "not in a folder: \(pattern) \(path)")
  }

  /// Empty parts say nothing, in patterns and in paths.
  private static func checkPadding(
    _ glob: Glob, _ pattern: String, _ path: String, isMatch: Bool
  ) {
    guard pattern.utf8.count < 4_000, path.utf8.count < 4_000 else { return }
    expect(glob.matches("/\(path)//") == isMatch, "slashes count: \(pattern) \(path)")
    expect(Glob("./\(pattern)//").matches(path) == isMatch, "slashes count: \(pattern) \(path)")
  }

  /// A path with backslashes before every character is a pattern for itself and nothing longer.
  private static func checkLiteral(_ path: String) {
    var pattern = String.UnicodeScalarView()
    for scalar in path.unicodeScalars {
      if scalar != "/" { pattern.append("\\") }
      pattern.append(scalar)
    }
    let glob = Glob(String(pattern))
    guard String(pattern).utf8.count <= 4_000, path.utf8.count < 4_000 else { return }
    expect(glob.matches(path), "does not fit itself: \(path)")
    expect(!glob.matches("\(path)q"), "fits more than itself: \(path)")
    expect(!glob.matches("q/\(path)"), "fits more than itself: \(path)")
  }

  /// A long pattern and a long path made of these take no longer than libFuzzer waits.
  private static func checkLength(_ pattern: String, _ path: String) {
    for separator in ["", "/"] {
      let long = Glob(repeated(pattern + separator))
      _ = long.matches(repeated(path + separator))
    }
  }

  private static func repeated(_ text: String) -> String {
    String(repeating: text, count: 1_024 / max(text.utf8.count, 1))
  }
}
