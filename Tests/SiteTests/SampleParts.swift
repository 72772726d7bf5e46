import Formats
import GitStore
import Testing

@testable import Registry

/// The parts that `SampleRegistry` is put together from.
extension SampleRegistry {
  /// The commit of a number.
  static func commit(_ number: Int) throws -> ObjectID {
    let digits = String(number, radix: 16)
    let filler = String(repeating: "c0ffee5", count: 6).prefix(40 - digits.count)
    return try #require(ObjectID(digits + filler))
  }

  /// Ann, or somebody else, so many days after 2024-01-01 at noon.
  static func person(_ name: String = "Ann Archer", day: Int) -> GitIdentity {
    GitIdentity(
      name: name, email: "someone@example.com",
      time: GitTime(seconds: 1_704_110_400 + Int64(day) * 86_400, zone: 60))
  }

  static func event(
    _ kind: RegistryEvent.Kind, _ artifact: String, _ version: String?, stage: String? = nil,
    at commit: ObjectID, day: Int, tag: String, by name: String = "Ann Archer",
    message: String = "", signature: SignatureFormat? = nil
  ) -> RegistryEvent {
    RegistryEvent(
      kind: kind, artifact: artifact, version: version, stage: stage, tag: tag, commit: commit,
      tagger: person(name, day: day), message: message, signature: signature)
  }

  static func registration(
    _ artifact: String, _ version: String, at commit: ObjectID, day: Int, message: String = "",
    signature: SignatureFormat? = nil
  ) throws -> RegistryEvent {
    event(
      .registration, artifact, version, at: commit, day: day, tag: "\(artifact)@\(version)",
      message: message, signature: signature)
  }

  static func assignment(
    _ artifact: String, _ version: String, _ stage: String, _ counter: Int, at commit: ObjectID,
    day: Int, message: String = ""
  ) throws -> RegistryEvent {
    event(
      .assignment, artifact, version, stage: stage, at: commit, day: day,
      tag: "\(artifact)#\(stage)#\(counter)", message: message)
  }

  static func holder(_ assignment: RegistryEvent, isRegistered: Bool) -> StageHolder {
    StageHolder(
      stage: assignment.stage ?? "", version: assignment.version ?? "", commit: assignment.commit,
      isRegistered: isRegistered, assignment: assignment)
  }

  static func version(
    _ registration: RegistryEvent, at commit: ObjectID, stages: [StageHolder] = [],
    annotation: Annotation? = nil, ended: RegistryEvent? = nil
  ) throws -> Version {
    Version(
      name: registration.version ?? "", commit: commit,
      commitObject: try commitObject(at: registration.tagger), isActive: ended == nil,
      events: [registration] + (ended.map { [$0] } ?? []), stages: stages, annotation: annotation,
      otherCommits: [])
  }

  static func artifact(
    _ name: String, _ versions: [Version], latest: Int?, events: [RegistryEvent]
  ) -> Artifact {
    Artifact(
      name: name, status: .active, versions: versions, latestIndex: latest, stages: [],
      intervals: [], events: events, headAnnotation: nil)
  }

  static func repository(
    _ id: String, artifacts: [Artifact], tagCount: Int? = nil, diagnostics: [Diagnostic] = []
  ) -> Repository {
    Repository(
      id: id, url: nil, webURL: nil, defaultBranch: "main", head: nil, artifacts: artifacts,
      stages: [], ignoredTags: [], tagCount: tagCount ?? artifacts.count, diagnostics: diagnostics)
  }

  static func annotation(
    type: String? = "model", description: String? = nil, path: String? = nil,
    labels: [String] = [], custom: JSONValue? = nil
  ) -> Annotation {
    Annotation(
      file: "dvc.yaml", type: type, writtenPath: path, path: path, description: description,
      labels: labels, custom: custom, isVirtual: false)
  }

  private static func commitObject(at moment: GitIdentity) throws -> CommitObject {
    let who = "\(moment.name) <\(moment.email)> \(moment.time.seconds) +0100"
    let tree = String(repeating: "0", count: 40)
    let text = "tree \(tree)\nauthor \(who)\ncommitter \(who)\n\nTrain again\n\nWith more data.\n"
    let bytes = Array(text.utf8)
    let commit = CommitObject(parsing: bytes.span)
    return try #require(commit)
  }
}
