import Formats
import Records

/// Which folders of a repository belong to which of its models.
///
/// A version has the records of its own model and of what no model has for itself: reading those of
/// all the others at every commit would be as many times the work as there are models (`speed.md`).
struct FolderClaims {
  private var owners: [String: Set<String>] = [:]

  /// By artifact.
  private var own: [String: Set<String>] = [:]

  /// The folders above claimed ones, but for the root.
  private var ancestors: Set<String> = []

  /// Takes each artifact with the paths that annotations gave it.
  init(_ artifacts: [(name: String, paths: [String])]) {
    for artifact in artifacts {
      let folders = Self.folders(of: artifact.name, paths: artifact.paths)
      own[artifact.name] = folders
      for folder in folders {
        owners[folder, default: []].insert(artifact.name)
        var above = RepositoryPath.folder(of: folder)
        while !above.isEmpty, ancestors.insert(above).inserted {
          above = RepositoryPath.folder(of: above)
        }
      }
    }
  }

  /// The folders that an artifact lies in or is annotated in; where that is the root, those of its
  /// name.
  private static func folders(of artifact: String, paths: [String]) -> Set<String> {
    let (folder, name) = AnnotationReader.split(artifact)
    let places = paths.compactMap { path -> String? in
      RepositoryPath(path, in: "").inside.map(RepositoryPath.folder(of:))
    }
    let folders = Set(places + [folder]).subtracting([""])
    return folders.isEmpty ? [name, "models/\(name)"] : folders
  }

  /// Tells whether models see the same of a repository as they did before.
  var checksum: Checksum {
    var coded = CodedWriter()
    let sorted = owners.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    for (folder, artifacts) in sorted {
      coded.write(folder)
      coded.write(artifacts.count)
      let names = artifacts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      for name in names { coded.write(name) }
    }
    return Checksum(coded.bytes)
  }

  /// What an artifact sees of the repository.
  func scope(of artifact: String) -> RecordScope {
    RecordScope(artifact: artifact, folders: own[artifact] ?? [], claims: self)
  }

  fileprivate func belongsToOthers(_ folder: String, than artifact: String) -> Bool {
    owners[folder].map { !$0.contains(artifact) } ?? false
  }

  fileprivate func hasClaims(below folder: String) -> Bool { ancestors.contains(folder) }
}

/// The part of a repository that concerns one model.
struct RecordScope {
  let artifact: String

  /// The model's own folders.
  let folders: Set<String>
  fileprivate let claims: FolderClaims

  /// Whether a folder, with all below it, is another model's.
  func leavesOut(folder: String) -> Bool {
    claims.belongsToOthers(folder, than: artifact)
      && !folders.contains { RepositoryPath.lies($0, in: folder) }
  }

  /// Whether anything below a folder may be another model's.
  func isMixed(_ folder: String) -> Bool { claims.hasClaims(below: folder) }

  /// Whether a file lies in another model's folder.
  func leavesOut(file: String) -> Bool {
    var folder = RepositoryPath.folder(of: file)
    while !folder.isEmpty {
      if leavesOut(folder: folder) { return true }
      folder = RepositoryPath.folder(of: folder)
    }
    return false
  }

  /// Whether a folder is one of the model's own, or lies in one.
  func owns(_ folder: String) -> Bool {
    folders.contains { RepositoryPath.lies(folder, in: $0) }
  }
}
