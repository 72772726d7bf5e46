import Cards
import Formats
import FactStore
import Registry

/// Facts of repositories that were collected elsewhere, one file each (`cli.md`, `collect`).
struct CollectedFacts {
  private var files: [(file: FactsFile, summary: FactsSummary)] = []

  /// Files whose facts cannot be used: a stand-in for each.
  private(set) var damaged: [Repository] = []

  /// Opens the files.
  ///
  /// - Parameter others: The paths and names of repositories that are read beside them.
  /// - Throws: `CommandFailure` for a file that is none or does not belong here, and for two of one name.
  init(
    _ paths: [String], reading: Checksum, besides others: [(path: String, id: String)]
  ) throws(CommandFailure) {
    var owners = Dictionary(
      others.map { ($0.id, $0.path) }, uniquingKeysWith: { first, _ in first })
    for path in paths {
      let id: String
      do throws(FactsFileError) {
        let file = try FactsFile(path)
        try file.require(program: ToolVersion.text, reading: reading)
        let summary = try file.summary()
        try file.verifyContents()
        id = summary.id
        files.append((file, summary))
      } catch .damaged {
        id = Self.name(of: path)
        damaged.append(Self.standIn(for: id, file: path))
      } catch {
        throw CommandFailure(error, file: path)
      }
      if let first = owners.updateValue(path, forKey: id) {
        throw CommandFailure(RegistryLoadError.sameName(id, first: first, second: path))
      }
    }
  }

  var summaries: [FactsSummary] { files.map(\.summary) }

  /// The facts that a site is made of.
  var marks: [SiteRecord.RepositoryMark] {
    files.map { SiteRecord.RepositoryMark(id: $0.summary.id, facts: $0.file.header.checksum) }
  }

  /// All repositories; their contents stay in the files.
  func repositories(into spool: Spool) throws(CommandFailure) -> [Repository] {
    var repositories = damaged
    for (file, _) in files {
      do throws(FactsFileError) {
        repositories.append(try file.facts(into: spool).repository)
      } catch {
        throw CommandFailure(error, file: file.path)
      }
    }
    return repositories
  }

  /// The file's own name, without what tells its kind.
  private static func name(of path: String) -> String {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    return last.lastIndex(of: ".").map { $0 > last.startIndex ? String(last[..<$0]) : last } ?? last
  }

  private static func standIn(for id: String, file: String) -> Repository {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    return Repository(
      unread: id,
      because: Diagnostic(
        "G029", .error, at: DiagnosticPlace(repository: id),
        problem: "the file \(last) is damaged: its facts are not as they were collected",
        consequence: "nothing of this repository is shown",
        help: "collect it again: vitrine collect REPO -o \(last)"))
  }
}

extension CommandFailure {
  /// Why a file of facts is refused.
  init(_ error: FactsFileError, file: String) {
    switch error {
    case .unreadable(let reason):
      self.init(
        status: Self.unreadableRepository, "the file \(file) cannot be read: \(reason) [G001]")
    case .noFacts:
      self.init(
        status: Self.refusedData,
        "\(file) holds no facts of a repository [G030]\n"
          + "help: --from takes what vitrine collect REPO -o FILE has written")
    case .otherProgram(let version):
      self.init(
        status: Self.refusedData,
        "\(file) was written by another version"
          + (version.map { ", \($0)," } ?? "") + " than this, \(ToolVersion.text) [G030]\n"
          + "help: collect and build with the same version")
    case .otherReading:
      self.init(
        status: Self.refusedData,
        "\(file) was collected by other settings than this build has [G030]\n"
          + "help: give collect and build the same configuration (-c): what it says of records, "
          + "versions, candidates, cards, storage and limits decides what is read")
    case .damaged:
      self.init(status: Self.refusedData, "\(file) is damaged [G029]\nhelp: collect it again")
    }
  }
}
