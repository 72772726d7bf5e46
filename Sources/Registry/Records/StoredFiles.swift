import Formats
import GitStore
import Records
import Storage

/// A file or folder of a commit that DVC keeps outside Git.
struct StoredFile: Hashable, Sendable {
  /// The folder of its DVC project.
  let project: String

  /// The blob of the `.dvc/config` that held at the commit.
  let configuration: ObjectID?
  let output: TrackedOutput

  /// The path inside a folder that DVC keeps as one; empty for the whole.
  let rest: String
}

/// Fetches what DVC keeps outside Git: from its cache, from remotes, or by a configured command.
///
/// All objects of a project are asked for together, each distinct one once.
struct StoredFiles {
  private let settings: StorageSettings
  private let workTree: String?
  private var configurations = BlobReader { DVCConfiguration($0) }

  /// What was fetched, by project and object; without the bytes of what was parsed, so that they are
  /// not kept beside the values.
  private var results: [Request: FetchResult] = [:]
  private var lists: [Request: Result<FolderList, FormatError>] = [:]
  private var values: [ValueKey: DataFile] = [:]

  /// What could not be had, though it may be another time.
  private var missed: Set<MissedOutput> = []

  private struct MissedOutput: Hashable {
    let project: String
    let path: String
    let hash: ContentHash?
  }

  private struct Project: Hashable {
    let folder: String
    let configuration: ObjectID?
  }

  private struct Request: Hashable {
    let project: Project
    let object: StoredObject
  }

  private struct ValueKey: Hashable {
    let request: Request
    let format: RecordFormat
  }

  /// One file that a stored path turned out to be, or why it is none.
  struct Part {
    let path: String
    let hash: ContentHash?
    let size: Int?
    let contents: Contents

    enum Contents {
      case read(DataFile)
      case unavailable(reason: String, help: String)
    }
  }

  /// A file inside a folder that DVC keeps, as the folder's list tells it.
  typealias Member = TrackedOutput.File

  init(settings: StorageSettings, workTree: String?) {
    self.settings = settings
    self.workTree = workTree
  }

  /// Reads configurations of DVC.
  mutating func readConfigurations(
    _ ids: [ObjectID], _ objects: inout ObjectReader
  ) async throws(GitError) {
    try await configurations.read(ids, &objects)
  }

  /// Reads the configurations of DVC and the lists of folders, and nothing larger.
  mutating func readLists(
    _ files: [StoredFile], _ objects: inout ObjectReader
  ) async throws(GitError) {
    try await configurations.read(files.compactMap(\.configuration), &objects)
    let folders = files.filter { $0.output.isFolder && $0.output.files.isEmpty }
    await fetch(folders.map { request($0, Self.object(of: $0)) })
    for file in folders {
      let request = request(file, Self.object(of: file))
      settle(file, request)
      if case .found(let bytes)? = results[request], lists[request] == nil {
        lists[request] = Self.list(bytes, isLegacy: file.output.hash?.algorithm == .md5DOSToUnix)
        results[request] = .found([])
      }
    }
  }

  private static func list(
    _ bytes: [UInt8], isLegacy: Bool
  ) -> Result<FolderList, FormatError> {
    do throws(FormatError) {
      return .success(try FolderList(bytes, isLegacy: isLegacy))
    } catch {
      return .failure(error)
    }
  }

  /// Whether all that was asked for of an output was there.
  func isSettled(_ output: TrackedOutput, inProject project: String) -> Bool {
    missed.isEmpty
      || !missed.contains(MissedOutput(project: project, path: output.path, hash: output.hash))
  }

  /// Whether all that was asked for was there.
  var isSettled: Bool { missed.isEmpty }

  private mutating func settle(_ file: StoredFile, _ request: Request) {
    switch results[request] {
    case .unavailable, .damaged:
      missed.insert(
        MissedOutput(project: file.project, path: file.output.path, hash: file.output.hash))
    case .found, .tooLarge, nil: break
    }
  }

  /// Reads files whose folders' lists were read before.
  mutating func readContents(_ files: [StoredFile]) async {
    var wanted: [(request: Request, format: RecordFormat)] = []
    var owners: [StoredFile] = []
    for file in files {
      for member in members(of: file) {
        let object = object(member, of: file)
        wanted.append((request(file, object), .of(path: path(of: member, in: file))))
        owners.append(file)
      }
    }
    for (request, format) in wanted
    where values[ValueKey(request: request, format: format)] == nil {
      if case .found? = results[request] { results[request] = nil }
    }
    await fetch(wanted.map(\.request))
    for (file, item) in zip(owners, wanted) { settle(file, item.request) }
    for (request, format) in wanted {
      let key = ValueKey(request: request, format: format)
      if case .found(let bytes)? = results[request], values[key] == nil {
        values[key] = DataFile(bytes, format: format)
      }
    }
    for (request, _) in wanted {
      if case .found? = results[request] { results[request] = .found([]) }
    }
  }

  /// The bytes of files whose folders' lists were read before, each fetched once and not kept.
  mutating func bytes(of files: [StoredFile]) async -> [StoredFile: FetchResult] {
    var wanted: [(file: StoredFile, request: Request)] = []
    for file in files.distinct() {
      guard let member = members(of: file).first else { continue }
      wanted.append((file, request(file, object(member, of: file))))
    }
    // What was found before was dropped when it had been parsed.
    for (_, request) in wanted {
      if case .found? = results[request] { results[request] = nil }
    }
    await fetch(wanted.map(\.request))
    var found: [StoredFile: FetchResult] = [:]
    for (file, request) in wanted {
      found[file] = results[request]
      settle(file, request)
    }
    for (_, request) in wanted {
      if case .found? = results[request] { results[request] = .found([]) }
    }
    return found
  }

