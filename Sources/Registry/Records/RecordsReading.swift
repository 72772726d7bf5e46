import Cards
import Formats
import Records

/// What was logged about the versions of a repository.
package struct RecordsReading: Sendable {
  /// By artifact and version.
  var versions: [VersionKey: VersionRecords] = [:]
  var changes: [VersionKey: InputHistory] = [:]
  var cards: [VersionKey: VersionCard] = [:]
  var plots: [VersionKey: [VersionPlot]] = [:]

  /// Where the bytes lie of those files of Git that the site hands out, by their blobs.
  var published: [String: Spool.Place] = [:]

  /// By artifact, the newest first.
  var candidates: [String: [Candidate]] = [:]

  /// What could not be read.
  var diagnostics: [Diagnostic] = []

  /// The same by version, whether or not it was told of another one before.
  var problems: [RepositoryFacts.VersionProblems] = []

  /// Which folders belong to which models.
  var claims = Checksum(value: 0)

  /// Whether nothing is missing that might be had another time.
  var isSettled = true

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

  func plots(_ artifact: String, _ version: String) -> [VersionPlot] {
    plots[VersionKey(artifact: artifact, version: version)] ?? []
  }

  func candidates(_ artifact: String) -> [Candidate] { candidates[artifact] ?? [] }

  func changes(_ artifact: String, _ version: String) -> InputHistory? {
    changes[VersionKey(artifact: artifact, version: version)]
  }
}
