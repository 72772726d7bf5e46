/// What the `.dvc` files of a project track (`records.md` §8).
struct TrackedData: Sendable {
  /// A file or folder.
  struct Item: Sendable {
    /// Relative to the repository's root.
    let path: String

    /// The path of the `.dvc` file.
    let tracker: String
    let entry: DataEntry

    /// What it was imported from.
    let source: DataEntry?

    /// What whoever fetches it needs to know of its source.
    var outputSource: TrackedOutput.Source? {
      guard let source else { return nil }
      if let repository = source.repository {
        return .repository(
          address: repository.address, path: source.path.text,
          revision: repository.lockedRevision ?? repository.revision)
      }
      return .address(
        ExternalAddress.withoutCredentials(source.path.text), size: source.size, hash: source.hash)
    }

    /// Where it comes from.
    var origin: LineageFile.Origin {
      guard let source else { return .tracked(by: tracker) }
      if let repository = source.repository {
        return .imported(
          repository: repository.address, path: source.path.text, revision: repository.revision,
          lockedRevision: repository.lockedRevision)
      }
      return .downloaded(address: ExternalAddress.withoutCredentials(source.path.text))
    }
  }

  let all: [Item]
  private let index: PathIndex

  init(_ items: [Item]) {
    all = items
    index = PathIndex(items.map(\.path))
  }

  /// What is tracked at a path itself.
  func exact(_ path: String) -> Item? { index.exact(path).first.map { all[$0] } }

  /// The nearest tracked folder above a path.
  func above(_ path: String) -> Item? {
    index.above(path).first?.positions.first.map { all[$0] }
  }

  /// The first of what is tracked below a folder.
  func below(_ folder: String) -> Item? { index.below(folder, limit: 1).first.map { all[$0] } }
}