  /// The files that a stored path is made of, or the reason why there are none.
  func parts(of file: StoredFile) -> [Part] {
    let members = members(of: file)
    guard members.isEmpty else { return members.map { part($0, of: file) } }
    let (reason, help) = absence(of: file)
    return [
      Part(
        path: file.path, hash: file.output.hash, size: file.output.size,
        contents: .unavailable(reason: reason, help: help))
    ]
  }

  /// The members of a folder that a path means; the file itself, with an empty path, where it is one.
  func members(of file: StoredFile) -> [Member] {
    let output = file.output
    guard output.isFolder else {
      let own = Member(path: "", hash: output.hash, size: output.size, versions: output.versions)
      return file.rest.isEmpty ? [own] : []
    }
    let all =
      output.files.isEmpty
      ? (try? lists[request(file, Self.object(of: file))]?.get())?.files ?? [] : output.files
    return file.rest.isEmpty ? all : all.filter { RepositoryPath.lies($0.path, in: file.rest) }
  }

  /// The configuration that held for a project at a commit, as the repository itself has it.
  func configuration(of file: StoredFile) -> DVCConfiguration? {
    file.configuration.flatMap { configurations.parsed[$0] }
  }

  /// A configuration that was read.
  func configuration(_ id: ObjectID) -> DVCConfiguration? { configurations.parsed[id] }

  /// What was wrong in a configuration.
  func problems(of configuration: ObjectID) -> [FormatError] {
    configurations.parsed[configuration]?.problems ?? []
  }

  private func part(_ member: Member, of file: StoredFile) -> Part {
    let path = path(of: member, in: file)
    let request = request(file, object(member, of: file))
    let contents: Part.Contents
    switch results[request] {
    case .found:
      let key = ValueKey(request: request, format: .of(path: path))
      contents =
        values[key].map(Part.Contents.read)
        ?? .unavailable(reason: "it was not asked for", help: "build the site again")
    case .unavailable(let reason, let help), .damaged(let reason, let help):
      contents = .unavailable(reason: reason, help: help)
    case .tooLarge(let size):
      contents = .unavailable(
        reason: "it has \(size) bytes, and \(settings.sizeLimit) are read at most",
        help: "keep records in small files, or raise limits: file_size in vitrine.yaml")
    case nil:
      contents = .unavailable(reason: "it was not asked for", help: "build the site again")
    }
    return Part(path: path, hash: member.hash, size: member.size, contents: contents)
  }

  /// Why a stored path has no files, where it has none.
  func absence(of file: StoredFile) -> (reason: String, help: String) {
    guard file.output.isFolder else {
      return ("\(file.output.path) is a file, not a folder", "name the file itself in dvc.yaml")
    }
    let request = request(file, Self.object(of: file))
    if case .failure(let error)? = lists[request] {
      return (error.problem, error.help ?? "run dvc repro and commit dvc.lock")
    }
    switch results[request] {
    case .unavailable(let reason, let help)?, .damaged(let reason, let help)?:
      return ("the list of its folder is missing: \(reason)", help)
    default: return ("the list of its folder does not name it", "run dvc repro and commit dvc.lock")
    }
  }

  private func path(of member: Member, in file: StoredFile) -> String {
    member.path.isEmpty ? file.output.path : "\(file.output.path)/\(member.path)"
  }

  private func object(_ member: Member, of file: StoredFile) -> StoredObject {
    member.path.isEmpty
      ? Self.object(of: file)
      : StoredObject(member, of: file.output, inProject: file.project)
  }

  private static func object(of file: StoredFile) -> StoredObject {
    StoredObject(file.output, inProject: file.project)
  }

  private func request(_ file: StoredFile, _ object: StoredObject) -> Request {
    Request(
      project: Project(folder: file.project, configuration: file.configuration), object: object)
  }

  private mutating func fetch(_ requests: [Request]) async {
    let new = requests.distinct().filter { results[$0] == nil }
    let byProject = Dictionary(grouping: new, by: \.project)
    for project in new.map(\.project).distinct() {
      let requests = byProject[project] ?? []
      let fetched = await store(project).fetch(requests.map(\.object))
      for (request, result) in zip(requests, fetched) { results[request] = result }
    }
  }

  private func store(_ project: Project) -> ObjectStore {
    let folder = workTree.map { project.folder.isEmpty ? $0 : "\($0)/\(project.folder)" }
    let committed = project.configuration.flatMap { configurations.parsed[$0] }
    let local = ObjectStore.localLayers(settings: settings, projectFolder: folder)
    return ObjectStore(
      settings: settings, configuration: (committed ?? DVCConfiguration()).merged(with: local),
      projectFolder: folder)
  }
}

extension StoredFile {
  /// What DVC keeps at a path, or in a folder there.
  init?(at path: String, in projects: [CommitProject]) {
    for project in projects {
      if let (output, rest) = project.wider.output(at: path) {
        self.init(
          project: project.folder, configuration: project.configuration, output: output, rest: rest)
        return
      }
    }
    return nil
  }

  /// Relative to the repository's root.
  var path: String { rest.isEmpty ? output.path : "\(output.path)/\(rest)" }
}
