/// A stage of a project with all variables put in (`records.md` §2.5).
package struct ResolvedStage: Sendable {
  /// Where a stage reads or writes.
  package enum Path: Hashable, Sendable {
    /// Relative to the repository's root; empty for the root.
    case inside(String)
    /// An address or an absolute path, without credentials.
    case external(String)
    /// As written, with variables that nothing is known of.
    case unresolved(String)

    /// The path inside the repository, if it is one.
    package var inside: String? {
      guard case .inside(let path) = self else { return nil }
      return path
    }
  }

  /// Something that the stage writes.
  package struct Output: Hashable, Sendable {
    package let path: Path

    /// Whether it holds metrics.
    package internal(set) var isMetrics: Bool

    /// Whether DVC keeps the contents; where not, they lie in Git.
    package internal(set) var isCached = true

    /// The remote that it names for itself.
    package internal(set) var remote: String?
  }

  /// Params of one file that the stage depends on.
  package struct Params: Hashable, Sendable {
    /// Relative to the repository's root.
    package let path: String

    /// With dots between their parts; nothing for the whole file.
    package let keys: [String]?
  }

  /// As DVC addresses it: `train`, `train@us`, `nlp/dvc.yaml:train`.
  package let name: String

  /// The path of the dvc.yaml; of the dvc.lock where only that knows the stage.
  package let pipeline: String

  /// The folder that its paths start from; nothing where that depends on variables that nothing is
  /// known of.
  package let folder: String?

  /// What it runs, as dvc.yaml has it.
  package let commands: [String]
  package let inputs: [Path]
  package let outputs: [Output]
  package let params: [Params]

  /// The values of files that `${…}` put into its texts.
  let usedVariables: [Params]

  /// Its name in its own file.
  let key: String

  /// Where the stage stands in its file.
  let place: PlacedText

  /// The stage as it ran, and the dvc.lock that says so.
  let locked: LockedStage?
  let lockPath: String

  /// Places a path of the stage's.
  static func place(_ written: String, in folder: String?) -> Path? {
    guard let folder else { return .unresolved(written) }
    // Looked at before the path is taken apart: many short paths can start from one deep folder.
    let slashes = [folder, written].reduce(0) { $0 + $1.utf8.count { $0 == UInt8(ascii: "/") } }
    guard written.utf8.count <= pathLimit, slashes <= depthLimit else { return nil }
    switch RepositoryPath(written, in: folder) {
    case .inside(let path): return path.utf8.count <= pathLimit ? .inside(path) : nil
    case .external(let address): return .external(ExternalAddress.withoutCredentials(address))
    case .refused: return nil
    }
  }

  /// The longest path, in bytes; Git has no longer ones on Linux.
  static let pathLimit = 4096

  /// How many folders a path may go through.
  private static let depthLimit = 256
}
