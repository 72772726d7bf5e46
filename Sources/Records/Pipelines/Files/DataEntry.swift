import Formats

/// An entry of `deps` or `outs` in a dvc.lock or a `.dvc` file (`records.md` §7 and §8).
struct DataEntry: Sendable {
  let path: PlacedText
  var hash: ContentHash?
  var isFolder = false

  /// In bytes.
  var size: Int?
  var fileCount: Int?

  /// Whether DVC keeps the contents; where not, they lie in Git.
  var isCached = true

  /// The remote that the entry names for itself.
  var remote: String?
  var versions: [TrackedOutput.CloudVersion] = []
  var files: [TrackedOutput.File] = []

  /// Where `dvc import` took the file from.
  var repository: Repository?

  /// Another repository at a commit.
  struct Repository: Hashable, Sendable {
    /// Without credentials.
    let address: String

    /// What was asked for.
    let revision: String?

    /// The commit that this meant.
    let lockedRevision: String?
  }
}

/// Reads entries of `deps` and `outs`.
struct DataEntryReader {
  private static let keys = [
    "path", "md5", "etag", "checksum", "size", "nfiles", "isexec", "version_id", "hash", "cloud",
    "files", "cache", "remote", "persist", "push", "desc", "type", "labels", "meta", "fs_config",
    "repo",
  ]

  /// Keys of databases, datasets and DVC 0 and 1, which say nothing about contents.
  private static let otherKeys = ["db", "dataset", "metric", "plot", "checkpoint", "live"]

  var shape = ShapeReader()

  /// Reads a list of entries; one without a path is left out.
  mutating func entries(_ node: YAMLNode?) -> [DataEntry] {
    guard let node, !node.isNull else { return [] }
    return shape.items(node, "a list of files").compactMap { entry($0) }
  }

  private mutating func entry(_ node: YAMLNode) -> DataEntry? {
    let fields = shape.entries(node, "a mapping with a path")
    guard !fields.isEmpty else { return nil }
    guard let place = node["path"] else {
      if node["db"] == nil { shape.reject(node, "a “path” in the mapping") }
      return nil
    }
    guard let path = shape.text(place, "a path") else { return nil }
    var entry = DataEntry(path: path)
    // The files of a folder are hashed as the folder itself is.
    let kind = node["hash"] == nil ? ContentHash.Algorithm.md5DOSToUnix : .md5
    (entry.hash, entry.isFolder) = hash(node, kind: kind)
    var versionID: String?
    for field in fields {
      let value = field.value
      switch field.key {
      case "size": entry.size = shape.count(value, "a size in bytes")
      case "nfiles": entry.fileCount = shape.count(value, "a number of files")
      case "cache": entry.isCached = value.scalar != .bool(false)
      case "remote": entry.remote = value.plainText
      case "version_id": versionID = value.plainText
      case "cloud": entry.versions = versions(value)
      case "repo": entry.repository = repository(value)
      case "files": entry.files = files(value, kind: kind)
      default:
        if !Self.keys.contains(field.key), !Self.otherKeys.contains(field.key) {
          shape.noteUnknown(field, among: Self.keys)
        }
      }
    }
    // Older ones name the version beside the path, of the remote that is named or the default one.
    if let versionID, entry.versions.isEmpty {
      entry.versions = [.init(remote: entry.remote ?? "", versionID: versionID)]
    }
    if !entry.files.isEmpty { entry.describeAsFolder() }
    return entry
  }

  /// The hash and whether it is that of a folder's list.
  private mutating func hash(
    _ node: YAMLNode, kind: ContentHash.Algorithm
  ) -> (ContentHash?, isFolder: Bool) {
    let algorithms: [(String, ContentHash.Algorithm)] = [
      ("md5", kind), ("etag", .etag), ("checksum", .checksum),
    ]
    for (key, algorithm) in algorithms {
      guard let field = node[key], !field.isNull, field.plainText != "" else { continue }
      guard let written = shape.word(field, "a checksum") else { return (nil, false) }
      let isFolder = written.text.hasSuffix(".dir")
      let value = isFolder ? String(written.text.dropLast(4)) : written.text
      guard value.utf8.count >= 3 else {
        shape.note("Y012", at: written, "a checksum has 3 characters or more, “\(value)” has not")
        return (nil, isFolder)
      }
      guard key == "md5" else { return (ContentHash(algorithm, value), isFolder) }
      guard value.utf8.allSatisfy(\.isHexDigit) else {
        shape.note("Y012", at: written, "expected an MD5 sum, found other than hexadecimal digits")
        return (nil, isFolder)
      }
      return (ContentHash(algorithm, value.lowercased()), isFolder)
    }
    return (nil, false)
  }

  private mutating func versions(_ node: YAMLNode) -> [TrackedOutput.CloudVersion] {
    shape.entries(node, "a mapping of remotes").map { remote in
      .init(remote: remote.key, versionID: remote.value["version_id"]?.plainText)
    }
  }

  private mutating func files(
    _ node: YAMLNode, kind: ContentHash.Algorithm
  ) -> [TrackedOutput.File] {
    shape.items(node, "a list of files").compactMap { item -> TrackedOutput.File? in
      guard let path = item["relpath"].flatMap({ PlacedText($0) }) else {
        shape.reject(item, "a mapping with a “relpath”")
        return nil
      }
      // A file's path leads down from its folder.
      guard case .inside(let inside) = RepositoryPath(path.text, in: ""), !inside.isEmpty else {
        shape.note("P006", at: path, "the path leaves the folder")
        return nil
      }
      let (hash, _) = self.hash(item, kind: kind)
      let size = item["size"].flatMap { shape.count($0, "a size in bytes") }
      var versions = item["cloud"].map { self.versions($0) } ?? []
      if versions.isEmpty, let versionID = item["version_id"]?.plainText {
        versions = [.init(remote: "", versionID: versionID)]
      }
      return TrackedOutput.File(path: inside, hash: hash, size: size, versions: versions)
    }
  }

  private mutating func repository(_ node: YAMLNode) -> DataEntry.Repository? {
    guard let url = node["url"].flatMap({ shape.text($0, "an address") }) else {
      if node["url"] == nil { shape.reject(node, "a mapping with a “url”") }
      return nil
    }
    return DataEntry.Repository(
      address: ExternalAddress.withoutCredentials(url.text), revision: node["rev"]?.plainText,
      lockedRevision: node["rev_lock"]?.plainText)
  }
}

extension DataEntry {
  /// Takes size and number of files from the list of files, where the entry has one.
  fileprivate mutating func describeAsFolder() {
    isFolder = true
    fileCount = fileCount ?? files.count
    guard size == nil else { return }
    let sizes = files.compactMap(\.size)
    guard sizes.count == files.count else { return }
    size = sizes.checkedSum
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
