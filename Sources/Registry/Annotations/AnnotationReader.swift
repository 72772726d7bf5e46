import Formats
package import GitStore
import Records

/// A version whose annotation is wanted.
struct AnnotatedVersion: Sendable {
  let artifact: String
  let version: String

  /// As in the tag, not peeled.
  let commit: ObjectID
}

/// The annotations found at the commits of versions and at HEAD.
package struct AnnotationReading: Sendable {
  /// By commit (peeled), the entries of artifacts.yaml there.
  fileprivate(set) var legacyFiles: [ObjectID: ArtifactsFile] = [:]

  /// By commit (peeled) and folder, the `artifacts` of the dvc.yaml there.
  fileprivate(set) var dvcFiles: [DvcPlace: DvcFile] = [:]
  package fileprivate(set) var head: ObjectID?

  /// The folders of HEAD with a dvc.yaml, sorted.
  fileprivate(set) var headFolders: [String] = []

  /// The name of the legacy annotation file.
  let index: String

  /// What could not be read.
  package fileprivate(set) var diagnostics: [Diagnostic] = []

  struct DvcPlace: Hashable {
    let commit: ObjectID
    let folder: String
  }

  /// The entry of artifacts.yaml for an artifact at a commit.
  func legacy(_ artifact: String, at commit: ObjectID) -> GTOAnnotation? {
    legacyFiles[commit]?[artifact]
  }

  /// The names in HEAD's artifacts.yaml, in the file's order.
  var legacyNamesAtHead: [String] {
    head.flatMap { legacyFiles[$0] }?.entries.map(\.name) ?? []
  }

  /// The full names of every artifact that HEAD annotates.
  package var namesAtHead: [String] {
    guard let head else { return [] }
    let named = headFolders.flatMap { folder in
      (dvcFiles[DvcPlace(commit: head, folder: folder)]?.entries ?? []).map { entry in
        folder.isEmpty ? entry.name : "\(folder):\(entry.name)"
      }
    }
    return (legacyNamesAtHead + named).distinct()
  }

  /// What the files at a commit say of an artifact: dvc.yaml first, artifacts.yaml after it.
  package func annotation(_ artifact: String, at commit: ObjectID) -> Annotation? {
    let (folder, name) = AnnotationReader.split(artifact)
    if let entry = dvcFiles[DvcPlace(commit: commit, folder: folder)]?[name] {
      return Annotation(dvc: entry, folder: folder)
    }
    return legacy(artifact, at: commit).map { Annotation(legacy: $0, file: index) }
  }
}

/// Reads dvc.yaml and artifacts.yaml at the commits of versions and at HEAD (`records.md` §1 and §2).
struct AnnotationReader {
  private let repository: String
  private(set) var reading: AnnotationReading
  private let idLength: Int
  private var folders: FolderReader
  private var legacyBlobs = BlobReader { ArtifactsFile($0) }
  private var dvcBlobs = BlobReader { DvcFile($0) }

  /// A file to read: at which commit, for which version's sake, and where.
  private struct Wanted {
    let commit: ObjectID
    let version: AnnotatedVersion?
    let folder: String
    let isLegacy: Bool
  }

  init(repository: String, index: String, idLength: Int) {
    self.repository = repository
    reading = AnnotationReading(index: index)
    self.idLength = idLength
    folders = FolderReader(idLength: idLength)
  }

  /// The folder and the plain name in a full name.
  static func split(_ artifact: String) -> (folder: String, name: String) {
    guard let colon = artifact.firstIndex(of: ":") else { return ("", artifact) }
    return (String(artifact[..<colon]), String(artifact[artifact.index(after: colon)...]))
  }

  mutating func read(
    versions: [AnnotatedVersion], commits: [ObjectID: ObjectID],
    objects known: [ObjectID: CommitObject], head: ObjectID?, withDvcFiles: Bool,
    _ objects: inout ObjectReader
  ) async throws(GitError) {
    reading.head = head
    var wanted: [Wanted] = []
    if let head, known[head] != nil {
      wanted.append(Wanted(commit: head, version: nil, folder: "", isLegacy: true))
    }
    for version in versions {
      guard let commit = commits[version.commit], known[commit] != nil else { continue }
      wanted.append(Wanted(commit: commit, version: version, folder: "", isLegacy: true))
      if withDvcFiles {
        let folder = Self.split(version.artifact).folder
        wanted.append(Wanted(commit: commit, version: version, folder: folder, isLegacy: false))
      }
    }
    try await read(wanted, known, &objects)
    if withDvcFiles, let head, let tree = known[head]?.tree {
      try await readHead(head, tree, &objects)
    }
    dropRepeated()
  }

