import Formats
import GitStore
import Records

/// A file of metrics or params that something at a commit names, and where it lies there.
struct RecordSource {
  /// Where the contents are to be had.
  enum Place {
    case git(ProjectPlan.PlannedFile)
    /// An object outside Git; with the rest of the path where it lies in a folder that DVC keeps.
    case stored(TrackedOutput, rest: String)
    /// An entry that is no file.
    case refused(TreeEntry)
    case absent
  }

  let kind: UnavailableRecord.Kind
  let path: String
  let place: Place

  /// The dvc.yaml that names it; nothing for one that was found by its name or by a pattern.
  let pipeline: String?

  /// The stages that write or read it.
  let stages: [String]

  /// The part of a params file that is wanted.
  let selection: ParamSource?

  /// Whether nothing was promised: the file is read where it exists.
  let isImplied: Bool
}

extension RecordSource {
  /// A file of Git that no pipeline names.
  init(found path: String, _ id: ObjectID, _ kind: UnavailableRecord.Kind) {
    self.init(
      kind: kind, path: path, place: .git(ProjectPlan.PlannedFile(path: path, id: id)),
      pipeline: nil, stages: [], selection: nil, isImplied: true)
  }
}

/// Finds the files of metrics and params at a commit (`records.md` §2.4, §4, §5 and §11).
struct RecordSources {
  let tree: ObjectID
  let folders: CommitTrees
  let settings: RecordSettings

  /// The sources of one project, in the order in which DVC shows them.
  func sources(of project: CommitProject) -> [RecordSource] {
    var sources: [RecordSource] = []
    for metric in project.resolved.metrics {
      sources += places(of: metric.path, in: project).map { path, place in
        RecordSource(
          kind: .metrics, path: path, place: place, pipeline: metric.pipeline,
          stages: metric.stage.map { [$0] } ?? [], selection: nil, isImplied: false)
      }
    }
    for params in project.resolved.params {
      sources += places(of: params.path, in: project).map { path, place in
        RecordSource(
          kind: .params, path: path, place: place, pipeline: params.pipeline,
          stages: params.stages, selection: params, isImplied: params.isImplied)
      }
    }
    return sources + summaries(project, besides: Set(sources.map(\.path)))
  }

  /// What DVCLive wrote without a pipeline that would name it.
  private func summaries(
    _ project: CommitProject, besides known: Set<String>
  ) -> [RecordSource] {
    project.summaries.filter { !known.contains($0.path) }.map { file in
      RecordSource(
        found: file.path, file.entry.id, file.kind == .liveMetrics ? .metrics : .params)
    }
  }

  /// A path of records is a file, or a folder whose files all count.
  private func places(
    of path: String, in project: CommitProject
  ) -> [(String, RecordSource.Place)] {
    guard let entry = folders.entry(at: path, in: tree) else {
      let stored = project.resolved.output(at: path)
      return [(path, stored.map { .stored($0.output, rest: $0.rest) } ?? .absent)]
    }
    if entry.mode.isFile {
      return [(path, .git(ProjectPlan.PlannedFile(path: path, id: entry.id)))]
    }
    guard entry.mode == .folder else { return [(path, .refused(entry))] }
    // One more than is kept is enough to tell that there are more.
    return folders.files(at: path, in: tree).prefix(settings.limits.filesPerCommit + 1).map {
      file in
      (file.path, .git(ProjectPlan.PlannedFile(path: file.path, id: file.entry.id)))
    }
  }
}
