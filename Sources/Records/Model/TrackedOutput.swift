/// A file or folder whose contents DVC keeps outside Git, as dvc.lock or a `.dvc` file knows it
/// (`records.md` §7 and §8).
package struct TrackedOutput: Hashable, Sendable {
  /// Relative to the repository's root.
  package let path: String

  /// The dvc.lock or `.dvc` file that says so.
  package let file: String

  /// The stage that writes it; nothing for a `.dvc` file.
  package let stage: String?

  /// `md5` for an object of DVC 3, `md5-dos2unix` for one of DVC 1 or 2; nothing where the file was
  /// never fetched (`import-url --no-exec`).
  package let hash: ContentHash?

  /// Whether the object is the list of a folder's files (`.dir`).
  package let isFolder: Bool

  /// In bytes.
  package let size: Int?
  package let fileCount: Int?

  /// The remote that the output names for itself.
  package let remote: String?

  /// What cloud-versioned remotes call this version of it (`records.md` §9.3).
  package let versions: [CloudVersion]

  /// The files of a folder that lists them itself, as cloud-versioned ones do.
  package let files: [File]

  /// What a `.dvc` file says it was imported from.
  package let source: Source?

  /// Where data was imported from (`records.md` §8).
  package enum Source: Hashable, Sendable {
    /// A path of another repository at a commit, by `dvc import`: DVC pushes no copy of it.
    case repository(address: String, path: String, revision: String?)
    /// An address or a path, by `dvc import-url`; without credentials.
    case address(String, size: Int?, hash: ContentHash?)
  }

  /// The version of an object in a remote that keeps versions by itself.
  package struct CloudVersion: Hashable, Sendable {
    package let remote: String
    package let versionID: String?

    /// Names a version.
    package init(remote: String, versionID: String?) {
      self.remote = remote
      self.versionID = versionID
    }
  }

  /// A file of a folder.
  package struct File: Hashable, Sendable {
    /// Relative to the folder.
    package let path: String
    package let hash: ContentHash?
    package let size: Int?
    package let versions: [CloudVersion]

    /// Makes a file's entry.
    package init(path: String, hash: ContentHash?, size: Int?, versions: [CloudVersion] = []) {
      self.path = path
      self.hash = hash
      self.size = size
      self.versions = versions
    }
  }

  /// Makes an output.
  package init(
    path: String, file: String, stage: String?, hash: ContentHash?, isFolder: Bool, size: Int?,
    fileCount: Int? = nil, remote: String? = nil, versions: [CloudVersion] = [], files: [File] = [],
    source: Source? = nil
  ) {
    self.path = path
    self.file = file
    self.stage = stage
    self.hash = hash
    self.isFolder = isFolder
    self.size = size
    self.fileCount = fileCount
    self.remote = remote
    self.versions = versions
    self.files = files
    self.source = source
  }
}
