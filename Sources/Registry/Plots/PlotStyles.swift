import GitStore
import Records

/// Reads the templates that repositories have of their own, each distinct one once
/// (`records.md` §6.4).
struct PlotStyles {
  private var templates = BlobReader(sizeLimit: 1 << 20) { $0 }
  private var styles: [Key: PlotStyle] = [:]

  private struct Key: Hashable {
    let id: ObjectID
    let name: String
  }

  /// Reads the templates that names stand for at commits.
  mutating func read(
    _ wanted: [(name: String, tree: ObjectID, project: String)], _ trees: CommitTrees,
    _ objects: inout ObjectReader
  ) async throws(GitError) {
    let keys = wanted.compactMap { Self.key($0.name, $0.tree, $0.project, trees) }.distinct()
      .filter { styles[$0] == nil }
    try await templates.read(keys.map(\.id), &objects)
    for key in keys {
      styles[key] = templates.parsed[key.id].map { PlotStyle(custom: $0, name: key.name) }
    }
  }

  /// What a name stands for at a commit: the repository's own template before one of DVC's.
  func style(
    _ written: String, in tree: ObjectID, project: String, _ trees: CommitTrees
  ) -> PlotStyle {
    if let style = Self.key(written, tree, project, trees).flatMap({ styles[$0] }) { return style }
    let name = Self.name(of: written)
    return PlotStyle(builtIn: name)
      ?? PlotStyle(
        .linear, note: "there is no template “\(written)” at this commit; lines are drawn instead")
  }

  private static func key(
    _ written: String, _ tree: ObjectID, _ project: String, _ trees: CommitTrees
  ) -> Key? {
    let places = [".dvc/plots/\(written).json", ".dvc/plots/\(written)", written]
    for place in places {
      guard let path = RepositoryPath(place, in: project).inside,
        let entry = trees.entry(at: path, in: tree), entry.mode.isFile
      else { continue }
      return Key(id: entry.id, name: name(of: written))
    }
    return nil
  }

  /// A path's last part without `.json`.
  private static func name(of written: String) -> String {
    let last = written.split(separator: "/").last.map(String.init) ?? written
    return last.hasSuffix(".json") ? String(last.dropLast(5)) : last
  }
}
