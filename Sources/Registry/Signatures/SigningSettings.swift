/// Which tags have to be signed, and whose signatures count (`cli.md`, `rules.signed_tags`).
package struct SigningSettings: Hashable, Sendable {
  /// Stages whose current assignments have to be signed; nothing for all.
  package var stages: [String]?

  /// Whether registrations of active versions have to be signed.
  package var versions = true

  /// The file of SSH keys that count, as `ssh-keygen` reads it; an absolute path.
  package var allowedSigners: String?

  /// The folder of GnuPG keys that count; an absolute path.
  package var keyring: String?

  /// How much each finding weighs, by code.
  package var severities: [String: Diagnostic.Severity] = [:]

  /// Demands signatures of all versions and stages.
  package init() {}
}
