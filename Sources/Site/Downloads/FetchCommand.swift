import GitStore
import Mustache
import Records
import Registry

/// A shell command that fetches one version of an artifact (`records.md` §10).
struct FetchCommand: TemplateModel, Equatable {
  /// The program that it needs.
  let tool: String
  let line: String

  static let fields: [TemplateField<Self>] = [
    .text("tool") { $0.tool },
    .text("command") { $0.line },
  ]

  /// What the commands are made from, besides the version.
  struct Scope {
    let artifact: Artifact
    let repository: Repository

    /// The site's own address; nothing where nobody knows it.
    var site: String?

    /// The version's lines for `md5sum -c`; nothing where it has none.
    var checksums: SitePath?

    /// The version's files, with all their addresses.
    var files: [ArtifactFile] = []
  }

  /// The commands for a version: by way of this site, then by the programs that know its storage.
  ///
  /// All of them name the version: DVC follows neither deregistrations nor unassignments, so its
  /// own idea of the latest version, or of a stage's, may differ from GTO's.
  static func all(for version: Version, in scope: Scope) -> [FetchCommand] {
    site("@\(version.name)", in: scope) + direct(for: version, in: scope)
  }

  /// The commands without this site.
  static func direct(for version: Version, in scope: Scope) -> [FetchCommand] {
    let contents = version.records.contents
    let commands =
      dvc(version, in: scope) + objects(contents, version, in: scope.files)
      + archive(version, contents, in: scope.repository)
    guard let tag = version.registration?.tag, let clone = clone(tag, of: scope.repository) else {
      return commands + [checkOut(version.commit)]
    }
    return commands + [clone]
  }

  /// The command for a commit that holds a stage without being a version.
  static func all(for holder: StageHolder, in repository: Repository) -> [FetchCommand] {
    [clone(holder.assignment.tag, of: repository) ?? checkOut(holder.commit)]
  }

  private static func dvc(_ version: Version, in scope: Scope) -> [FetchCommand] {
    let (artifact, storage) = (scope.artifact, version.records.contents?.storage)
    guard let url = scope.repository.url, let tag = version.registration?.tag,
      let annotation = version.annotation, let path = annotation.path, isInside(path),
      storage != .missing, storage != .external
    else { return [] }
    // With two commits under one name, DVC would choose one of them by its own rule.
    let isUnique = version.otherCommits.isEmpty && !artifact.name.hasPrefix("-")
    let line =
      isUnique && annotation.isInPipeline
      ? ShellWord.command("dvc", "artifacts", "get", url, artifact.name, "--rev", version.name)
      : ShellWord.command("dvc", "get", url, path, "--rev", tag)
    return [FetchCommand(tool: "DVC", line: line)]
  }

  /// Takes the artifact alone out of Git: from a server that hands out parts, or in a clone.
  private static func archive(
    _ version: Version, _ contents: ArtifactContents?, in repository: Repository
  ) -> [FetchCommand] {
    guard let contents, contents.storage == .git, let path = version.annotation?.path,
      isInside(path)
    else { return [] }
    let tag = version.registration?.tag ?? version.commit.hex
    let remote = repository.url.flatMap { servesArchives($0) ? "--remote=\($0)" : nil }
    let words = ["git", "archive"] + (remote.map { [$0] } ?? []) + [tag, path]
    return [
      FetchCommand(
        tool: remote == nil ? "Git, in a clone" : "Git",
        line: "\(ShellWord.command(words)) | tar -x")
    ]
  }

  /// Over HTTP no server does, and GitHub never.
  private static func servesArchives(_ url: String) -> Bool {
    !url.hasPrefix("http:") && !url.hasPrefix("https:") && !url.contains("github.com")
  }

  private static func clone(_ tag: String, of repository: Repository) -> FetchCommand? {
    repository.url.map { url in
      FetchCommand(
        tool: "Git", line: ShellWord.command("git", "clone", "--depth", "1", "--branch", tag, url))
    }
  }

  /// Works in a clone of a repository whose address nobody knows.
  private static func checkOut(_ commit: ObjectID) -> FetchCommand {
    FetchCommand(tool: "Git", line: ShellWord.command("git", "checkout", commit.hex))
  }

  /// Whether a path lies in the repository, where DVC and Git can fetch it from.
  private static func isInside(_ path: String) -> Bool {
    !path.isEmpty && !path.hasPrefix("/") && !path.hasPrefix("-") && !path.contains("://")
      && !path.split(separator: "/").contains("..")
  }
}

extension Annotation {
  /// Whether it stands in a file that DVC reads, rather than in GTO's older artifacts.yaml.
  fileprivate var isInPipeline: Bool { file == "dvc.yaml" || file.hasSuffix("/dvc.yaml") }
}
