import Formats
import GitStore
import Records

/// Takes from what was logged at a commit what concerns one artifact.
struct VersionRecordsAssembler {
  let records: CommitRecords

  /// The full name, `name` or `folder:name`.
  let artifact: String
  let scope: RecordScope
  let annotation: Annotation?

  /// Whether a path lies in Git at that commit.
  let isInGit: (String) -> Bool

  /// The folder that the artifact belongs to by its name.
  private var folder: String { AnnotationReader.split(artifact).folder }

  /// Where the artifact lies in the repository, if it says so.
  private var path: String? {
    annotation?.path.flatMap { RepositoryPath($0, in: "").inside }
  }

  /// The projects that speak of the artifact: the innermost one around it, or all of them where it
  /// lies in none.
  var projects: [CommitProject] {
    let rooted = records.projects.filter(\.isRooted)
    let places = [path.map(RepositoryPath.folder(of:)), folder].compactMap(\.self)
    for place in places {
      let around = rooted.filter { RepositoryPath.lies(place, in: $0.folder) }
      if let inner = around.max(by: { $0.folder.utf8.count < $1.folder.utf8.count }) {
        return [inner]
      }
    }
    return records.projects
  }

  /// What the version has, and how to tell what else is its own.
  func assembled(
    contents: ArtifactContents?
  ) -> (records: VersionRecords, ownership: RecordOwnership) {
    let projects = self.projects
    let lineage = self.lineage(projects)
    let ownership = RecordOwnership(
      projects: projects, related: relatedStages(lineage, projects), folder: folder, scope: scope)
    return (records(ownership, lineage, contents), ownership)
  }

  private func records(
    _ ownership: RecordOwnership, _ lineage: Lineage?, _ contents: ArtifactContents?
  ) -> VersionRecords {
    let folders = Set(ownership.projects.map(\.folder))
    let files = records.files.filter { $0.project.map(folders.contains) ?? true }
    let own = files.map {
      ownership.owns($0.path, pipeline: $0.pipeline, stages: $0.stages)
    }
    // Where nothing names the artifact's own files, there is nothing to tell them from.
    let allOwn = !own.contains(true)
    var metrics: [RecordFile] = []
    var params: [RecordFile] = []
    var unavailable: [UnavailableRecord] = []
    let order = files.indices.filter { own[$0] } + files.indices.filter { !own[$0] }
    for index in order {
      let file = files[index]
      switch file.contents {
      case .value(let value):
        let record = RecordFile(path: file.path, value: value, isOwn: allOwn || own[index])
        if file.kind == .metrics { metrics.append(record) } else { params.append(record) }
      case .unavailable(let reason, let hash, let size, let help):
        unavailable.append(
          UnavailableRecord(
            path: file.path, kind: file.kind, reason: reason, hash: hash, size: size, help: help,
            isOwn: allOwn || own[index]))
      }
    }
    return VersionRecords(
      metrics: metrics, params: params, unavailable: unavailable, lineage: lineage,
      contents: contents)
  }

  /// What was wrong at the commit with the projects that speak of the artifact.
  var problems: [RecordProblem] {
    let folders = Set(projects.map(\.folder))
    return records.problems.filter { $0.project.map(folders.contains) ?? true }.map(\.problem)
  }

  private func lineage(_ projects: [CommitProject]) -> Lineage? {
    guard let path else { return nil }
    for project in projects {
      if let lineage = project.wider.lineage(of: path, isInGit: isInGit) { return lineage }
    }
    return nil
  }

  /// The stages that made the artifact, and those that use it, such as its evaluation.
  private func relatedStages(_ lineage: Lineage?, _ projects: [CommitProject]) -> Set<String> {
    guard let path, let lineage else { return [] }
    var related = Set(lineage.stages.map(\.name))
    var made = [path]
    let stages = projects.flatMap(\.resolved.stages)
    while let next = made.popLast() {
      for stage in stages where !related.contains(stage.name) {
        let inputs = stage.inputs.lazy.compactMap(\.inside)
        guard inputs.contains(where: { Self.overlap($0, next) }) else { continue }
        related.insert(stage.name)
        made += stage.outputs.compactMap(\.path.inside)
      }
    }
    return related
  }

  private static func overlap(_ one: String, _ other: String) -> Bool {
    RepositoryPath.lies(one, in: other) || RepositoryPath.lies(other, in: one)
  }
}
