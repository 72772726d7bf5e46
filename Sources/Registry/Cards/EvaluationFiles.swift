import Formats
import GitStore
import Records

/// Reads `.eval_results/*.yaml`, each distinct file once (`records.md` §12.4).
struct EvaluationFiles {
  private var documents = BlobReader(sizeLimit: 1 << 20) { EvaluationFile($0) }

  /// A file of results at a commit.
  struct File: Hashable {
    let path: String
    let id: ObjectID
  }

  /// What one file says; the file is left open in the problems.
  private struct EvaluationFile: Sendable {
    var results: [EvaluationResult] = []
    var problems: [RecordProblem] = []

    init(_ bytes: [UInt8]) {
      do throws(FormatError) {
        let document = try RecordFormat.yaml.read(bytes)
        problems = document.problems.map { .format($0, file: "", isRead: true) }
        guard let value = document.value else { return }
        let reader = CardMetadataReader(evaluations: value, file: "")
        results = reader.evaluations
        problems += reader.problems
      } catch {
        problems = [.format(error, file: "")]
      }
    }
  }

  /// The most files that are read for one version.
  private static let fileLimit = 100

  /// The files of a version: those of the nearest folder that has any.
  static func files(of subject: CardSubject, _ trees: CommitTrees) -> [File] {
    for folder in CardPlaces.folders(of: subject) {
      let path = folder.isEmpty ? ".eval_results" : "\(folder)/.eval_results"
      guard let tree = trees.folder(at: path, in: subject.tree) else { continue }
      let files = trees.entries(of: tree).filter { entry in
        entry.mode.isFile && (entry.name.hasSuffix(".yaml") || entry.name.hasSuffix(".yml"))
      }
      if !files.isEmpty {
        return files.prefix(fileLimit).map { File(path: "\(path)/\($0.name)", id: $0.id) }
      }
    }
    return []
  }

  /// Reads those that were not read before.
  mutating func read(
    _ ids: [ObjectID], _ objects: inout ObjectReader
  ) async throws(GitError) {
    try await documents.read(ids, &objects)
  }

  /// What files say, and what is wrong with them.
  func results(in files: [File]) -> (results: [EvaluationResult], problems: [RecordProblem]) {
    var found: (results: [EvaluationResult], problems: [RecordProblem]) = ([], [])
    for file in files {
      if let problem = documents.unread[file.id] {
        found.problems.append(.unread(problem, file: file.path))
      }
      guard let document = documents.parsed[file.id] else { continue }
      found.results += document.results
      found.problems += document.problems.map { $0.inFile(file.path) }
    }
    return found
  }
}
