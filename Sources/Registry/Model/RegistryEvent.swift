package import GitStore

/// One thing that a tag did to the registry (`tags.md` §1).
package struct RegistryEvent: Hashable, Sendable {
  /// What it did; the raw value is GTO's priority among events of one second.
  package enum Kind: Int, Hashable, Sendable {
    case deprecation = 2
    case registration, deregistration, assignment, unassignment

    /// GTO's word for it.
    package var name: String {
      switch self {
      case .deprecation: "deprecation"
      case .registration: "registration"
      case .deregistration: "deregistration"
      case .assignment: "assignment"
      case .unassignment: "unassignment"
      }
    }

    /// Whether it adds something rather than taking it away.
    package var isAddition: Bool { self == .registration || self == .assignment }
  }

  package let kind: Kind

  /// The artifact's full name, `name` or `directory:name`.
  package let artifact: String

  /// The version, or the commit's full id where a stage was given to a commit without one;
  /// nothing for a deprecation.
  package let version: String?

  /// The stage of an assignment or unassignment.
  package let stage: String?

  /// The tag's name, as it stands inside the tag object.
  package let tag: String

  /// The object that the tag points at, not peeled.
  package let commit: ObjectID

  /// When and by whom the tag was made.
  package let tagger: GitIdentity

  /// The tag's message without its signature and without white space at its ends.
  package let message: String

  /// The form of the tag's signature, if it has one; nobody has checked it.
  package let signature: SignatureFormat?

  /// Whether the tag is an object of its own; GTO knows no others, a plain release tag may be none.
  package var isAnnotated = true

  /// When the tag was made.
  package var time: GitTime { tagger.time }
}
