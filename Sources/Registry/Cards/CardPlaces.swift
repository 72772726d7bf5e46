import GitStore
import Records

/// Where the card of a model may be at a commit (`records.md` §12.5).
struct CardPlaces {
  private let paths: [(folder: String, name: String)]

  /// A file that may be the card.
  struct Candidate: Hashable {
    let path: String
    let source: FileSource

    /// Whether it may be about the whole repository: a README at its root.
    var isRepositoryReadme: Bool {
      !path.utf8.contains(UInt8(ascii: "/")) && path.lowercased().hasPrefix("readme")
    }
  }

  init(_ settings: CardSettings) {
    paths = settings.paths.map { path in
      let folder = RepositoryPath.folder(of: path)
      return (folder, folder.isEmpty ? path : String(path.dropFirst(folder.utf8.count + 1)))
    }
  }

  /// The folders that are looked into, the nearest to the model first: beside the artifact, where it
  /// is described, where models of its name usually are, and the root.
  static func folders(of subject: CardSubject) -> [String] {
    var folders: [String] = []
    if let path = subject.path { folders += [path, RepositoryPath.folder(of: path)] }
    if let file = subject.file { folders.append(RepositoryPath.folder(of: file)) }
    let parts = subject.artifact.split(separator: ":", maxSplits: 1)
    if parts.count == 2, let directory = RepositoryPath(String(parts[0]), in: "").inside {
      folders.append(directory)
    }
    folders.append("models/\(parts.last ?? "")")
    return (folders + [""]).distinct()
  }

  /// The files that there are, the most likely ones first; whether a folder that DVC keeps holds such
  /// a file, its list tells.
  func candidates(of subject: CardSubject, _ trees: CommitTrees) -> [Candidate] {
    let keepsOutputs = subject.projects.contains { !$0.wider.outputs.isEmpty }
    return Self.folders(of: subject).flatMap { folder in
      var tree: [String: ObjectID?] = [:]
      return paths.compactMap { part -> Candidate? in
        let below = [folder, part.folder].filter { !$0.isEmpty }.joined(separator: "/")
        let path = below.isEmpty ? part.name : "\(below)/\(part.name)"
        let holder = tree[below] ?? trees.folder(at: below, in: subject.tree)
        tree[below] = .some(holder)
        if let entry = holder.flatMap({ trees.entry(named: part.name, in: $0) }) {
          return Candidate(path: path, source: .git(entry))
        }
        guard keepsOutputs, let file = StoredFile(at: path, in: subject.projects) else {
          return nil
        }
        return Candidate(path: path, source: .stored(file))
      }
    }.distinct()
  }
}

/// A version whose card is wanted.
struct CardSubject {
  let artifact: String
  let tree: ObjectID

  /// The artifact's path relative to the repository's root; nothing where it is elsewhere.
  let path: String?

  /// The file that describes it.
  let file: String?

  /// The DVC projects that concern it.
  let projects: [CommitProject]
}
