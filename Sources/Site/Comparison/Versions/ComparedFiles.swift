import Records
import Registry

/// The files that versions were made from and those that were made, by what they hold.
enum ComparedFiles {
  /// What a version reads that no stage of its pipeline wrote.
  static func inputs(of versions: [Version], baseline: Int) -> ComparedSection {
    let files = versions.map { version in
      distinct(version.records.lineage?.stages.flatMap(\.inputs).filter(isSource) ?? [])
    }
    return section(.inputs, files, baseline: baseline)
  }

  /// What the stages of a version wrote, the artifact among it.
  static func outputs(of versions: [Version], baseline: Int) -> ComparedSection {
    let files = versions.map { version in
      let lineage = version.records.lineage
      let made = lineage?.stages.flatMap(\.outputs) ?? []
      return distinct(made.isEmpty ? lineage?.artifact.map { [$0] } ?? [] : made)
    }
    return section(.outputs, files, baseline: baseline)
  }

  private static func isSource(_ file: LineageFile) -> Bool {
    if case .stage = file.origin { return false }
    return true
  }

  private static func distinct(_ files: [LineageFile]) -> [LineageFile] {
    var seen: Set<String> = []
    return files.filter { !$0.hashes.isEmpty && seen.insert($0.path).inserted }
  }

  private static func section(
    _ kind: ComparedSection.Kind, _ files: [[LineageFile]], baseline: Int
  ) -> ComparedSection {
    let hashes = files.map { list in
      Dictionary(
        list.map { ($0.path, $0.hashes) }, uniquingKeysWith: { first, _ in first })
    }
    let paths = distinct(files.reversed().flatMap(\.self)).map(\.path)
    let rows = paths.map { path in
      let lists = hashes.map { $0[path] ?? [] }
      let algorithm = common(lists.filter { !$0.isEmpty })
      let cells = lists.map { list in
        let hash = list.first { $0.algorithm == algorithm } ?? list.first
        return ComparedCell(
          hash.map { .text(SiteText.singleLine($0.value, limit: 200)) }, hash: hash)
      }
      return ComparedRow(
        label: SiteText.singleLine(PublicAddress.cleaned(path), limit: 500), cells: cells,
        baseline: baseline, isNumeric: false, keepsTypes: true)
    }
    return ComparedSection(
      kind: kind, groups: rows.isEmpty ? [] : [ComparedSection.Group(file: nil, rows: rows)])
  }

  /// The kind of digest that all have.
  private static func common(_ lists: [[ContentHash]]) -> ContentHash.Algorithm? {
    lists.first?.lazy.map(\.algorithm).first { algorithm in
      lists.allSatisfy { $0.contains { $0.algorithm == algorithm } }
    }
  }
}
