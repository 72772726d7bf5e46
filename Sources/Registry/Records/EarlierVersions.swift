import Cards
import Formats
import GitStore
import Records

/// Versions of a repository as they were read before: what a version's commit holds does not change, so
/// most of them need not be read again.
struct EarlierVersions: Sendable {
  private struct Key: Hashable {
    let artifact: String
    let tree: ObjectID
  }

  private let versions: [Key: VersionReading]
  private let claims: Checksum

  /// Where the bytes lie of files that sites hand out, by their blobs.
  let published: [String: Spool.Place]

  /// Takes the versions of facts that were kept.
  ///
  /// - Parameter includesUnsettled: Whether also those of which something is missing that might be had now.
  init(_ facts: RepositoryFacts, includesUnsettled: Bool) {
    var problems: [RecordsReading.VersionKey: RepositoryFacts.VersionProblems] = [:]
    for entry in facts.problems {
      problems[.init(artifact: entry.artifact, version: entry.version)] = entry
    }
    var versions: [Key: VersionReading] = [:]
    for artifact in facts.repository.artifacts {
      for version in artifact.versions {
        guard let tree = version.commitObject?.tree,
          let told = problems[.init(artifact: artifact.name, version: version.name)],
          told.isSettled || includesUnsettled
        else { continue }
        versions[Key(artifact: artifact.name, tree: tree)] = VersionReading(
          annotation: version.annotation, records: version.records, card: version.card,
          plots: version.plots, isSettled: told.isSettled,
          unmetPatterns: told.unmetPatterns, problems: told.records,
          plotProblems: told.plots,
          cardProblems: told.card)
      }
    }
    self.versions = versions
    claims = facts.claims
    published = facts.repository.published
  }

  /// What was read of a model at a commit, if everything that it hangs on is the same.
  func version(
    of artifact: String, tree: ObjectID, annotation: Annotation?, claims: Checksum
  ) -> VersionReading? {
    guard let version = versions[Key(artifact: artifact, tree: tree)],
      version.annotation == annotation, claims == self.claims
    else { return nil }
    return version
  }
}

/// All that was read of one version's files.
struct VersionReading: Sendable {
  let annotation: Annotation?
  var records = VersionRecords()
  var card: VersionCard?
  var plots: [VersionPlot] = []

  /// Whether nothing is missing that might be had another time.
  var isSettled = true

  /// The configured patterns that fit no file.
  var unmetPatterns: [String] = []

  /// What was found wrong, whether or not it was told of another version before.
  var problems: [RecordProblem] = []
  var plotProblems: [RecordProblem] = []
  var cardProblems: [RecordProblem] = []
}
