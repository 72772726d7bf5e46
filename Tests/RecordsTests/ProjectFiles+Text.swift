import Formats
import Records

extension ProjectFiles {
  /// A project of files given as texts, by their paths; what is neither dvc.yaml, dvc.lock nor a
  /// `.dvc` file holds variables.
  init(folder: String = "", _ texts: [String: String]) throws {
    self.init(folder: folder)
    for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
      let bytes = Array(text.utf8)
      switch path.split(separator: "/").last {
      case "dvc.yaml": pipelines.append((path, PipelineFile(bytes)))
      case "dvc.lock": locks[path] = LockFile(bytes)
      case let name? where name.hasSuffix(".dvc"): trackers.append((path, TrackerFile(bytes)))
      default: data[path] = try YAMLReader.read(bytes).map { DataValue($0) }
      }
    }
  }
}

extension ResolvedProject {
  /// Works texts out, by their paths.
  init(folder: String = "", _ texts: [String: String]) throws {
    self.init(try ProjectFiles(folder: folder, texts))
  }

  /// Code and place of each problem, `P011 dvc.yaml:3:5`.
  var problemPlaces: [String] {
    problems.map { "\($0.code) \($0.file):\($0.line ?? 0):\($0.column ?? 0)" }
  }

  /// The stage of that name.
  func stage(_ name: String) -> ResolvedStage? { stages.first { $0.name == name } }
}

extension ResolvedStage {
  /// The paths of its outputs inside the repository.
  var outputPaths: [String] { outputs.compactMap(\.path.inside) }
}
