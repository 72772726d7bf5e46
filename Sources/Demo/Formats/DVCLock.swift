/// A stage of a pipeline as it ran last.
struct LockedStage {
  let name: String
  let command: String
  let inputs: [DVCEntry]

  /// The part of `params.yaml` that the stage names, as YAML.
  var parameters = ""
  let outputs: [DVCEntry]
}

/// Writes `dvc.lock` as DVC 3 does: stages by name, files by path.
enum DVCLock {
  /// The lock file of a pipeline.
  static func file(_ stages: [LockedStage]) -> StoryFile {
    let sorted = stages.sorted { $0.name < $1.name }
    let lines = ["schema: '2.0'", "stages:"] + sorted.flatMap(lines)
    return StoryFile("dvc.lock", lines.joined(separator: "\n"))
  }

  private static func lines(of stage: LockedStage) -> [String] {
    var lines = ["  \(stage.name):", "    cmd: \(stage.command)"]
    lines += list("deps", stage.inputs)
    if !stage.parameters.isEmpty {
      lines += ["    params:", "      params.yaml:"]
      lines += stage.parameters.split(separator: "\n").map { "        \($0)" }
    }
    return lines + list("outs", stage.outputs)
  }

  /// DVC refuses a list without entries, so an empty one is left out.
  private static func list(_ key: String, _ entries: [DVCEntry]) -> [String] {
    entries.isEmpty
      ? [] : ["    \(key):"] + entries.sorted { $0.path < $1.path }.flatMap(\.lockLines)
  }
}
