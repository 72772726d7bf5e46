package import Formats

/// What a file in the repository says about an artifact (`records.md` §1.2 and §2.3).
package struct Annotation: Equatable, Sendable {
  /// The file at whose commit-time contents the annotation was found, relative to the repository's root.
  package let file: String

  /// Free text; registries show `model` by default.
  package let type: String?

  /// The artifact's path as written, relative to the folder of `file`; it may be a URL.
  package let writtenPath: String?

  /// The artifact's path relative to the repository's root, or the URL or absolute path as written.
  package let path: String?
  package let description: String?
  package let labels: [String]

  /// `meta` of dvc.yaml, `custom` of artifacts.yaml.
  package let custom: JSONValue?

  /// Whether artifacts.yaml calls the artifact virtual; GTO's default is true.
  package let isVirtual: Bool
}
