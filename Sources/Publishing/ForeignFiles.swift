import Glibc

/// What lies in an old site without being ours: it outlives every build (O003).
struct ForeignFiles: Sendable {
  /// One file, link or folder of somebody else.
  struct Entry: Equatable, Sendable {
    let path: RelativePath
    let isFolder: Bool
  }

  /// A folder stands before what lies in it.
  private(set) var entries: [Entry] = []
  /// All that was found, whatever has become of it since.
  private var found: Set<RelativePath> = []
  private let site: OldSite
  private let ownFiles: Set<RelativePath>
  private let ownFolders: Set<RelativePath>

  /// Walks through an old site, never along a link.
  init(in site: OldSite) throws(PublishError) {
    self.site = site
    ownFiles = site.manifest.paths
    ownFolders = ownFiles.folders
    try collect(site.folder, at: nil, isForeign: false)
    found = Set(entries.map(\.path))
  }

  /// What has come into the old site since this was made.
  func arrivals() throws(PublishError) -> ForeignFiles {
    var later = try ForeignFiles(in: site)
    later.entries.removeAll { found.contains($0.path) }
    return later
  }

  private mutating func collect(
    _ folder: OpenFile, at place: RelativePath?, isForeign: Bool
  ) throws(PublishError) {
    for entry in try folder.entries() {
      let path = place?.appending(entry.name) ?? entry.name
      if site.isKept(path) { continue }
      if entry.isFolder {
        let isForeign = isForeign || !ownFolders.contains(path)
        if isForeign { entries.append(Entry(path: path, isFolder: true)) }
        guard let inner = try folder.folder(named: entry.name) else { continue }
        try collect(inner, at: path, isForeign: isForeign)
      } else if isForeign || !ownFiles.contains(path) {
        entries.append(Entry(path: path, isFolder: false))
      }
    }
  }

  /// Leaves out what the new site has taken over, and throws `refused` if it needs a foreign place.
  mutating func makeWay(for files: [WrittenFile]) throws(PublishError) {
    let newFiles = Dictionary(files.map { ($0.location, $0.isUnchanged) }) { first, _ in first }
    let newFolders = Set(newFiles.keys).folders
    var kept: [Entry] = []
    for entry in entries {
      let isTakenOver = newFiles[entry.path] ?? false
      let isInTheWay =
        entry.isFolder
        ? newFiles.keys.contains(entry.path)
        : newFiles[entry.path] == false || newFolders.contains(entry.path)
      if isInTheWay {
        throw .refused(folder: site.folder.path, .foreignFileInTheWay(entry.path.text))
      }
      if !isTakenOver, !(entry.isFolder && newFolders.contains(entry.path)) { kept.append(entry) }
    }
    entries = kept
  }

  /// The paths for the report: files, and folders that hold nothing.
  var report: [String] {
    let holding = Set(entries.map(\.path)).folders
    return entries.compactMap { entry in
      guard entry.isFolder else { return entry.path.text }
      return holding.contains(entry.path) ? nil : entry.path.text + "/"
    }
  }

  /// Gives everything a second name in the new site; what is there already stays.
  ///
  /// Second names rather than moves: until the swap the old site is whole, and after it the new one.
  func carry(into root: OpenFile) throws(PublishError) {
    for entry in entries {
      if entry.isFolder {
        try root.makeFolder(entry.path)
      } else if let place = try site.folder.folder(holding: entry.path) {
        try carry(entry.path, from: place, into: root)
      }
    }
    // Only now, as a folder may forbid writing; and the deepest first, as it may forbid entering.
    for entry in entries.reversed() where entry.isFolder {
      guard let place = try site.folder.folder(holding: entry.path),
        let status = FileStatus.of(entry.path.name, in: place), status.isFolder
      else { continue }
      try root.adopt(status, of: entry.path)
    }
  }

  private func carry(
    _ path: RelativePath, from place: OpenFile, into root: OpenFile
  ) throws(PublishError) {
    do {
      try root.link(path, to: path.name, in: place)
    } catch {
      switch error.systemCode {
      case EEXIST: return
      case ENOENT where FileStatus.of(path.name, in: place) == nil: return
      case .some(let code) where code != EXDEV && OpenFile.cannotLink.contains(code):
        try root.copy(path, from: path.name, in: place)
      default: throw error
      }
    }
  }
}

extension Set<RelativePath> {
  /// Every folder above one of the paths.
  var folders: Set<RelativePath> {
    var found: Set<RelativePath> = []
    for path in self {
      for folder in path.folders where !found.insert(folder).inserted { break }
    }
    return found
  }
}
