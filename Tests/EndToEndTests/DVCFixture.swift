import FoundationEssentials
import TestSupport
import Testing

/// A repository with DVC's files and GTO's tags, made without either tool.
struct DVCFixture: Sendable, CustomTestStringConvertible {
  let name: String

  /// The folders of its DVC projects.
  var projects = [""]

  /// The model that each commit registers, as in the tag: `m`, `cv=seg`.
  var tagName = "m"

  /// Where the objects lie that are outside Git.
  var storage = Storage.cache

  /// The files that DVC itself can't read.
  var unreadable: Set<String> = []

  /// Whether DVC has to be asked in the work tree (see `dvc_oracle.py`).
  var needsCheckout = false

  /// Whether Vitrine may find more than DVC does.
  var mayHoldMore = false

  let commits: [DVCCommit]

  var testDescription: String { name }

  /// Where objects lie.
  enum Storage: Sendable {
    /// In the cache of the first project.
    case cache
    /// In the folder `remote` beside the repositories, which `.dvc/config` names.
    case remote
    /// Nowhere that can be reached.
    case nowhere
  }

  /// What `.dvc` holds in every project.
  static let projectFiles = ["config": "", ".gitignore": "/config.local\n/tmp\n/cache\n"]

  /// A dvc.yaml's artifact.
  static let artifact = "artifacts:\n  m: {path: model.pkl, type: model}\n"

  /// The artifact's name as Vitrine says it.
  var model: String { tagName.replacing("=", with: ":") }

  /// The tag of a version.
  func tag(_ commit: DVCCommit) -> String { "\(tagName)@\(commit.version)" }

  /// Makes the repository in `folder/repos`.
  ///
  /// - Parameter address: stands for `{address}` in the files, as the folder does for `{folder}`.
  @discardableResult
  func make(in folder: String, address: String = "") async throws -> GitScript {
    let script = GitScript("\(folder)/repos/\(name)")
    try await script.initialize()
    for project in projects {
      for (file, text) in Self.projectFiles {
        try writeFile("\(script.path)/\(Self.join(project, ".dvc/\(file)"))", text)
      }
    }
    for (index, commit) in commits.enumerated() {
      for path in commit.removed {
        try FileManager.default.removeItem(atPath: "\(script.path)/\(path)")
      }
      try writeObjects(of: commit, in: folder, script)
      let second = 1_704_067_200 + index * 86_400
      try await script.commit(
        commit.files.mapValues {
          $0.replacing("{address}", with: address).replacing("{folder}", with: folder)
        },
        message: "Train \(commit.version)", at: second)
      try await script.tag(tag(commit), at: second + 3_600)
    }
    return script
  }

  private func writeObjects(
    of commit: DVCCommit, in folder: String, _ script: GitScript
  ) throws {
    for object in commit.objects {
      switch storage {
      case .cache:
        let project = Self.join(projects.first ?? "", ".dvc/cache")
        try object.write(to: "\(script.path)/\(project)")
      case .remote: try object.write(to: "\(folder)/remote")
      case .nowhere: break
      }
    }
  }

  /// A path below a project's folder.
  static func join(_ project: String, _ path: String) -> String {
    project.isEmpty ? path : "\(project)/\(path)"
  }
}

/// A commit of a fixture, which is one version of its model.
struct DVCCommit: Sendable {
  let version: String

  /// The files that change, by their path.
  let files: [String: String]
  var removed: [String] = []
  var objects: [DVCObject] = []

  /// What Vitrine reads where DVC refuses the whole commit.
  var refusal: DVCRefusal?

  init(
    _ version: String, _ files: [String: String], removed: [String] = [],
    objects: [DVCObject] = [], refusal: DVCRefusal? = nil
  ) {
    self.version = version
    self.files = files
    self.removed = removed
    self.objects = objects
    self.refusal = refusal
  }
}

/// A commit for which DVC answers nothing but an error (`records.md` §0).
struct DVCRefusal: Sendable {
  /// DVC's name for the error; nothing where it says none and yet leaves values out.
  let kind: String?

  /// What Vitrine's document holds all the same, as JSON.
  let metrics: String
  var params = #"{"params.yaml": {"lr": 0.1}}"#

  /// The file that a note has to name; nothing where Vitrine understands more than DVC.
  var notedFile: String?
}
