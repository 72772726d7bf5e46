package import GitStore

/// A tag that is to be made, and what it does.
package struct PlannedTag: Equatable, Sendable {
  package let name: String
  package let commit: ObjectID
  package let message: String

  /// The rest of GTO's sentence “Created git tag 'NAME' that …”.
  package let effect: String
}

/// How the name of a tag is written.
package enum TagStyle: Sendable {
  /// As short as may be: a version without a counter, a stage with one.
  case automatic

  /// Without a counter, so that it can be written only once.
  case simple

  /// With a counter.
  case counted

  /// Whether a name has no counter, where `automatic` means this.
  func isSimple(byDefault isSimple: Bool) -> Bool {
    switch self {
    case .automatic: isSimple
    case .simple: true
    case .counted: false
    }
  }
}

/// What the user says of a tag besides what it does.
package struct TagWish: Sendable {
  /// Instead of GTO's own words.
  package var message: String?
  package var style = TagStyle.automatic

  /// Whether what is done already is done again.
  package var isForced = false

  /// Wishes nothing in particular.
  package init() {}
}

/// Which number of a version goes up.
package enum VersionBump: Sendable {
  case major, minor, patch
}
