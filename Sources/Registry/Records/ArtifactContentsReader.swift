import Formats
import GitStore
import Records

/// Finds where the bytes of artifacts lie, without reading more of them than a pointer
/// (`records.md` §10).
struct ArtifactContentsReader {
  /// An artifact at a commit.
  struct Wanted: Hashable {
    let subject: CommitRecordsReader.Subject

    /// As the annotation gives it: relative to the repository's root, or an address.
    let path: String
  }

  private(set) var contents: [Wanted: ArtifactContents] = [:]

  /// Sizes of blobs, and what those that may be pointers say.
  private var sizes: [ObjectID: Int] = [:]
  private var pointers = BlobReader(sizeLimit: LFSPointer.sizeLimit) { LFSPointer($0) }

  /// The files of folders of Git, so that versions share them.
  private var gitFolders: [GitFolder: [ArtifactFiles.GitFile]] = [:]

  private struct GitFolder: Hashable {
    let id: ObjectID
    let path: String
  }

  /// More files than this of one artifact are counted, and not listed.
  static let fileLimit = 10_000

  /// What lies at a path of a tree.
  private enum Found {
    case external(String)
    /// A path that no file of the repository can have.
    case refused
    case file(TreeEntry, path: String)
    case folder(TreeEntry, path: String, files: [(path: String, entry: TreeEntry)], [StoredFile])
    case stored(StoredFile)
    case missing
  }

  /// Finds those that were not found before.
  mutating func read(
    _ wanted: [Wanted], _ records: inout CommitRecordsReader, _ objects: inout ObjectReader
  ) async throws(GitError) {
    let new = wanted.distinct().filter { contents[$0] == nil }
    var found: [(Wanted, Found)] = []
    for wanted in new { found.append((wanted, find(wanted, records))) }
    let stored = found.flatMap { _, found -> [StoredFile] in
      switch found {
      case .stored(let file): [file]
      case .folder(_, _, _, let files): files
      case .external, .refused, .file, .missing: []
      }
    }
    try await records.readLists(stored, &objects)
    let files = found.flatMap { _, found -> [ObjectID] in
      switch found {
      case .file(let entry, _): [entry.id]
      case .folder(_, _, let files, _): files.map(\.entry.id)
      case .external, .refused, .stored, .missing: []
      }
    }
    try await readSizes(files, &objects)
    for (wanted, found) in found { contents[wanted] = facts(found, wanted, &records) }
  }

  private func find(_ wanted: Wanted, _ records: CommitRecordsReader) -> Found {
    let path: String
    switch RepositoryPath(wanted.path, in: "") {
    case .external(let address): return address.contains("://") ? .external(address) : .refused
    case .refused: return .refused
    case .inside(let inside): path = inside
    }
    let tree = wanted.subject.tree
    guard let entry = records.folders.entry(at: path, in: tree) else {
      return storedFile(path, wanted.subject, records).map(Found.stored) ?? .missing
    }
    guard entry.mode == .folder else {
      return entry.mode.isFile ? .file(entry, path: path) : .missing
    }
    // A folder may hold both files of Git and what DVC keeps: DVC's word goes before it.
    if let file = storedFile(path, wanted.subject, records) { return .stored(file) }
    let known = gitFolders[GitFolder(id: entry.id, path: path)] != nil
    let files = known ? [] : records.folders.files(at: path, in: tree)
    // One more than are listed is enough to tell that there are more.
    return .folder(
      entry, path: path,
      files: Array(files.lazy.filter { !Self.isDVCFile($0.path) }.prefix(Self.fileLimit + 1)),
      storedFiles(below: path, wanted.subject, records))
  }

