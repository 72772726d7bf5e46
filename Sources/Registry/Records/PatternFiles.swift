import GitStore
import Records

/// Finds the files at many commits whose paths fit a pattern; a folder that is the same at the same
/// place in several of them is looked into once.
struct PatternFiles {
  /// What was found at a commit.
  struct Found {
    var files: [(path: String, entry: TreeEntry)] = []

    /// Whether there were more folders or files than are looked at.
    var isCut = false
  }

  let pattern: String
  private let glob: Glob

  /// The folder that everything that fits lies in.
  private let base: String
  private var known: [Place: Found] = [:]

  private struct Place: Hashable {
    let tree: ObjectID
    let path: String
  }

  /// No more folders of a repository than this are looked into: equal folders may be nested in each
  /// other so that a few objects make billions of paths.
  private static let folderLimit = 200_000

  init(_ pattern: String) {
    self.pattern = pattern
    glob = Glob(pattern)
    base = pattern.split(separator: "/").prefix { part in
      !part.contains { "*?[\\".contains($0) }
    }.joined(separator: "/")
  }

  /// The files below a commit's tree, sorted by path.
  mutating func files(in root: ObjectID, _ folders: CommitTrees) -> Found {
    var found = Found()
    if base.isEmpty {
      found = files(of: root, at: "", depth: 0, folders)
    } else if let entry = folders.entry(at: base, in: root) {
      if entry.mode.isFile, glob.matches(base) { found.files = [(base, entry)] }
      if entry.mode == .folder { found = files(of: entry.id, at: base, depth: 0, folders) }
    }
    found.files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return found
  }

  private mutating func files(
    of tree: ObjectID, at path: String, depth: Int, _ folders: CommitTrees
  ) -> Found {
    let place = Place(tree: tree, path: path)
    if let found = known[place] { return found }
    var found = Found()
    guard depth < CommitTrees.depthLimit, known.count < Self.folderLimit else {
      found.isCut = true
      return found
    }
    for entry in folders.entries(of: tree) where found.files.count < CommitTrees.fileLimit {
      let path = path.isEmpty ? entry.name : "\(path)/\(entry.name)"
      if entry.mode == .folder {
        let below = files(of: entry.id, at: path, depth: depth + 1, folders)
        found.files += below.files
        found.isCut = found.isCut || below.isCut
      } else if entry.mode.isFile, glob.matches(path) {
        found.files.append((path, entry))
      }
    }
    found.isCut = found.isCut || found.files.count >= CommitTrees.fileLimit
    known[place] = found
    return found
  }
}
