/// All files of an artifact, in the order of their lists.
///
/// What each looks like is worked out when it is asked for: a folder may have very many, and versions
/// often share its list.
package struct ArtifactFiles: Hashable, Sendable {
  /// Files with a common beginning of their paths.
  package struct Group: Hashable, Sendable {
    /// The artifact's name, and the way to what is kept as one.
    let prefix: String
    let members: Members

    enum Members: Hashable, Sendable {
      case stored(StoredFiles)
      /// Paths below the prefix; empty for the file itself.
      case git([GitFile])
      case address(String, size: Int?, hash: ContentHash?)
      /// Files of which everything is known, as kept facts have them.
      case told([ArtifactFile])
    }
  }

  /// What a program has to know of the bucket that keeps a file.
  package struct Bucket: Hashable, Sendable {
    /// The server that speaks S3's language where it isn't Amazon's.
    package let endpoint: String?
    package let region: String?

    /// The storage account that a container of Azure belongs to.
    package let account: String?

    /// Whether it tells the versions of a file apart by itself.
    package let keepsVersions: Bool

    /// Describes a bucket.
    package init(
      endpoint: String?, region: String?, account: String? = nil, keepsVersions: Bool
    ) {
      self.account = account
      self.endpoint = endpoint
      self.region = region
      self.keepsVersions = keepsVersions
    }
  }

  /// What DVC keeps as one.
  package struct StoredFiles: Hashable, Sendable {
    package let output: TrackedOutput

    /// The folder of the DVC project; empty for the repository's root.
    package let project: String

    /// The part of the output that is meant; empty for the whole.
    let rest: String
    package let remote: DVCRemote?

    /// The members of the output that are meant; a single one with an empty path for a file.
    package let files: [TrackedOutput.File]

    /// Joins what is known of them.
    package init(
      output: TrackedOutput, project: String, rest: String, remote: DVCRemote?,
      files: [TrackedOutput.File]
    ) {
      self.output = output
      self.project = project
      self.rest = rest
      self.remote = remote
      self.files = files
    }
  }

  /// A file that Git keeps.
  package struct GitFile: Hashable, Sendable {
    /// Below the folder; empty for the artifact itself.
    let path: String
    let place: ArtifactFile.GitPlace
    let size: Int?
    package let pointer: LFSPointer?

    /// Makes a file; of a pointer of Git LFS, with what it says.
    package init(
      path: String, rootPath: String, blob: String, size: Int?, pointer: LFSPointer? = nil
    ) {
      self.path = path
      place = .init(path: rootPath, blob: blob, isPointer: pointer != nil)
      self.size = size
      self.pointer = pointer
    }
  }

  package private(set) var groups: [Group] = []

  private var toldBucket: Bucket?

  /// Makes an empty list.
  package init() {}

  /// Makes a list of files of which everything is known.
  package init(told files: [ArtifactFile], bucket: Bucket?) {
    groups = files.isEmpty ? [] : [Group(prefix: "", members: .told(files))]
    toldBucket = bucket
  }

  /// The bucket of the first files, where DVC keeps them.
  package var bucket: Bucket? {
    guard toldBucket == nil, let remote = groups.first?.stored?.remote else { return toldBucket }
    return Bucket(
      endpoint: remote.endpoint, region: remote.region, account: remote.account,
      keepsVersions: remote.keepsVersions)
  }

  /// Adds what DVC keeps.
  package mutating func add(_ files: StoredFiles, as prefix: String) {
    groups.append(Group(prefix: prefix, members: .stored(files)))
  }

  /// Adds what Git keeps.
  package mutating func add(_ files: [GitFile], as prefix: String) {
    groups.append(Group(prefix: prefix, members: .git(files)))
  }

  /// Adds a file that lies at an address outside.
  package mutating func add(
    address: String, size: Int? = nil, hash: ContentHash? = nil, as prefix: String
  ) {
    groups.append(Group(prefix: prefix, members: .address(address, size: size, hash: hash)))
  }

  package var count: Int { groups.reduce(0) { $0 + $1.count } }
  package var isEmpty: Bool { groups.allSatisfy { $0.count == 0 } }
}

extension ArtifactFiles: Sequence {
  package func makeIterator() -> some IteratorProtocol<ArtifactFile> {
    groups.lazy.flatMap { group in (0..<group.count).lazy.map { group[$0] } }.makeIterator()
  }
}

extension ArtifactFiles.Group {
  package var count: Int {
    switch members {
    case .stored(let stored): stored.files.count
    case .git(let files): files.count
    case .address: 1
    case .told(let files): files.count
    }
  }

  /// What DVC keeps of it; nothing where Git or somebody else does.
  package var stored: ArtifactFiles.StoredFiles? {
    guard case .stored(let stored) = members else { return nil }
    return stored
  }

  /// The file at a place of the group.
  package subscript(position: Int) -> ArtifactFile {
    switch members {
    case .stored(let stored): stored.file(position, prefix)
    case .git(let files): files[position].file(prefix)
    case .address(let address, let size, let hash):
      ArtifactFile(
        path: prefix, size: size, hashes: hash.map { [$0] } ?? [],
        urls: [ExternalAddress.webURL(address), address].compactMap(\.self).distinctURLs)
    case .told(let files): files[position]
    }
  }
}

extension ArtifactFiles.StoredFiles {
  fileprivate func file(_ position: Int, _ prefix: String) -> ArtifactFile {
    let member = files[position]
    let address =
      member.path.isEmpty
      ? remote?.address(of: output, inProject: project)
      : remote?.address(of: member, in: output, inProject: project)
    let skipped = rest.isEmpty ? 0 : rest.utf8.count + 1
    let below = String(Substring(member.path.utf8.dropFirst(skipped)))
    return ArtifactFile(
      path: below.isEmpty ? prefix : "\(prefix)/\(below)", size: member.size,
      hashes: member.hash.map { [$0] } ?? [],
      urls: [address?.webURL, address?.publicURL].compactMap(\.self).distinctURLs)
  }
}

extension ArtifactFiles.GitFile {
  fileprivate func file(_ prefix: String) -> ArtifactFile {
    ArtifactFile(
      path: path.isEmpty ? prefix : "\(prefix)/\(path)", size: pointer?.size ?? size,
      hashes: [pointer?.hash ?? ContentHash(.git, place.blob)], urls: [], git: place)
  }
}

extension [String] {
  /// Without what stands in it before.
  fileprivate var distinctURLs: [String] {
    count == 2 && self[0] == self[1] ? [self[0]] : self
  }
}
