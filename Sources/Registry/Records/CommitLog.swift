import Formats
import GitStore
import Records

/// Gathers what was logged at one commit, and what could not be had of it.
struct CommitLog {
  private let limits: RecordLimits
  private(set) var files: [LoggedFile] = []
  var problems: [LoggedProblem] = []

  /// One path may be named by several stages and lists.
  private var places: [String: Int] = [:]

  init(limits: RecordLimits) { self.limits = limits }

  /// Takes a file that lies in Git.
  mutating func add(
    _ outcome: DataFileReader.Outcome, _ source: RecordSource, _ project: CommitProject?
  ) {
    switch outcome {
    case .file(let file): add(file, at: source.path, source, project)
    case .problem(let problem):
      let told = RecordProblem.unread(problem, file: source.path)
      tell(told, project)
      add(
        .unavailable(reason: told.problem, hash: nil, size: nil, help: told.help), source, project)
    }
  }

  /// Takes a file that DVC keeps outside Git.
  mutating func add(
    _ part: StoredFiles.Part, _ source: RecordSource, _ project: CommitProject?
  ) {
    switch part.contents {
    case .read(let file): add(file, at: part.path, source, project)
    case .unavailable(let reason, let help):
      let identity = part.hash.map { ", md5 \($0.value)" } ?? ""
      let size = part.size.map { ", \($0) bytes" } ?? ""
      tell(
        RecordProblem(
          "P005", .warning, file: part.path,
          problem: "its contents are not in Git\(identity)\(size): \(reason)",
          consequence: "the version is shown without it", help: help), project)
      add(
        .unavailable(reason: reason, hash: part.hash, size: part.size, help: help), source, project,
        path: part.path)
    }
  }

  /// Tells of an entry that is no file.
  mutating func refuse(
    _ entry: TreeEntry, _ source: RecordSource, _ project: CommitProject?
  ) {
    let problem = RecordProblem.notAFile(entry, path: source.path)
    tell(problem, project)
    add(
      .unavailable(reason: problem.problem, hash: nil, size: nil, help: problem.help), source,
      project)
  }

  /// Tells of a file that is nowhere.
  mutating func miss(_ source: RecordSource, _ project: CommitProject?) {
    guard !source.isImplied else { return }
    let reason = "it is not in Git at this commit, and no dvc.lock knows it"
    let help = "commit the file, or run dvc repro and commit dvc.lock"
    tell(
      RecordProblem(
        "P012", .warning, file: source.path, problem: reason,
        consequence: "the version is shown without it", help: help), project)
    add(.unavailable(reason: reason, hash: nil, size: nil, help: help), source, project)
  }

  private mutating func add(
    _ file: DataFile, at path: String, _ source: RecordSource, _ project: CommitProject?
  ) {
    switch file {
    case .pointer(let pointer):
      let problem = RecordProblem.pointer(pointer, file: path)
      tell(problem, project)
      add(
        .unavailable(
          reason: "its contents are in Git LFS, not in Git", hash: pointer.hash,
          size: pointer.size, help: problem.help), source, project, path: path)
    case .unreadable(let error):
      tell(.format(error, file: path), project)
      add(
        .unavailable(
          reason: "\(error.problem), line \(error.line)", hash: nil, size: nil,
          help: error.help ?? "mend the file"), source, project, path: path)
    case .read(let document):
      for problem in document.problems {
        tell(.format(problem, file: path, isRead: true), project)
      }
      guard let value = document.value else { return }
      add(.value(source.selection?.select(value) ?? value), source, project, path: path)
    }
  }

  private mutating func add(
    _ contents: LoggedFile.Contents, _ source: RecordSource, _ project: CommitProject?,
    path: String? = nil
  ) {
    let path = path ?? source.path
    let key = "\(source.kind.rawValue) \(path)"
    if let place = places[key] {
      return files[place].stages += source.stages
    }
    guard files.count < limits.filesPerCommit else {
      if files.count == limits.filesPerCommit, places[""] == nil {
        places[""] = -1
        tell(
          RecordProblem(
            "J011", .warning, file: path,
            problem: "there are more than \(limits.filesPerCommit) files of records at this commit",
            consequence: "the others are left out",
            help: "raise limits: files_per_commit in vitrine.yaml"), project)
      }
      return
    }
    places[key] = files.count
    files.append(
      LoggedFile(
        kind: source.kind, path: path, pipeline: source.pipeline, stages: source.stages,
        project: project?.folder, contents: limited(contents, path, project)))
  }

  /// A file with more values than a page can show keeps the first of them.
  private mutating func limited(
    _ contents: LoggedFile.Contents, _ path: String, _ project: CommitProject?
  ) -> LoggedFile.Contents {
    guard case .value(let value) = contents else { return contents }
    var budget = limits.valuesPerFile
    let cut = value.prefix(&budget)
    guard budget < 0 else { return contents }
    tell(
      RecordProblem(
        "J011", .warning, file: path,
        problem: "the file has more than \(limits.valuesPerFile) values",
        consequence: "the others are left out",
        help: "raise limits: values_per_file in vitrine.yaml"), project)
    return .value(cut)
  }

  private mutating func tell(_ problem: RecordProblem, _ project: CommitProject?) {
    problems.append(LoggedProblem(project: project?.folder, problem: problem))
  }
}

extension DataValue {
  /// The value with no more leaves than `budget`, which falls below zero where some were left out.
  fileprivate func prefix(_ budget: inout Int) -> DataValue {
    switch self {
    case .null, .bool, .number, .string, .date:
      budget -= 1
      return self
    case .list(let items):
      var kept: [DataValue] = []
      for item in items where budget >= 0 {
        let cut = item.prefix(&budget)
        if budget >= 0 { kept.append(cut) }
      }
      return .list(kept)
    case .map(let members):
      var kept: [DataMember] = []
      for member in members where budget >= 0 {
        let cut = member.value.prefix(&budget)
        if budget >= 0 { kept.append(DataMember(member.key, cut)) }
      }
      return .map(kept)
    }
  }
}
