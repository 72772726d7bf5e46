import GitStore
import Registry
import Site

/// A version as a command line names it: `v1.2.0`, `latest`, `#prod`, each alone or behind a model.
struct VersionChoice {
  /// What is said of the version.
  enum Name: Equatable {
    case latest
    case version(String)
    case stage(String)
  }

  /// The model; nothing where the command names one for all.
  let model: String?
  let name: Name

  /// Reads `MODEL@VERSION`, `MODEL@latest`, `MODEL#STAGE`, and each without a model; nothing for a model
  /// alone.
  init?(_ text: String) {
    if let mark = text.firstIndex(of: "#") {
      let stage = String(text[text.index(after: mark)...])
      guard !stage.isEmpty else { return nil }
      (model, name) = (mark == text.startIndex ? nil : String(text[..<mark]), .stage(stage))
    } else if let mark = text.lastIndex(of: "@") {
      let version = String(text[text.index(after: mark)...])
      guard mark > text.startIndex, !version.isEmpty else { return nil }
      (model, name) = (String(text[..<mark]), Self.name(version))
    } else {
      guard text == "latest" || SemanticVersion.matchesTagPattern(text) else { return nil }
      (model, name) = (nil, Self.name(text))
    }
  }

  /// A version of the model that the command names for all, whatever it looks like.
  init(versionNamed text: String) { (model, name) = (nil, Self.name(text)) }

  private static func name(_ text: String) -> Name { text == "latest" ? .latest : .version(text) }
}

/// Finds the versions that a command line names.
struct VersionFinder {
  let registry: Registry

  /// A model with the repository that registers it.
  struct Model {
    let artifact: Artifact
    let repository: Repository
  }

  private var models: [Model] {
    registry.repositories.flatMap { repository in
      repository.artifacts.map { Model(artifact: $0, repository: repository) }
    }
  }

  /// The model of that name, or of `repository/name`.
  func model(named name: String) throws(CommandFailure) -> Model {
    let all = models
    let named = all.filter { $0.artifact.name == name }
    let found =
      named.isEmpty ? all.filter { "\($0.repository.id)/\($0.artifact.name)" == name } : named
    if found.count > 1 {
      let ids = found.map { "\($0.repository.id)/\($0.artifact.name)" }
      throw refusal(
        "several repositories have a model “\(name)”",
        help: "write \(ids.joined(separator: " or "))")
    }
    if let model = found.first { return model }
    let nearest = NearestName.among(all.map(\.artifact.name), to: name)
    throw refusal(
      "there is no model “\(name)”",
      help: nearest.map { "did you mean “\($0)”?" }
        ?? "vitrine show lists the models of a repository")
  }

  /// The version that is meant.
  func version(_ choice: VersionChoice, of model: Model) throws(CommandFailure) -> ComparedVersion {
    let artifact = model.artifact
    let version: Version?
    let refusal: CommandFailure
    switch choice.name {
    case .latest:
      version = artifact.latest
      refusal = self.refusal("“\(artifact.name)” has no version in force", help: nil)
    case .version(let name):
      version = artifact.versions.first { $0.name == name }
      let nearest =
        NearestName.among(artifact.versions.map(\.name), to: name)
        ?? artifact.versions.first { $0.name == "v\(name)" }?.name
      refusal = self.refusal(
        "“\(artifact.name)” has no version “\(name)”",
        help: nearest.map { "did you mean “\($0)”?" } ?? Self.some(artifact.versions.map(\.name)))
    case .stage(let stage):
      let holder = artifact.holding(of: stage)?.holder.version
      version = artifact.versions.first { $0.name == holder }
      let stages = artifact.stages.map(\.stage)
      let nearest = NearestName.among(stages, to: stage)
      refusal = self.refusal(
        "no version of “\(artifact.name)” holds “\(stage)”",
        help: nearest.map { "did you mean “#\($0)”?" } ?? Self.some(stages.map { "#\($0)" }))
    }
    guard let version else { throw refusal }
    let stages = artifact.stages.filter { $0.holder.version == version.name }.map(\.stage)
    return ComparedVersion(version, of: artifact, in: model.repository, stages: stages)
  }

  private static func some(_ names: [String]) -> String? {
    guard !names.isEmpty else { return nil }
    return "there is " + names.prefix(10).joined(separator: ", ") + (names.count > 10 ? ", …" : "")
  }

  private func refusal(_ problem: String, help: String?) -> CommandFailure {
    CommandFailure(
      status: CommandFailure.refusedData, problem + (help.map { "; \($0)" } ?? ""))
  }
}
