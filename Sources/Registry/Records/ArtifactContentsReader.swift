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
  private var pointers = BlobReader(sizeLimit: Self.pointerLimit) { LFSPointer($0) }

  /// Pointers of Git LFS are smaller than this, in bytes.
  private static let pointerLimit = 1024

  /// What lies at a path of a tree.
  private enum Found {
    case external(String)
    case git(TreeEntry, fileCount: Int?)
    case stored(StoredFile)
    case missing
  }

  /// Finds those that were not found before.
  mutating func read(
    _ wanted: [Wanted], _ records: inout CommitRecordsReader, _ objects: inout ObjectReader
  ) async throws(GitError) {
    let new = wanted.distinct().filter { contents[$0] == nil }
    var found: [(Wanted, Found)] = []
    for wanted in new { found.append((wanted, find(wanted, &records))) }
    let stored = found.compactMap { _, found -> StoredFile? in
      guard case .stored(let file) = found else { return nil }
      return file
    }
    try await records.readLists(stored, &objects)
    let files = found.compactMap { _, found -> ObjectID? in
      guard case .git(let entry, _) = found, entry.mode.isFile else { return nil }
      return entry.id
    }
    try await readSizes(files, &objects)
    for (wanted, found) in found { contents[wanted] = facts(found, wanted, records.stored) }
  }

  private func find(_ wanted: Wanted, _ records: inout CommitRecordsReader) -> Found {
    let path: String
    switch RepositoryPath(wanted.path, in: "") {
    case .external(let address): return .external(address)
    case .refused: return .missing
    case .inside(let inside): path = inside
    }
    let tree = wanted.subject.tree
    if let entry = records.folders.entry(at: path, in: tree) {
      let isFolder = entry.mode == .folder
      // A folder may hold both files of Git and what DVC keeps: DVC's word goes before it.
      if isFolder, let file = storedFile(path, wanted.subject, records) { return .stored(file) }
      guard isFolder || entry.mode.isFile else { return .missing }
      let count = isFolder ? records.fileCount(of: entry.id) : nil
      return .git(entry, fileCount: count)
    }
    return storedFile(path, wanted.subject, records).map(Found.stored) ?? .missing
  }

  private func storedFile(
    _ path: String, _ subject: CommitRecordsReader.Subject, _ records: CommitRecordsReader
  ) -> StoredFile? {
    StoredFile(at: path, in: records.records[subject]?.projects ?? [])
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
      found.filter { $0.1 < Self.pointerLimit }.map(\.0), &objects)
  }

  private func facts(
    _ found: Found, _ wanted: Wanted, _ stored: StoredFiles
  ) -> ArtifactContents {
    switch found {
    case .missing: ArtifactContents(storage: .missing)
    case .external(let address):
      ArtifactContents(storage: .external, address: ExternalAddress.withoutCredentials(address))
    case .git(let entry, let count):
      facts(entry, fileCount: count)
    case .stored(let file): facts(file, stored)
    }
  }

  private func facts(_ entry: TreeEntry, fileCount: Int?) -> ArtifactContents {
    if let pointer = pointers.parsed[entry.id].flatMap(\.self) {
      return ArtifactContents(
        storage: .lfs, size: pointer.size, hashes: [pointer.hash])
    }
    return ArtifactContents(
      storage: .git, isFolder: entry.mode == .folder, size: sizes[entry.id], fileCount: fileCount,
      hashes: [ContentHash(.git, entry.id.hex)])
  }

  private func facts(_ file: StoredFile, _ stored: StoredFiles) -> ArtifactContents {
    let members = stored.members(of: file)
    let isFolder =
      file.output.isFolder && !(members.count == 1 && members.first?.path == file.rest)
    let one = isFolder ? nil : members.first
    let isWhole = file.rest.isEmpty
    let sizes = members.compactMap(\.size)
    let size = isFolder && isWhole ? file.output.size : one.map(\.size) ?? nil
    let remote = try? stored.configuration(of: file)?.remote(for: file.output.remote)
    let address =
      isFolder && !isWhole
      ? nil : remote.flatMap { Self.address(of: file, members.first, in: $0) }
    return ArtifactContents(
      storage: .dvc, isFolder: isFolder,
      size: size ?? (isFolder && sizes.count == members.count ? sizes.checkedSum : nil),
      fileCount: isFolder ? file.output.fileCount ?? (members.isEmpty ? nil : members.count) : nil,
      hashes: (isFolder ? (isWhole ? file.output.hash : nil) : one?.hash).map { [$0] } ?? [],
      remote: remote?.published, address: address)
  }

  /// The object's address; nothing for one that lies in a folder of somebody's machine.
  private static func address(
    of file: StoredFile, _ member: StoredFiles.Member?, in remote: DVCRemote
  ) -> String? {
    let address =
      file.rest.isEmpty
      ? remote.address(of: file.output, inProject: file.project)
      : member.flatMap { remote.address(of: $0, in: file.output, inProject: file.project) }
    guard case .url(let url)? = address?.place else { return nil }
    return url
  }
}
