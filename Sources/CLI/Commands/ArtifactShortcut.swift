import Registry

/// What `show` takes for an artifact: a name, alone or with the version or stage that is meant.
struct ArtifactShortcut {
  private enum Choice {
    case all, latest
    case version(String)
    case stage(String)
  }

  let artifact: String
  private let choice: Choice

  /// Text that is no shortcut is taken for a name, whatever it holds.
  init(_ text: String) {
    if let mark = text.lastIndex(of: "@"), ArtifactName.isFullName(String(text[..<mark])) {
      let version = String(text[text.index(after: mark)...])
      if version == "latest" || version == "greatest" {
        artifact = String(text[..<mark])
        choice = .latest
        return
      }
      if SemanticVersion.matchesTagPattern(version) {
        artifact = String(text[..<mark])
        choice = .version(version)
        return
      }
    }
    if let mark = text.firstIndex(of: "#"), ArtifactName.isFullName(String(text[..<mark])),
      ArtifactName.isStage(String(text[text.index(after: mark)...]))
    {
      artifact = String(text[..<mark])
      choice = .stage(String(text[text.index(after: mark)...]))
      return
    }
    artifact = text
    choice = .all
  }

  /// The rows that are meant, in their order.
  func select(_ rows: [GTOVersion], _ artifact: GTOArtifact, _ query: GTOQuery) -> [GTOVersion] {
    switch choice {
    case .all: return rows
    case .latest: return Array(rows.prefix(1))
    case .version(let name): return rows.filter { $0.name == name }
    case .stage(let stage):
      // As in GTO, a row comes once for each holder of its name.
      let holders = artifact.holders(query).first { $0.stage == stage }?.holders ?? []
      return rows.flatMap { row in
        holders.filter { $0.version.name == row.name }.map { _ in row }
      }
    }
  }
}
