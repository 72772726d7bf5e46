import Records

/// An artifact, or a part of one, that DVC keeps outside Git: its facts, and where its files lie.
struct StoredArtifact {
  let file: StoredFile
  private let members: [StoredFiles.Member]
  private let remote: DVCRemote?
  private let remoteProblem: RemoteError?
  private let absence: (reason: String, help: String)

  init(_ file: StoredFile, in stored: StoredFiles) {
    self.file = file
    members = stored.members(of: file)
    absence = stored.absence(of: file)
    var chosen: DVCRemote?
    var problem: RemoteError?
    let configuration = stored.configuration(of: file)
    for name in Self.remoteNames(of: file, members.first) where !file.isImport {
      do throws(RemoteError) {
        guard let remote = try configuration?.remote(for: name) else { continue }
        if chosen == nil { chosen = remote }
        guard Self.address(of: file, members.first, in: remote) != nil else { continue }
        chosen = remote
        break
      } catch {
        problem = problem ?? error
      }
    }
    remote = chosen
    remoteProblem = chosen == nil ? problem : nil
  }

  /// The remote that the output names or else the default one, then those that know versions of it.
  private static func remoteNames(
    of file: StoredFile, _ member: StoredFiles.Member?
  ) -> [String?] {
    if let name = file.output.remote { return [name] }
    let versions = member?.versions.isEmpty == false ? member?.versions : file.output.versions
    return [nil] + (versions ?? []).map(\.remote).filter { !$0.isEmpty }.map { $0 }
  }

  /// The files, as many as are known.
  var files: ArtifactFiles.StoredFiles {
    ArtifactFiles.StoredFiles(
      output: file.output, project: file.project, rest: file.rest, remote: remote, files: members)
  }

  var fileCount: Int { members.count }

  private var isFolder: Bool {
    file.output.isFolder && !(members.count == 1 && members.first?.path == file.rest)
  }

  var contents: ArtifactContents {
    if let imported { return imported }
    let one = isFolder ? nil : members.first
    let isWhole = file.rest.isEmpty
    let sizes = members.compactMap(\.size)
    let size = isFolder && isWhole ? file.output.size : one.map(\.size) ?? nil
    let address =
      isFolder && !isWhole
      ? nil : remote.flatMap { Self.address(of: file, members.first, in: $0)?.publicURL }
    let isListed = members.count <= ArtifactContentsReader.fileLimit
    var files = ArtifactFiles()
    if isListed, !members.isEmpty {
      files.add(self.files, as: ArtifactContentsReader.name(file.path))
    }
    return ArtifactContents(
      storage: .dvc, isFolder: isFolder,
      size: size ?? (isFolder && sizes.count == members.count ? sizes.checkedSum : nil),
      fileCount: isFolder ? file.output.fileCount ?? (members.isEmpty ? nil : members.count) : nil,
      hashes: (isFolder ? (isWhole ? file.output.hash : nil) : one?.hash).map { [$0] } ?? [],
      remote: remote?.published, address: address, files: files, gap: isListed ? gap : .tooMany)
  }

  /// Data that was only ever pointed to lies where it came from (`records.md` §8).
  private var imported: ArtifactContents? {
    guard file.output.hash == nil, file.output.versions.isEmpty, file.rest.isEmpty,
      case .address(let address, let size, let hash)? = file.output.source, address.contains("://")
    else { return nil }
    return .external(address, size: size, hash: hash, as: ArtifactContentsReader.name(file.path))
  }

  /// Why the files, or ways to them, are missing.
  var gap: ArtifactContents.Gap? {
    if case .repository(let address, let path, let revision)? = file.output.source {
      let rest = revision.map { " --rev \($0)" } ?? ""
      return .stored(
        "it was imported from another repository, and DVC keeps no copy of its own",
        help: "dvc get \(address) \(path)\(rest)")
    }
    if members.isEmpty { return .stored(absence.reason, help: absence.help) }
    if file.output.hash == nil, members.allSatisfy({ $0.hash == nil && $0.versions.isEmpty }) {
      return .stored(
        "no hash of it is recorded", help: "dvc commit it, push it, and commit what DVC wrote")
    }
    if let remoteProblem { return .stored("\(remoteProblem)", help: "mend .dvc/config") }
    guard let remote else {
      return .stored(
        "no remote is configured for it",
        help: "dvc remote add --default NAME URL, dvc push, and commit .dvc/config")
    }
    if Self.address(of: file, members.first, in: remote) == nil {
      return .stored(
        "remote \(RemoteError.shown(remote.name)) can't name it: no version or MD5 is recorded",
        help: "dvc push it, and commit what DVC wrote")
    }
    guard case .folder = remote.location else { return nil }
    return .stored(
      "remote \(RemoteError.shown(remote.name)) is a folder of a machine, to which no address leads",
      help: "dvc get, or vitrine get, from a clone on that machine")
  }

  private static func address(
    of file: StoredFile, _ member: StoredFiles.Member?, in remote: DVCRemote
  ) -> ObjectAddress? {
    // A folder that the cloud keeps has no list of its own: its first file stands for it.
    let isVersioned = remote.keepsVersions && file.output.isFolder
    if file.rest.isEmpty, !isVersioned {
      return remote.address(of: file.output, inProject: file.project)
    }
    return member.flatMap { remote.address(of: $0, in: file.output, inProject: file.project) }
  }
}

extension StoredFile {
  /// Whether it came from another repository: DVC pushes no such data.
  fileprivate var isImport: Bool {
    if case .repository? = output.source { true } else { false }
  }
}

extension ArtifactContents {
  /// An artifact at an address outside.
  static func external(
    _ address: String, size: Int? = nil, hash: ContentHash? = nil, as name: String? = nil
  ) -> ArtifactContents {
    var files = ArtifactFiles()
    files.add(
      address: address, size: size, hash: hash, as: name ?? ExternalAddress.fileName(address))
    return ArtifactContents(
      storage: .external, size: size, hashes: hash.map { [$0] } ?? [], address: address,
      files: files)
  }
}

extension ArtifactContents.Gap {
  static let missing = Self(
    "P001", reason: "nothing lies at its path at this commit",
    help: "correct the path in the annotation, or commit the file")
  static let refused = Self(
    "P006", reason: "its path leads out of the repository",
    help: "give a path in the repository, or an address with its scheme")
  static let lfs = Self(
    "P004", reason: "LFS content isn't in Git", help: "git lfs pull, in a clone at the tag")
  static let tooMany = Self(
    "P008",
    reason: "it has more than \(ArtifactContentsReader.fileLimit) files, which are not listed",
    help: "dvc get fetches it as a whole")

  static func stored(_ reason: String, help: String) -> Self {
    Self("P005", reason: reason, help: help)
  }
}
