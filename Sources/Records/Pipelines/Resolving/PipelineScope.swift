/// A dvc.yaml in its project: where it lies, the lock beside it and what its texts can name.
struct PipelineScope {
  let path: String
  let file: PipelineFile
  let lockPath: String
  let lock: LockFile?

  /// What stands in front of the names of its stages; empty for the project's own file.
  let prefix: String
  var context = VariableContext()

  /// The folder of the file.
  var folder: String { RepositoryPath.folder(of: path) }

  init(path: String, file: PipelineFile, project: ProjectFiles) {
    self.path = path
    self.file = file
    let folder = RepositoryPath.folder(of: path)
    lockPath = folder.isEmpty ? "dvc.lock" : "\(folder)/dvc.lock"
    lock = project.locks[lockPath]
    prefix = folder == project.folder ? "" : "\(path):"
  }
}
