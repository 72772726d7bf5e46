import GitStore
import Glibc
import Records
import Registry
import Storage

/// A Git repository as a source of downloads: its own objects, DVC's cache, remotes and commands.
struct RepositoryDownloads: Sendable {
  private let repository: GitRepository
  private let id: String
  private let settings: RecordSettings

  /// What goes with its last reader, where the repository is a passing copy.
  private let copies: MirrorFolder?

  /// - Parameter name: The repository's name, where its folder's is another.
  init(
    _ repository: GitRepository, settings: RecordSettings, name: String? = nil,
    copies: MirrorFolder? = nil
  ) {
    self.repository = repository
    self.copies = copies
    id =
      name ?? RepositorySource.name(ofPath: repository.workTree ?? repository.commonDirectory)
    self.settings = settings
  }

  func find(_ choice: ModelChoice) async throws -> FoundVersion {
    let locator = ArtifactLocator(repository, id: id, settings: settings)
    let registry = try await locator.registry()
    let (artifact, selection) = try choice.resolved { name throws(TransferChoiceError) in
      registry.artifacts.first { $0.name == name || "\(id)/\($0.name)" == name }
    }
    let version = try Self.version(selection, of: artifact)
    let location = try await locator.location(of: version, of: artifact)
    var found = FoundVersion(
      model: "\(id)/\(artifact.name)", version: version.name, commit: version.commit.hex,
      withdrawal: version.deregistration.map { $0.message.isEmpty ? "deregistered" : $0.message },
      files: [])
    guard let contents = location.contents else {
      found.notes = ["neither dvc.yaml nor artifacts.yaml says where the artifact lies"]
      return found
    }
    found.notes = contents.gap.map { ["\($0.reason); \($0.help)"] } ?? []
    for group in contents.files.groups {
      let store = group.stored.map { self.store($0.project, location.configurations) }
      found.secrets += store?.secrets ?? []
      for position in 0..<group.count {
        let file = group[position]
        let sources = sources(of: file, at: position, in: group.stored, store)
        found.files.append(
          WantedFile(path: file.path, size: file.size, hashes: file.hashes, sources: sources))
      }
    }
    // A file that is there needs no word on why others would not get it.
    if !found.files.isEmpty, found.files.allSatisfy({ $0.sources.contains(where: \.isHere) }) {
      found.notes = []
    }
    found.blobs = blobWriter
    return found
  }

  private static func version(
    _ selection: ModelChoice.Selection, of artifact: Artifact
  ) throws(TransferChoiceError) -> Version {
    let name: String?
    switch selection {
    case .latest: name = artifact.latest?.name
    case .version(let wanted): name = wanted
    case .stage(let stage):
      guard let holder = artifact.stages.first(where: { $0.stage == stage })?.holder else {
        throw TransferChoiceError(
          "\(artifact.name) has no version in stage \(stage)", isUnknown: true)
      }
      name = holder.version
    }
    guard let version = artifact.versions.first(where: { $0.name == name }) else {
      let shown = name.map { "no version \($0)" } ?? "no version"
      throw TransferChoiceError("\(artifact.name) has \(shown)", isUnknown: true)
    }
    return version
  }

  private func store(
    _ project: String, _ configurations: [String: DVCConfiguration]
  ) -> ObjectStore {
    let folder = repository.workTree.map { project.isEmpty ? $0 : "\($0)/\(project)" }
    let local = ObjectStore.localLayers(settings: settings.storage, projectFolder: folder)
    return ObjectStore(
      settings: settings.storage,
      configuration: (configurations[project] ?? DVCConfiguration()).merged(with: local),
      projectFolder: folder)
  }

  private func sources(
    of file: ArtifactFile, at position: Int, in stored: ArtifactFiles.StoredFiles?,
    _ store: ObjectStore?
  ) -> [TransferSource] {
    if let place = file.git {
      guard place.isPointer else { return [.blob(place.blob)] }
      return file.check.map { [.file(largeFile($0.value))] } ?? []
    }
    if let stored, let store {
      let member = stored.files[position]
      let object =
        member.path.isEmpty
        ? StoredObject(stored.output, inProject: stored.project)
        : StoredObject(member, of: stored.output, inProject: stored.project)
      return store.sources(of: object)
    }
    guard !settings.storage.isOffline else { return [] }
    return file.urls.reversed().compactMap { url in
      let scheme = url.firstRange(of: "://").map { url[..<$0.lowerBound].lowercased() } ?? ""
      if let command = settings.storage.commands[scheme] { return .command(command, url: url) }
      return SiteIndex.isWeb(url) ? .web(url, nil) : nil
    }
  }

  /// Where Git LFS keeps what it has fetched.
  private func largeFile(_ digest: String) -> String {
    let digits = digest.utf8.map { $0 }
    let (one, two) = (digits.prefix(2), digits.dropFirst(2).prefix(2))
    let folders = [one, two].map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
    return "\(repository.commonDirectory)/lfs/objects/\(folders)/\(digest)"
  }

  private var blobWriter: Delivery.BlobWriter {
    let repository = repository
    return { blobs in
      let known = blobs.compactMap { blob in ObjectID(blob.id).map { (id: $0, path: blob.path) } }
      try await repository.write(known) { bytes, path in WholeFile.write(bytes, to: path) }
    }
  }
}

extension TransferSource {
  /// Whether it needs nothing but this machine.
  fileprivate var isHere: Bool {
    switch self {
    case .file, .blob: true
    case .web, .command: false
    }
  }
}
