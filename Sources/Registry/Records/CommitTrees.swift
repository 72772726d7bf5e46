import GitStore

/// The folders of many commits, each distinct one read once: most are the same in most commits.
struct CommitTrees {
  private var folders: [ObjectID: TreeObject] = [:]

  /// What lies below a folder that records are made of, by the folder's id.
  private var found: [ObjectID: [FoundFile]] = [:]
  private var counts: [ObjectID: Int] = [:]
  private let idLength: Int

  /// Folders deeper than this are not looked into.
  static let depthLimit = 64

  /// No more distinct folders of one repository than this are read.
  static let folderLimit = 500_000

  /// No more files than this are looked at below one folder: equal folders may be nested in each
  /// other so that a few objects make a tree of billions of files.
  static let fileLimit = 20_000

  init(idLength: Int) { self.idLength = idLength }

  /// Reads everything below the trees that was not read before, one level at a time.
  mutating func load(
    _ roots: [ObjectID], _ objects: inout ObjectReader
  ) async throws(GitError) {
    var level = roots.distinct().filter { folders[$0] == nil }
    for _ in 0..<Self.depthLimit where !level.isEmpty && folders.count < Self.folderLimit {
      var loaded: [(ObjectID, TreeObject)] = []
      let ids = level
      try await objects.contents(of: ids) { index, answer, bytes in
        guard case .found(.tree, _) = answer else { return }
        loaded.append((ids[index], TreeObject(bytes, idLength: idLength)))
      }
      for (id, tree) in loaded { folders[id] = tree }
      level = loaded.flatMap { $0.1.entries.lazy.filter { $0.mode == .folder }.map(\.id) }
        .distinct().filter { folders[$0] == nil }
    }
  }

  /// The entries of a folder itself.
  func entries(of folder: ObjectID) -> [TreeEntry] { folders[folder]?.entries ?? [] }

  /// The entry of a name in a folder.
  func entry(named name: String, in folder: ObjectID) -> TreeEntry? {
    folders[folder]?.entry(named: name)
  }

  /// The folder at a path below a tree; the tree itself where the path is empty.
  func folder(at path: String, in root: ObjectID) -> ObjectID? {
    if path.isEmpty { return root }
    return entry(at: path, in: root).flatMap { $0.mode == .folder ? $0.id : nil }
  }

  /// The number of files below a folder, however many.
  mutating func fileCount(of folder: ObjectID, depth: Int = 0) -> Int {
    if let known = counts[folder] { return known }
    guard depth < Self.depthLimit else { return 0 }
    var count = 0
    for entry in entries(of: folder) {
      let more = entry.mode == .folder ? fileCount(of: entry.id, depth: depth + 1) : 1
      if entry.mode == .folder || entry.mode.isFile {
        count = count.addingReportingOverflow(more).overflow ? .max : count + more
      }
    }
    counts[folder] = count
    return count
  }

  /// The entry at a path below a tree; nothing where there is none, and for the tree itself.
  func entry(at path: String, in root: ObjectID) -> TreeEntry? {
    var folder = root
    var parts = path.split(separator: "/")[...]
    while let part = parts.popFirst() {
      guard let entry = folders[folder]?.entry(named: String(part)) else { return nil }
      if parts.isEmpty { return entry }
      guard entry.mode == .folder else { return nil }
      folder = entry.id
    }
    return nil
  }

  /// The files below a path, or the file that it is, sorted by path; links and submodules left out.
  func files(at path: String, in root: ObjectID) -> [(path: String, entry: TreeEntry)] {
    guard !path.isEmpty else { return files(of: root, at: "") }
    guard let entry = entry(at: path, in: root) else { return [] }
    if entry.mode.isFile { return [(path, entry)] }
    return entry.mode == .folder ? files(of: entry.id, at: path) : []
  }

