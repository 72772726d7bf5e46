package import GitStore
package import Records

/// A version of an artifact: a name that a registration gave to a commit.
package struct Version: Sendable {
  /// The name as in the tag, `v1.2.3`.
  package let name: String

  /// The commit, peeled where the tag points at another tag.
  package let commit: ObjectID

  /// The commit's own facts; nothing where it can't be read.
  package let commitObject: CommitObject?

  /// Whether the newest of its registrations and deregistrations is a registration.
  package let isActive: Bool

  /// Its registrations and deregistrations, oldest first.
  package let events: [RegistryEvent]

  /// The stages that it holds now.
  package let stages: [StageHolder]

  /// What dvc.yaml or artifacts.yaml said of the artifact at this commit.
  package let annotation: Annotation?

  /// Other commits under the same name: GTO keeps them as versions of their own, and only one of
  /// them can have the page.
  package let otherCommits: [ObjectID]

  /// What was logged of it: metrics, params and lineage.
  package var records = VersionRecords()

  /// What happened to its inputs since the active version below it; nothing for the first.
  package var changes: InputHistory?

  /// What describes it.
  package var card: VersionCard?

  /// Its plots, those of the artifact's own pipeline first, then in the order of the definitions.
  package var plots: [VersionPlot] = []

  /// The newest registration; nothing for a version that was only ever deregistered.
  package var registration: RegistryEvent? { events.last { $0.kind == .registration } }

  /// The event that took the version away; nothing while it is active.
  package var deregistration: RegistryEvent? {
    isActive ? nil : events.last { $0.kind == .deregistration }
  }
}
