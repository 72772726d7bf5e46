import Records

/// What was logged about the versions of a repository.
package struct RecordsReading: Sendable {
  /// By artifact and version.
  var versions: [VersionKey: VersionRecords] = [:]
  var changes: [VersionKey: InputHistory] = [:]
  var cards: [VersionKey: VersionCard] = [:]

  /// By artifact, the newest first.
  var candidates: [String: [Candidate]] = [:]

  /// What could not be read.
  var diagnostics: [Diagnostic] = []

  struct VersionKey: Hashable {
    let artifact: String
    let version: String
  }

  func records(_ artifact: String, _ version: String) -> VersionRecords {
    versions[VersionKey(artifact: artifact, version: version)] ?? VersionRecords()
  }

  func card(_ artifact: String, _ version: String) -> VersionCard? {
    cards[VersionKey(artifact: artifact, version: version)]
  }

  func candidates(_ artifact: String) -> [Candidate] { candidates[artifact] ?? [] }

  func changes(_ artifact: String, _ version: String) -> InputHistory? {
    changes[VersionKey(artifact: artifact, version: version)]
  }
}
