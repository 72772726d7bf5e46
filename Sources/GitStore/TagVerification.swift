import Subprocess

/// What Git says of the signature of a tag.
package enum TagVerdict: Hashable, Sendable {
  case valid, unsigned, bad, unknownKey, expired

  /// The program that verifies cannot be run.
  case toolMissing
}

/// Verifies tags with programs and keys that the repository has no say in (`hostile-input.md` §4).
package struct TagVerification: Sendable {
  private let command: GitCommand
  private let allowedSigners: String?
  private let keyring: String?

  /// - Parameters:
  ///   - allowedSigners: the absolute path of the file of SSH keys that count.
  ///   - keyring: the absolute path of GnuPG's home folder with the keys that count.
  package init(_ repository: GitRepository, allowedSigners: String?, keyring: String?) {
    command = repository.command
    self.allowedSigners = allowedSigners
    self.keyring = keyring
  }

  /// Verifies the tag object of that id.
  ///
  /// One process, and the one that it starts.
  package func verdict(on tag: ObjectID) async throws(GitError) -> TagVerdict {
    let options = [
      "gpg.program=/usr/bin/gpg", "gpg.openpgp.program=/usr/bin/gpg",
      "gpg.ssh.program=/usr/bin/ssh-keygen", "gpg.x509.program=false",
      "gpg.ssh.allowedSignersFile=\(allowedSigners ?? "/dev/null")",
      "gpg.ssh.revocationFile=", "gpg.minTrustLevel=undefined",
    ].flatMap { ["-c", $0] }
    let answer = try await command.run(
      options + ["verify-tag", "--raw", tag.hex],
      variables: ["GNUPGHOME": keyring ?? "/nonexistent"])
    return answer.succeeded ? .valid : Self.verdict(answer.message)
  }

  /// Git says “Good” of SSH signatures by strangers, too; here it is known that it refused.
  static func verdict(_ message: String) -> TagVerdict {
    let says = { (words: String) in message.contains(words) }
    if says("no signature found") { return .unsigned }
    if says("cannot run") || says("cannot exec") {
      return .toolMissing
    }
    if says("EXPKEYSIG") || says("EXPSIG") || says("REVKEYSIG") { return .expired }
    if says("NO_PUBKEY") || says("ERRSIG") || says("No principal matched") { return .unknownKey }
    return .bad
  }
}
