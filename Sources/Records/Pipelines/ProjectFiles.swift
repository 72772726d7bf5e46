package import Formats

/// All files that speak of one DVC project at one commit (`records.md` §2.1).
package struct ProjectFiles: Sendable {
  /// The folder that holds `.dvc`; empty for the repository's root.
  package let folder: String

  /// Every dvc.yaml with its path, sorted by path.
  package var pipelines: [(path: String, file: PipelineFile)] = []

  /// Every dvc.lock by its path.
  package var locks: [String: LockFile] = [:]

  /// Every `.dvc` file with its path, sorted by path.
  package var trackers: [(path: String, file: TrackerFile)] = []

  /// The contents of files with variables: the params.yaml beside each dvc.yaml and what its `vars`
  /// name, by path; without those that do not exist or cannot be read.
  package var data: [String: DataValue] = [:]

  /// Makes a project without files.
  package init(folder: String) { self.folder = folder }
}
