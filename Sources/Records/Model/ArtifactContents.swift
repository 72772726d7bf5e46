/// Where the bytes of an artifact lie at a version's commit (`records.md` §10).
package struct ArtifactContents: Hashable, Sendable {
  /// What keeps them.
  package enum Storage: String, Hashable, Sendable { case git, lfs, dvc, external, missing }

  package let storage: Storage
  package let isFolder: Bool

  /// In bytes.
  package let size: Int?

  /// The number of files in a folder.
  package let fileCount: Int?
  package let hashes: [ContentHash]

  /// The DVC remote that keeps it; nothing where none is configured or DVC does not keep it.
  package let remote: Remote?

  /// The object's address in the remote, without credentials; for `external`, the artifact's own.
  package let address: String?

  /// Its files, as far as they are known.
  package let files: ArtifactFiles

  /// Why files, or ways to them, are missing; nothing where none are.
  package let gap: Gap?

  /// What stands between an artifact and its bytes (`bad-input.md`).
  package struct Gap: Hashable, Sendable {
    package let code: String
    package let reason: String
    package let help: String

    /// Says what is in the way.
    package init(_ code: String, reason: String, help: String) {
      self.code = code
      self.reason = reason
      self.help = help
    }
  }

  /// A DVC remote as a site may show it (`records.md` §9.4).
  package struct Remote: Hashable, Sendable {
    package let name: String

    /// Without credentials; nothing for a folder of somebody's machine.
    package let url: String?

    /// Names a remote.
    package init(name: String, url: String?) {
      self.name = name
      self.url = url
    }
  }

  /// Makes the facts.
  package init(
    storage: Storage, isFolder: Bool = false, size: Int? = nil, fileCount: Int? = nil,
    hashes: [ContentHash] = [], remote: Remote? = nil, address: String? = nil,
    files: ArtifactFiles = ArtifactFiles(), gap: Gap? = nil
  ) {
    self.storage = storage
    self.isFolder = isFolder
    self.size = size
    self.fileCount = fileCount
    self.hashes = hashes
    self.remote = remote
    self.address = address
    self.files = files
    self.gap = gap
  }
}
