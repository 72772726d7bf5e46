package import Formats

/// A model, or another named thing, that a repository registers.
package struct Artifact: Sendable {
  /// Whether it is in use, by GTO's rules (`tags.md` §2.6).
  package enum Status: String, Sendable {
    case active, deprecated
    /// Known only from an annotation at the default branch.
    case unregistered
  }

  /// The full name: `name`, or `directory:name`.
  package let name: String
  package let status: Status

  /// Registered versions by SemVer precedence, greatest first, deregistered ones among them; each
  /// name once.
  package let versions: [Version]

  /// The place of the latest version in `versions`.
  package let latestIndex: Int?

  /// The stages that something holds now, in the repository's order of stages.
  package let stages: [StageHolding]

  /// Who held what from when to when, oldest first.
  package let intervals: [StageInterval]

  /// All its events, newest first, in the order of GTO's history.
  package let events: [RegistryEvent]

  /// What the annotation files say of it at HEAD.
  package let headAnnotation: Annotation?

  /// Iterations that could be registered, the newest first; only where the site asks for them.
  package var candidates: [Candidate] = []

  /// What tells all of this from what it was before, the contents of cards and plots included; only where
  /// it was read from kept facts, or is kept.
  package internal(set) var digest: Checksum?

  /// The greatest active version.
  package var latest: Version? { latestIndex.map { versions[$0] } }

  /// The annotation that stands for the artifact as a whole: the latest version's, else HEAD's.
  package var annotation: Annotation? {
    latest?.annotation ?? headAnnotation ?? versions.lazy.compactMap(\.annotation).first
  }

  /// The deprecation in force.
  package var deprecation: RegistryEvent? {
    status == .deprecated ? events.first { $0.kind == .deprecation } : nil
  }

  /// The holding of one stage.
  package func holding(of stage: String) -> StageHolding? {
    stages.first { $0.stage == stage }
  }
}
