import Formats
import Records

/// What has to hold for a DVC project that was worked out of files with any contents.
enum ProjectCheck {
  static func run(_ bytes: [UInt8]) {
    let files = files(InputParts(bytes))
    let project = ResolvedProject(files)
    expect(project.stages.count <= 10_000, "more stages than a project may have")
    expect(project.problems.count <= 1_001, "more problems than anybody reads")
    for problem in project.problems { check(problem) }
    checkPaths(of: project)
    for source in project.params {
      guard let value = files.data[source.path] else { continue }
      expect(
        count(source.select(value)) <= count(value), "more selected than there is: \(source.path)")
    }
    // One lineage may have thousands of stages.
    let count = project.stages.count > 50 ? 1 : 20
    for output in project.outputs.prefix(count) {
      checkLineage(of: output.path, in: project, isKnown: true)
    }
    let others = project.stages.lazy.flatMap { $0.outputs.compactMap(\.path.inside) }.prefix(count)
    for path in Array(others) + [""] {
      checkLineage(of: path, in: project, isKnown: false)
    }
  }

  /// The files as a tree of Git's could have them, sorted as the reader sorts them.
  private static func files(_ parts: InputParts) -> ProjectFiles {
    var files = ProjectFiles(folder: "")
    let sorted = parts.files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    for (path, bytes) in sorted where isPath(path) {
      switch path.utf8.split(separator: UInt8(ascii: "/")).last.map({ String($0) ?? "" }) {
      case "dvc.yaml"?: files.pipelines.append((path, PipelineFile(bytes)))
      case "dvc.lock"?: files.locks[path] = LockFile(bytes)
      case let name? where name.hasSuffix(".dvc"): files.trackers.append((path, TrackerFile(bytes)))
      default: files.data[path] = try? RecordFormat.of(path: path).read(bytes).value
      }
    }
    for (_, file) in files.pipelines { _ = file.variableFiles }
    return files
  }

  private static func isPath(_ path: String) -> Bool {
    !path.isEmpty && RepositoryPath(path, in: "") == .inside(path)
  }

  private static func check(_ problem: RecordProblem) {
    expect((problem.line ?? 1) >= 1 && (problem.column ?? 1) >= 1, "no such place: \(problem)")
    let words = [problem.code, problem.problem, problem.consequence, problem.help]
    expect(words.allSatisfy { !$0.isEmpty }, "a problem without words: \(problem)")
    expect(isPath(problem.file), "a problem of no file: \(problem)")
  }

  private static func checkPaths(of project: ResolvedProject) {
    for paths in [
      project.metrics.map(\.path), project.params.map(\.path), project.outputs.map(\.path),
    ] {
      expect(Set(paths).count == paths.count, "a path twice: \(paths)")
      for path in paths { expect(path.isEmpty || isPath(path), "a path that leads out: \(path)") }
    }
    for output in project.outputs {
      expect(project.output(at: output.path)?.rest == "", "an output that is not found")
      expect((output.size ?? 0) >= 0 && (output.fileCount ?? 0) >= 0, "a size below zero")
      for file in output.files { expect(isPath(file.path), "a file that leads out: \(file.path)") }
    }
    for path in project.stages.flatMap({ $0.inputs + $0.outputs.map(\.path) }) {
      switch path {
      case .inside(let path):
        expect(path.isEmpty || isPath(path), "a path that leads out: \(path)")
      case .external(let address): checkAddress(address)
      case .unresolved: break
      }
    }
  }

  /// Every input that a stage is said to take from another one comes from a stage, and what leads to
  /// an artifact stands before it.
  private static func checkLineage(
    of path: String, in project: ResolvedProject, isKnown: Bool
  ) {
    guard let lineage = project.lineage(of: path, isInGit: { $0.utf8.count % 2 == 0 }) else {
      return expect(!isKnown, "an output without lineage: \(path)")
    }
    expect(lineage.tracker == nil || lineage.stages.isEmpty, "tracked and made: \(path)")
    expect(lineage.tracker != nil || lineage.maker != nil, "made by nobody: \(path)")
    expect(lineage.stages.count <= project.stages.count, "stages that do not exist")
    let names = Set(project.stages.map(\.name))
    let files =
      lineage.stages.flatMap { $0.inputs + $0.outputs } + [lineage.artifact].compactMap(\.self)
    for file in files {
      switch file.origin {
      case .stage(let name): expect(names.contains(name), "an unknown stage: \(name)")
      case .imported(let address, _, _, _), .downloaded(let address): checkAddress(address)
      case .git, .tracked, .unknown: break
      }
      if file.kind == .external { checkAddress(file.path) }
    }
  }

  /// Nothing is left in an address that would have to be taken out.
  private static func checkAddress(_ address: String) {
    expect(
      ExternalAddress.withoutCredentials(address) == address, "credentials are left: \(address)")
  }

  private static func count(_ value: DataValue) -> Int {
    (value.members ?? []).reduce(1) { $0 + count($1.value) }
      + (value.items ?? []).reduce(0) { $0 + count($1) }
  }
}