  /// Whether a file only tells DVC what to do; DVC itself leaves it out of downloads.
  private static func isDVCFile(_ path: String) -> Bool {
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.index(after: $0)...] }
    return ["dvc.yaml", "dvc.lock"].contains(name ?? path[...]) || path.hasSuffix(".dvc")
  }

  private func storedFile(
    _ path: String, _ subject: CommitRecordsReader.Subject, _ records: CommitRecordsReader
  ) -> StoredFile? {
    StoredFile(at: path, in: records.records[subject]?.projects ?? [])
  }

  private func storedFiles(
    below folder: String, _ subject: CommitRecordsReader.Subject, _ records: CommitRecordsReader
  ) -> [StoredFile] {
    let projects = records.records[subject]?.projects ?? []
    let found = projects.flatMap { project in
      project.wider.outputs(below: folder, limit: Self.fileLimit).map { output in
        StoredFile(
          project: project.folder, configuration: project.configuration, output: output, rest: "")
      }
    }
    var seen = Set<String>()
    return found.filter { seen.insert($0.output.path).inserted }
  }

  private mutating func readSizes(
    _ ids: [ObjectID], _ objects: inout ObjectReader
  ) async throws(GitError) {
    let new = ids.distinct().filter { sizes[$0] == nil }
    var found: [(ObjectID, Int)] = []
    try await objects.kinds(of: new) { index, answer in
      if case .found(_, let size) = answer { found.append((new[index], size)) }
    }
    for (id, size) in found { sizes[id] = size }
    try await pointers.read(
      found.filter { $0.1 <= LFSPointer.sizeLimit }.map(\.0), &objects)
  }

  private mutating func facts(
    _ found: Found, _ wanted: Wanted, _ records: inout CommitRecordsReader
  ) -> ArtifactContents {
    switch found {
    case .missing: ArtifactContents(storage: .missing, gap: .missing)
    case .refused: ArtifactContents(storage: .missing, gap: .refused)
    case .external(let address): .external(ExternalAddress.withoutCredentials(address))
    case .file(let entry, let path): facts(entry, path)
    case .folder(let entry, let path, let files, let stored):
      folder(entry, path, files, stored, &records)
    case .stored(let file): StoredArtifact(file, in: records.stored).contents
    }
  }

  private func facts(_ entry: TreeEntry, _ path: String) -> ArtifactContents {
    let pointer = pointers.parsed[entry.id].flatMap(\.self)
    var files = ArtifactFiles()
    files.add([gitFile(entry, path, below: path)], as: Self.name(path))
    return ArtifactContents(
      storage: pointer == nil ? .git : .lfs, size: pointer?.size ?? sizes[entry.id],
      hashes: [pointer?.hash ?? ContentHash(.git, entry.id.hex)], files: files,
      gap: pointer.map { _ in .lfs })
  }

  private func gitFile(
    _ entry: TreeEntry, _ path: String, below folder: String
  ) -> ArtifactFiles.GitFile {
    ArtifactFiles.GitFile(
      path: path == folder ? "" : String(Substring(path.utf8.dropFirst(folder.utf8.count + 1))),
      rootPath: path, blob: entry.id.hex, size: sizes[entry.id],
      pointer: pointers.parsed[entry.id].flatMap(\.self))
  }

  private mutating func folder(
    _ entry: TreeEntry, _ path: String, _ found: [(path: String, entry: TreeEntry)],
    _ stored: [StoredFile], _ records: inout CommitRecordsReader
  ) -> ArtifactContents {
    let key = GitFolder(id: entry.id, path: path)
    let inGit =
      gitFolders[key]
      ?? found.prefix(Self.fileLimit + 1).map { gitFile($0.entry, $0.path, below: path) }
    gitFolders[key] = inGit
    let name = Self.name(path)
    let parts = stored.map { StoredArtifact($0, in: records.stored) }
    let count = parts.reduce(inGit.count) { $0 + $1.fileCount }
    let isListed = count <= Self.fileLimit
    var files = ArtifactFiles()
    if isListed {
      if !inGit.isEmpty { files.add(inGit, as: name) }
      for part in parts {
        files.add(
          part.files, as: "\(name)/\(Substring(part.file.path.utf8.dropFirst(path.utf8.count + 1)))"
        )
      }
    }
    let pointer = inGit.contains { $0.pointer != nil }
    let gap = parts.lazy.compactMap(\.gap).first ?? (pointer ? .lfs : nil)
    return ArtifactContents(
      storage: .git, isFolder: true,
      fileCount: isListed && count > 0 ? count : records.fileCount(of: entry.id),
      hashes: [ContentHash(.git, entry.id.hex)], files: files, gap: isListed ? gap : .tooMany)
  }

  /// What a download of a path is called.
  static func name(_ path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.index(after: $0)...]) }
      ?? path
  }
}
