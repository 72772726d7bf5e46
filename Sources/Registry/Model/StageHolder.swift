package import GitStore

/// A version, or a commit without one, that holds a stage.
package struct StageHolder: Hashable, Sendable {
  package let stage: String

  /// The version's name, or the commit's full id where it has none.
  package let version: String

  package let commit: ObjectID

  /// Whether `version` is a registered version rather than a commit id.
  package let isRegistered: Bool

  /// The newest assignment, which made it the holder.
  package let assignment: RegistryEvent
}

/// Who holds one stage of an artifact.
package struct StageHolding: Sendable {
  package let stage: String

  /// Who holds it by GTO's rule: the newest active assignment (`tags.md` §2.5).
  package let holder: StageHolder

  /// Older versions that were never unassigned, newest assignment first; the stage falls back to
  /// the first of them when the holder goes.
  package let shadowed: [StageHolder]
}

/// A span of time in which one version held a stage.
package struct StageInterval: Sendable {
  package let stage: String

  /// The version's name, or the commit's full id where it has none.
  package let version: String

  /// The event from which on it held the stage: its assignment, or what made the stage fall back to it.
  package let begin: RegistryEvent

  /// The event that ended it; nothing while it holds.
  package let end: RegistryEvent?
}