  /// HEAD is often the commit of a version, too: what was told of the version is not told again.
  private mutating func dropRepeated() {
    var told: Set<DiagnosticPlace> = []
    for diagnostic in reading.diagnostics where diagnostic.place.version != nil {
      told.insert(diagnostic.place.withoutVersion)
    }
    var seen: Set<Diagnostic> = []
    reading.diagnostics = reading.diagnostics.filter { diagnostic in
      let isOfHead = diagnostic.place.version == nil
      return seen.insert(diagnostic).inserted && !(isOfHead && told.contains(diagnostic.place))
    }
  }

  private mutating func read(
    _ wanted: [Wanted], _ known: [ObjectID: CommitObject], _ objects: inout ObjectReader
  ) async throws(GitError) {
    let requests = wanted.map { file in
      let name = file.isLegacy ? reading.index : "dvc.yaml"
      let path = file.folder.split(separator: "/").map(String.init)
      return (tree: known[file.commit]?.tree ?? file.commit, path: path + [name])
    }
    let entries = try await folders.entries(at: requests, &objects)
    let found = zip(wanted, entries).compactMap { file, entry in entry.map { (file, $0) } }
    let files = found.filter(\.1.mode.isFile)
    try await legacyBlobs.read(files.filter(\.0.isLegacy).map(\.1.id), &objects)
    try await dvcBlobs.read(files.filter { !$0.0.isLegacy }.map(\.1.id), &objects)
    for (file, entry) in found { take(file, entry) }
  }

  private mutating func take(_ file: Wanted, _ entry: TreeEntry) {
    let place = self.place(file)
    guard entry.mode.isFile else {
      return reading.diagnostics.append(.notAFile(entry, at: place))
    }
    if let problem = file.isLegacy ? legacyBlobs.unread[entry.id] : dvcBlobs.unread[entry.id] {
      return reading.diagnostics.append(.unread(problem, at: place))
    }
    let problems: [FormatError]
    if file.isLegacy {
      let parsed = legacyBlobs.parsed[entry.id]
      reading.legacyFiles[file.commit] = parsed
      problems = parsed?.problems ?? []
    } else {
      let parsed = dvcBlobs.parsed[entry.id]
      reading.dvcFiles[.init(commit: file.commit, folder: file.folder)] = parsed
      problems = parsed?.problems ?? []
    }
    reading.diagnostics += problems.map { Diagnostic($0, at: place) }
  }

  /// Finds the dvc.yaml files of HEAD, at any depth.
  private mutating func readHead(
    _ head: ObjectID, _ tree: ObjectID, _ objects: inout ObjectReader
  ) async throws(GitError) {
    // Equal folders nested in each other would make endless work of walking them path by path.
    var trees = CommitTrees(idLength: idLength)
    try await trees.load([tree], &objects)
    let files = trees.recordFiles(in: tree)
      .filter { $0.kind == .pipeline && $0.entry.mode.isFile }
      .map { (folder: RepositoryPath.folder(of: $0.path), entry: $0.entry) }
      .sorted { $0.folder.utf8.lexicographicallyPrecedes($1.folder.utf8) }
    try await dvcBlobs.read(files.map(\.entry.id), &objects)
    reading.headFolders = files.map(\.folder)
    for file in files {
      take(Wanted(commit: head, version: nil, folder: file.folder, isLegacy: false), file.entry)
    }
  }

  private func place(_ file: Wanted) -> DiagnosticPlace {
    let name = file.isLegacy ? reading.index : "dvc.yaml"
    return DiagnosticPlace(
      repository: repository, artifact: file.version?.artifact, version: file.version?.version,
      commit: file.commit.hex, file: file.folder.isEmpty ? name : "\(file.folder)/\(name)")
  }
}

extension DiagnosticPlace {
  /// The place without the version for whose sake the file was read.
  var withoutVersion: DiagnosticPlace {
    var place = self
    place.artifact = nil
    place.version = nil
    return place
  }
}
