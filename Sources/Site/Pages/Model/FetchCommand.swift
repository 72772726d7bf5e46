import GitStore
import Mustache
import Registry

/// A shell command that fetches one version of an artifact, as far as its tag and its annotation
/// tell (`records.md` §10).
struct FetchCommand: TemplateModel, Equatable {
  /// The program that it needs.
  let tool: String
  let line: String

  static let fields: [TemplateField<Self>] = [
    .text("tool") { $0.tool },
    .text("command") { $0.line },
  ]

  /// The commands for a version: by DVC, where that can fetch it, and by Git.
  ///
  /// All of them name the version: DVC follows neither deregistrations nor unassignments, so its
  /// own idea of the latest version, or of a stage's, may differ from GTO's.
  static func all(
    for version: Version, of artifact: Artifact, in repository: Repository
  ) -> [FetchCommand] {
    guard let registration = version.registration else {
      return [checkOut(version.commit)]
    }
    var commands: [FetchCommand] = []
    if let url = repository.url, let annotation = version.annotation, let path = annotation.path,
      isInside(path)
    {
      // With two commits under one name, DVC would choose one of them by its own rule.
      let isUnique = version.otherCommits.isEmpty && !artifact.name.hasPrefix("-")
      commands.append(
        isUnique && annotation.isInPipeline
          ? artifactsGet(artifact.name, version.name, from: url)
          : get(path, at: registration.tag, from: url))
    }
    return commands + [clone(registration.tag, of: repository) ?? checkOut(version.commit)]
  }

  /// The command for a commit that holds a stage without being a version.
  static func all(for holder: StageHolder, in repository: Repository) -> [FetchCommand] {
    [clone(holder.assignment.tag, of: repository) ?? checkOut(holder.commit)]
  }

  private static func artifactsGet(
    _ name: String, _ version: String, from url: String
  ) -> FetchCommand {
    FetchCommand(
      tool: "DVC", line: ShellWord.command("dvc", "artifacts", "get", url, name, "--rev", version))
  }

  private static func get(_ path: String, at tag: String, from url: String) -> FetchCommand {
    FetchCommand(tool: "DVC", line: ShellWord.command("dvc", "get", url, path, "--rev", tag))
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
