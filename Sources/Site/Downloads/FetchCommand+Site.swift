import Records
import Registry

/// Commands that ask this site.
extension FetchCommand {
  /// By the scripts that the site serves and by this program, and how to check the result; nothing where
  /// nobody knows the site's address.
  ///
  /// - Parameter choice: `@v1.2.0`, `@latest` or `#prod`.
  static func site(_ choice: String, in scope: Scope) -> [FetchCommand] {
    guard let site = scope.site else { return [] }
    return fetching(choice, from: site, in: scope) + checking(from: site, in: scope)
  }

  /// What lies in Git or in a folder of a machine alone, no site can hand out.
  static func fetching(
    _ choice: String, from site: String, in scope: Scope
  ) -> [FetchCommand] {
    guard !scope.files.isEmpty, scope.files.allSatisfy({ !$0.urls.isEmpty }) else { return [] }
    let model = ShellWord.quoted("\(scope.repository.id)/\(scope.artifact.name)\(choice)")
    let from = "--from \(ShellWord.quoted(site)) \(model)"
    let ours = FetchCommand(tool: "Vitrine", line: "vitrine get \(from)")
    guard scope.files.allSatisfy({ $0.webURL != nil }) else { return [ours] }
    func piped(_ script: SitePath, _ tool: String, into program: String) -> FetchCommand {
      let address = ShellWord.quoted(site + script.encoded)
      return FetchCommand(tool: tool, line: "curl -fsSL \(address) | \(program) \(from)")
    }
    return [
      piped(SiteAddresses.shellScript, "Shell", into: "sh -s --"),
      piped(SiteAddresses.pythonScript, "Python", into: "python3 -"), ours,
    ]
  }

  private static func checking(from site: String, in scope: Scope) -> [FetchCommand] {
    guard let checksums = scope.checksums else { return [] }
    let address = ShellWord.quoted(site + checksums.encoded)
    return [FetchCommand(tool: "Check", line: "curl -fsSL \(address) | md5sum -c")]
  }
}

extension ArtifactFile {
  /// The first of its addresses in the web.
  var webURL: String? {
    urls.first { $0.hasPrefix("https://") || $0.hasPrefix("http://") || !$0.contains("://") }
  }
}
