import GitStore
import Records
import Registry

/// What a version's documents tell of its files: those that its contents know, with the addresses that
/// only the site knows.
struct VersionFiles {
  private let version: Version
  private let scope: ArtifactScope

  init(_ version: Version, in scope: ArtifactScope) {
    self.version = version
    self.scope = scope
  }

  /// The files; addresses in the site are relative to `path`, or begin with `site`.
  func files(from path: SitePath? = nil, site: String? = nil) -> [ArtifactFile] {
    guard let files = version.records.contents?.files else { return [] }
    return files.map { file in
      guard let place = file.git else { return file }
      var urls: [String] = []
      if scope.repository.published[place.blob] != nil, !place.isPointer {
        let target = scope.site.addresses.download(blob: place.blob)
        if let path { urls.append(target.href(from: path)) }
        if let site { urls.append(site + target.encoded) }
      }
      let raw = scope.forge?.raw(
        place.path, at: version.commit.hex, isPointer: place.isPointer)
      return file.adding(urls: urls + (raw.map { [$0] } ?? []))
    }
  }

  /// The files as lines, for a place.
  func listing(at path: SitePath) -> FileListing {
    FileListing(
      model: scope.id, version: version.name, commit: version.commit.hex,
      withdrawal: version.isActive
        ? nil : version.deregistration.map { $0.message.isEmpty ? "deregistered" : $0.message },
      notes: note.map { [$0] } ?? [], files: files(from: path))
  }

  /// What stands between the version and its bytes.
  private var note: String? {
    guard let contents = version.records.contents else {
      return "neither dvc.yaml nor artifacts.yaml says where the artifact lies"
    }
    return contents.gap.map { "\($0.reason); \($0.help)" }
  }

  /// The lines for `md5sum -c`.
  var checksums: [UInt8]? {
    version.records.contents.flatMap { ChecksumText.md5(of: $0.files) }
  }

  /// The commands that fetch it.
  var commands: [FetchCommand] {
    FetchCommand.all(for: version, in: commandScope)
  }

  /// What its commands are made from.
  var commandScope: FetchCommand.Scope {
    let (artifact, repository, site) = (scope.artifact, scope.repository, scope.site)
    let hasChecksums = version.records.contents.map { ChecksumText.covers($0.files) } ?? false
    return FetchCommand.Scope(
      artifact: artifact, repository: repository, site: site.settings.baseURL,
      checksums: hasChecksums
        ? site.addresses.checksums(of: version, of: artifact, in: repository) : nil,
      files: files(site: site.settings.baseURL))
  }
}
