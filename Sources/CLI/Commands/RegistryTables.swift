import GitStore
import Registry

/// The registry as a table: artifacts, their latest version, and a column for each stage.
struct RegistryTable {
  let table: TextTable

  /// The first column, as it is printed.
  let names: [String]

  init(_ state: GTOState, _ query: GTOQuery) {
    let stages = state.stages
    let shown = state.artifacts.filter { $0.isActive || query.includesDeprecated }
    let rows = shown.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }.map {
      artifact in
      let holders = Dictionary(
        artifact.holders(query).map { ($0.stage, $0.holders.map { shortened($0.version.name) }) },
        uniquingKeysWith: { first, _ in first })
      let cells = stages.map { stage in
        let names = holders[stage] ?? []
        return names.isEmpty ? "-" : names.joined(separator: ", ")
      }
      return [artifact.isRegistered ? artifact.name : "*\(artifact.name)"]
        + [artifact.latest?.name ?? "-"] + cells
    }
    names = rows.map { $0[0] }
    table = TextTable(headers: ["name", "latest"] + stages.map { "#\($0)" }, rows: rows)
  }
}

/// The versions of an artifact as a table.
struct VersionsTable {
  let table: TextTable

  init(_ rows: [GTOVersion], of artifact: GTOArtifact, _ query: GTOQuery) {
    let holders = artifact.holders(query)
    let name = artifact.isRegistered ? artifact.name : "*\(artifact.name)"
    table = TextTable(
      headers: ["artifact", "version", "stage", "created_at", "ref"],
      rows: rows.map { row in
        let stages = holders.filter { stage in
          stage.holders.contains { $0.version.name == row.name }
        }
        return [
          name, shortened(row.name), stages.map(\.stage).joined(separator: ", "),
          row.createdAt.tableText, shortened(row.ref),
        ]
      })
  }
}

/// A history as a table.
struct HistoryTable {
  let table: TextTable

  init(_ events: [RegistryEvent]) {
    table = TextTable(
      headers: ["timestamp", "artifact", "event", "version", "stage", "commit", "ref"],
      rows: events.map { event in
        [
          event.time.tableText, event.artifact, event.kind.name,
          event.version.map(shortened) ?? "-", event.stage ?? "-", event.commit.short, event.tag,
        ]
      })
  }
}

/// A commit's id in its short form; any other name as it is.
private func shortened(_ name: String) -> String {
  ObjectID(name) == nil ? name : String(name.prefix(7))
}