  private func files(of tree: ObjectID, at path: String) -> [(path: String, entry: TreeEntry)] {
    var files: [(path: String, entry: TreeEntry)] = []
    var level: [(path: String, id: ObjectID)] = [(path, tree)]
    for _ in 0..<Self.depthLimit where !level.isEmpty && files.count < Self.fileLimit {
      var next: [(path: String, id: ObjectID)] = []
      for folder in level where next.count < Self.fileLimit && files.count < Self.fileLimit {
        for entry in folders[folder.id]?.entries ?? [] {
          let path = folder.path.isEmpty ? entry.name : "\(folder.path)/\(entry.name)"
          if entry.mode.isFile { files.append((path, entry)) }
          if entry.mode == .folder { next.append((path, entry.id)) }
        }
      }
      level = next
    }
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The files below a tree that say where records are, or hold them by their name; those in other
  /// models' folders are left out.
  mutating func recordFiles(in root: ObjectID, of scope: RecordScope) -> [FoundFile] {
    recordFiles(in: root, at: "", of: scope, depth: 0)
  }

  /// The same for all models together.
  mutating func recordFiles(in root: ObjectID) -> [FoundFile] { recordFiles(in: root, depth: 0) }

  private mutating func recordFiles(
    in tree: ObjectID, at path: String, of scope: RecordScope, depth: Int
  ) -> [FoundFile] {
    files(in: tree, depth: depth) { trees, entry in
      let below = path.isEmpty ? entry.name : "\(path)/\(entry.name)"
      if scope.leavesOut(folder: below) { return [] }
      return scope.isMixed(below)
        ? trees.recordFiles(in: entry.id, at: below, of: scope, depth: depth + 1)
        : trees.recordFiles(in: entry.id, depth: depth + 1)
    }
  }

  /// Where all that lies below a folder counts, it is looked at once for all commits.
  private mutating func recordFiles(in tree: ObjectID, depth: Int) -> [FoundFile] {
    if let known = found[tree] { return known }
    let files = files(in: tree, depth: depth) { trees, entry in
      trees.recordFiles(in: entry.id, depth: depth + 1)
    }
    found[tree] = files
    return files
  }

  private mutating func files(
    in tree: ObjectID, depth: Int,
    below: (inout CommitTrees, TreeEntry) -> [FoundFile]
  ) -> [FoundFile] {
    guard depth < Self.depthLimit, let folder = folders[tree] else { return [] }
    var files: [FoundFile] = []
    for entry in folder.entries where files.count < Self.fileLimit {
      if entry.mode == .folder, entry.name == ".dvc" {
        let config = folders[entry.id]?.entry(named: "config").flatMap { $0.mode.isFile ? $0 : nil }
        files.append(FoundFile(path: entry.name, kind: .root, entry: config ?? entry))
      } else if entry.mode == .folder {
        if FoundFile.isLiveFolder(entry.name) {
          files.append(FoundFile(path: entry.name, kind: .liveFolder, entry: entry))
        }
        for file in below(&self, entry).prefix(Self.fileLimit - files.count) {
          files.append(file.below(entry.name))
        }
      } else if let kind = FoundFile.Kind(fileName: entry.name) {
        files.append(FoundFile(path: entry.name, kind: kind, entry: entry))
      }
    }
    return files
  }
}

/// A file whose name says that it matters to records.
struct FoundFile: Hashable {
  enum Kind: Hashable {
    /// A `.dvc` folder, which makes its parent the root of a DVC project; the entry is its
    /// configuration, or the folder itself where it has none.
    case root
    case pipeline, lock, tracker, ignore
    /// The summaries that DVCLive writes.
    case liveMetrics, liveParams
    /// A folder that DVCLive writes to.
    case liveFolder

    init?(fileName: String) {
      switch fileName {
      case "dvc.yaml": self = .pipeline
      case "dvc.lock": self = .lock
      case ".dvcignore": self = .ignore
      case "metrics.json", "dvclive.json": self = .liveMetrics
      case "params.yaml": self = .liveParams
      default:
        guard fileName.utf8.count > 4, fileName.hasSuffix(".dvc") else { return nil }
        self = .tracker
      }
    }
  }

  let path: String
  let kind: Kind
  let entry: TreeEntry

  /// Whether DVCLive gives its folders that name.
  static func isLiveFolder(_ name: String) -> Bool {
    name == "dvclive" || name == "dvclive-metrics"
  }

  func below(_ folder: String) -> FoundFile {
    FoundFile(path: "\(folder)/\(path)", kind: kind, entry: entry)
  }

  /// Whether it is a summary at a place where DVCLive puts it: `dvclive/metrics.json`,
  /// `dvclive.json` (`records.md` §11).
  var isLiveSummary: Bool {
    switch kind {
    case .liveMetrics where entry.name == "dvclive.json": true
    case .liveMetrics, .liveParams: path.split(separator: "/").dropLast().last == "dvclive"
    case .root, .pipeline, .lock, .tracker, .ignore, .liveFolder: false
    }
  }
}
