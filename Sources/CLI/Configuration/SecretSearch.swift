import Formats
import Registry

/// Finds passwords and tokens in a configuration, which is committed and read by others.
enum SecretSearch {
  /// How tokens of well-known services begin, and how long they are at least.
  private static let tokens: [(prefix: String, length: Int)] = [
    ("ghp_", 20), ("gho_", 20), ("ghs_", 20), ("github_pat_", 30), ("glpat-", 20), ("hf_", 20),
    ("xoxb-", 20), ("xoxp-", 20), ("AKIA", 20), ("sk-", 30), ("npm_", 20), ("pypi-", 30),
  ]

  /// A warning for each text that holds a secret, without the secret (`bad-input.md`, F012).
  static func diagnostics(in node: YAMLNode, file: String) -> [Diagnostic] {
    switch node.content {
    case .scalar(let text, _):
      guard holdsSecret(text) else { return [] }
      return [
        Diagnostic(
          "F012", .warning,
          at: DiagnosticPlace(repository: file, line: node.line, column: node.column),
          problem: "a password or a token stands in the configuration",
          consequence: "used as it is, and shown nowhere",
          help: "revoke it, and let git or the storage command read it from the environment")
      ]
    case .sequence(let items): return items.flatMap { diagnostics(in: $0, file: file) }
    case .mapping(let entries): return entries.flatMap { diagnostics(in: $0.value, file: file) }
    }
  }

  static func holdsSecret(_ text: String) -> Bool {
    text.split { " \t\n'\"=,;".contains($0) }.contains { word in
      hasPassword(word) || tokens.contains { word.hasPrefix($0.prefix) && word.count >= $0.length }
    }
  }

  /// `scheme://user:password@host`, but for a placeholder in the password's place.
  private static func hasPassword(_ word: Substring) -> Bool {
    guard let mark = word.firstRange(of: "://") else { return false }
    let authority = word[mark.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard let at = authority.lastIndex(of: "@") else { return false }
    let user = authority[..<at]
    guard let colon = user.firstIndex(of: ":") else { return false }
    let password = user[user.index(after: colon)...]
    return !password.isEmpty && !"{$*".contains(password.first ?? "*")
  }
}
