import Cards
import Formats
import GitStore
import Records

@testable import Registry

/// Facts in which every property of every type has a value that is not its usual one.
struct SampleFacts {
  let spool: Spool
  let facts: RepositoryFacts

  static let id = "0123456789abcdef0123456789abcdef01234567"
  static let long = id + "0123456789abcdef01234567"

  init() throws {
    let spool = try Spool()
    self.spool = spool
    facts = RepositoryFacts(
      repository: Repository(
        id: "r", url: "https://git.example/r", webURL: "https://git.example/r/web",
        defaultBranch: "main", head: try Self.object(Self.long),
        artifacts: [try Self.artifact(spool), try Self.artifact(spool)],
        stages: ["dev", "prod"], ignoredTags: [IgnoredTag(name: "v1", reason: "no name")],
        tagCount: 70_000, diagnostics: [Self.diagnostic(.note), Self.diagnostic(.error)],
        published: [Self.id: try spool.append(Array("handed out".utf8))]),
      isSettled: true, claims: Checksum("claims"),
      problems: [
        RepositoryFacts.VersionProblems(
          artifact: "m", version: "v1.0.0", isSettled: true, unmetPatterns: ["x/*.json"],
          records: [Self.problem(.warning)],
          plots: [Self.problem(.error)], card: [Self.problem(.note), Self.problem(.error)])
      ])
  }

  static func object(_ hex: String) throws -> ObjectID {
    guard let id = ObjectID(hex) else { throw FactError() }
    return id
  }

  private static let identity = GitIdentity(
    name: "Ann Ünal", email: "ann@example.org", time: GitTime(seconds: -5, zone: -90))

  private static func event(_ kind: RegistryEvent.Kind) throws -> RegistryEvent {
    RegistryEvent(
      kind: kind, artifact: "m", version: "v1.0.0", stage: "prod", tag: "m@v1.0.0",
      commit: try object(id), tagger: identity, message: "because\nof that", signature: .ssh,
      isAnnotated: kind != .deprecation)
  }

  private static func artifact(_ spool: Spool) throws -> Artifact {
    let holder = StageHolder(
      stage: "prod", version: "v1.0.0", commit: try object(id), isRegistered: true,
      assignment: try event(.assignment))
    return Artifact(
      name: "m", status: .deprecated, versions: [try version(spool, holder)], latestIndex: 0,
      stages: [StageHolding(stage: "prod", holder: holder, shadowed: [holder])],
      intervals: [
        StageInterval(
          stage: "prod", version: "v1.0.0", begin: try event(.assignment),
          end: try event(.unassignment))
      ],
      events: [
        try event(.deprecation), try event(.registration), try event(.deregistration),
        try event(.registration),
      ],
      headAnnotation: annotation, candidates: try candidates)
  }

  private static var annotation: Annotation {
    Annotation(
      file: "dvc.yaml", type: "model", writtenPath: "model.pkl", path: "m/model.pkl",
      description: "d", labels: ["a", "b", "a"],
      custom: .object([
        JSONMember("list", .array([.null, .bool(true), .bool(false), .number("1.50")])),
        JSONMember("text", .string("t")),
      ]), isVirtual: true)
  }

  private static var candidates: [Candidate] {
    get throws {
      let commit = try object(id)
      let sources: [Candidate.Source] = [
        .branch("b"), .experiment("exp", base: commit), .commit,
      ]
      return try sources.map {
        Candidate(
          source: $0, commit: commit, commitObject: try commitObject, records: try records)
      }
    }
  }

  private static var commitObject: CommitObject {
    get throws {
      CommitObject(
        tree: try object(id), parents: [try object(id)], author: identity, committer: identity,
        message: "message\n", flaws: [.longMessage, .undecodable])
    }
  }

  private static func version(_ spool: Spool, _ holder: StageHolder) throws -> Version {
    Version(
      name: "v1.0.0", commit: try object(id), commitObject: try commitObject, isActive: true,
      events: [try event(.registration)], stages: [holder], annotation: annotation,
      otherCommits: [try object(long)], records: try records,
      changes: InputHistory(
        since: "v0.1.0",
        commits: [
          CommitSummary(
            id: try object(id), author: identity, time: GitTime(seconds: 7, zone: 5), subject: "s")
        ], commitCount: 3, inputs: [InputChange(path: "p", before: hash, after: hash)]),
      card: try card(spool), plots: try plots(spool))
  }

  static let hash = ContentHash(.md5, "d41d8cd98f00b204e9800998ecf8427e")

  static func diagnostic(_ severity: Diagnostic.Severity) -> Diagnostic {
    Diagnostic(
      "T001", severity,
      at: DiagnosticPlace(
        repository: "r", tag: "t", artifact: "m", version: "v1.0.0", commit: id, file: "f",
        line: 3, column: 4), problem: "p", consequence: "c", help: "h")
  }

  private static func problem(_ severity: RecordProblem.Severity) -> RecordProblem {
    RecordProblem(
      "P001", severity, file: "f", line: 1, column: 2, problem: "p", consequence: "c", help: "h")
  }
}
