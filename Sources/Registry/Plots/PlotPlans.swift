import GitStore
import Records

/// A version whose plots are wanted.
struct PlotSubject {
  let tree: ObjectID
  let ownership: RecordOwnership
}

/// A plot of a version with all that it is drawn of.
struct PlotDraft {
  let plan: PlannedPlot
  let project: CommitProject
  let style: PlotStyle
  let isOwn: Bool

  /// What it takes of files, or why it takes nothing.
  var columns: Result<[PlotColumnDraft], PlotFailure> = .success([])
  var pictures: [PlotPictureDraft] = []
}

/// A column of a plot and where it is to be had.
struct PlotColumnDraft {
  /// Relative to the repository's root.
  let path: String

  /// The digest of the file, as Git or DVC has it.
  let hash: ContentHash?
  let request: Result<PlotRequest, PlotFailure>
}

/// A picture of a plot and where it is to be had.
struct PlotPictureDraft {
  let path: String
  let step: Int?
  let source: Result<FileSource, PlotFailure>

  /// What DVC knows of one that it keeps outside Git.
  let member: StoredFiles.Member?
}

/// Finds the files of one commit that plots are made of.
struct PlotPlaces {
  let tree: ObjectID
  let trees: CommitTrees
  let stored: StoredFiles

  /// Where a file is to be had.
  func source(of path: String, in project: CommitProject) -> Result<FileSource, PlotFailure> {
    if let entry = trees.entry(at: path, in: tree) {
      return entry.mode.isFile
        ? .success(.git(entry)) : .failure(.notAFile(.notAFile(entry, path: path)))
    }
    return StoredFile(at: path, in: [project]).map { .success(.stored($0)) } ?? .failure(.absent)
  }

  /// The digest of a file, as Git or DVC has it.
  func hash(of path: String, in project: CommitProject) -> ContentHash? {
    switch source(of: path, in: project) {
    case .success(.git(let entry)): ContentHash(.git, entry.id.hex)
    case .success(.stored(let file)): stored.members(of: file).first?.hash ?? file.output.hash
    case .failure: nil
    }
  }

  /// What DVC knows of a file that it keeps.
  func member(at path: String, in project: CommitProject) -> StoredFiles.Member? {
    guard case .success(.stored(let file)) = source(of: path, in: project) else { return nil }
    return stored.members(of: file).first
  }

  /// The files that a path stands for: itself, or those below it, in Git and outside.
  func files(at path: String, in project: CommitProject) -> [String] {
    let entry = trees.entry(at: path, in: tree)
    if let entry, entry.mode.isFile { return [path] }
    var files = entry == nil && !path.isEmpty ? [] : trees.files(at: path, in: tree).map(\.path)
    for file in Self.storedFiles(at: path, in: project) {
      files += stored.members(of: file).map { member in
        member.path.isEmpty ? file.output.path : "\(file.output.path)/\(member.path)"
      }
    }
    return Set(files).filter { $0 == path || !Self.isHidden($0) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What DVC keeps at a path, above it or below it.
  static func storedFiles(at path: String, in project: CommitProject) -> [StoredFile] {
    if let file = StoredFile(at: path, in: [project]) { return [file] }
    return project.wider.outputs.filter { RepositoryPath.lies($0.path, in: path) }.map { output in
      StoredFile(
        project: project.folder, configuration: project.configuration, output: output, rest: "")
    }
  }

  /// Whether it is one of the files that tools keep for themselves.
  private static func isHidden(_ path: String) -> Bool {
    path.split(separator: "/").last?.hasPrefix(".") ?? true
  }
}
