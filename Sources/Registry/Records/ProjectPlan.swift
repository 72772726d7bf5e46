import GitStore
import Records

/// The files of one DVC project at one commit, before any of them is read.
///
/// Also what a repository without DVC has of such files: a project without a root (`records.md` §2.1).
struct ProjectPlan: Hashable {
  /// The folder that holds `.dvc`; empty for the repository's root, or for what lies in no project.
  let folder: String

  /// Whether there is a `.dvc`.
  let isRooted: Bool

  /// The blob of `.dvc/config`.
  let configuration: ObjectID?
  var pipelines: [PlannedFile] = []
  var locks: [PlannedFile] = []
  var trackers: [PlannedFile] = []
  var ignores: [PlannedFile] = []
  var summaries: [FoundFile] = []

  /// Folders that DVCLive writes to.
  var liveFolders: [String] = []

  /// Entries that have such a file's name and are none.
  var refused: [FoundFile] = []

  /// Whether there are more rules in `.dvcignore` files than can be followed.
  var hasUnusedRules = false

  /// A file and the blob that it is.
  struct PlannedFile: Hashable {
    let path: String
    let id: ObjectID
  }

  /// The projects among the files of one commit, the outer ones first; each file belongs to the
  /// innermost project around it.
  static func all(_ files: [FoundFile]) -> [ProjectPlan] {
    var plans: [ProjectPlan] = files.filter { $0.kind == .root }.map { file in
      ProjectPlan(
        folder: RepositoryPath.folder(of: file.path), isRooted: true,
        configuration: file.entry.mode.isFile ? file.entry.id : nil)
    }
    plans.sort { $0.folder.utf8.lexicographicallyPrecedes($1.folder.utf8) }
    if plans.first?.folder.isEmpty != true {
      plans.insert(ProjectPlan(folder: "", isRooted: false, configuration: nil), at: 0)
    }
    let places = Dictionary(
      plans.indices.map { (plans[$0].folder, $0) }, uniquingKeysWith: { first, _ in first })
    for file in files where file.kind != .root {
      plans[place(of: file.path, among: places)].add(file)
    }
    return plans.filter { !$0.isEmpty }
  }

  /// The innermost project around a path: its folder, or the nearest one above that is a project's.
  private static func place(of path: String, among places: [String: Int]) -> Int {
    var folder = RepositoryPath.folder(of: path)
    while true {
      if let place = places[folder] { return place }
      if folder.isEmpty { return 0 }
      folder = RepositoryPath.folder(of: folder)
    }
  }

  private var isEmpty: Bool {
    pipelines.isEmpty && trackers.isEmpty && summaries.isEmpty && refused.isEmpty
      && liveFolders.isEmpty
  }

  private mutating func add(_ file: FoundFile) {
    if file.kind == .liveMetrics || file.kind == .liveParams {
      if file.entry.mode.isFile, file.isLiveSummary { summaries.append(file) }
      return
    }
    if file.kind == .liveFolder { return liveFolders.append(file.path) }
    guard file.entry.mode.isFile else { return refused.append(file) }
    let planned = PlannedFile(path: file.path, id: file.entry.id)
    switch file.kind {
    case .pipeline: pipelines.append(planned)
    case .lock: locks.append(planned)
    case .tracker: trackers.append(planned)
    case .ignore: ignores.append(planned)
    case .root, .liveMetrics, .liveParams, .liveFolder: break
    }
  }

  /// The plan with the pipelines and `.dvc` files that write inputs which it does not know yet;
  /// nothing where there are none.
  ///
  /// They lie in folders that were left out as other models'.
  func reaching(
    _ inputs: [String], in tree: ObjectID, _ trees: CommitTrees
  ) -> ProjectPlan? {
    var plan = self
    var known = Set((pipelines + trackers).map(\.path))
    let count = known.count
    for input in inputs where trees.entry(at: input, in: tree) == nil {
      plan.add("\(input).dvc", \.trackers, in: tree, trees, &known)
      var folder = RepositoryPath.folder(of: input)
      while RepositoryPath.lies(folder, in: self.folder) {
        let path = folder.isEmpty ? "" : "\(folder)/"
        if plan.add("\(path)dvc.yaml", \.pipelines, in: tree, trees, &known) {
          plan.add("\(path)dvc.lock", \.locks, in: tree, trees, &known)
        }
        if folder.isEmpty { break }
        folder = RepositoryPath.folder(of: folder)
      }
    }
    guard known.count > count else { return nil }
    plan.pipelines.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    plan.trackers.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return plan
  }

  @discardableResult
  private mutating func add(
    _ path: String, _ list: WritableKeyPath<ProjectPlan, [PlannedFile]>, in tree: ObjectID,
    _ trees: CommitTrees, _ known: inout Set<String>
  ) -> Bool {
    guard !known.contains(path), let entry = trees.entry(at: path, in: tree), entry.mode.isFile
    else { return false }
    known.insert(path)
    self[keyPath: list].append(PlannedFile(path: path, id: entry.id))
    return true
  }
}
