import Formats
import GitStore

@testable import Registry

/// One model with many versions and events, made by hand.
struct LargeRegistry {
  private var events: [RegistryEvent] = []
  private var intervals: [StageInterval] = []
  private var holders: [String: RegistryEvent] = [:]
  private var versions: [Version] = []

  private static let stages = ["dev", "staging", "prod", "canary"]

  /// The repository `large` with the model `recommender`: of each version's events the first is its
  /// registration, the others give it one stage after another.
  static func make(versions count: Int, eventsPerVersion: Int) throws -> Registry {
    var model = LargeRegistry()
    for index in 0..<count { try model.addVersion(index, events: eventsPerVersion) }
    return Registry(repositories: [model.repository])
  }

  private mutating func addVersion(_ index: Int, events count: Int) throws {
    let name = "v\(index / 100).\(index / 10 % 10).\(index % 10)"
    let commit = try SampleRegistry.commit(index + 1)
    let registered = try SampleRegistry.registration(
      "recommender", name, at: commit, day: index * 2, message: "Trained on week \(index)")
    events.append(registered)
    for step in 1..<max(count, 1) {
      let stage = Self.stages[(index + step) % Self.stages.count]
      let counter = index * count + step
      assign(
        try SampleRegistry.assignment(
          "recommender", name, stage, counter, at: commit, day: index * 2 + 1), to: stage)
    }
    versions.append(
      try SampleRegistry.version(registered, at: commit, annotation: Self.annotation(index)))
  }

  private mutating func assign(_ event: RegistryEvent, to stage: String) {
    if let begin = holders[stage], let version = begin.version {
      intervals.append(StageInterval(stage: stage, version: version, begin: begin, end: event))
    }
    holders[stage] = event
    events.append(event)
  }

  private var repository: Repository {
    let last = Self.stages.compactMap { holders[$0] }
    let open = last.map {
      StageInterval(stage: $0.stage ?? "", version: $0.version ?? "", begin: $0, end: nil)
    }
    let holdings = last.map { event in
      StageHolding(
        stage: event.stage ?? "", holder: SampleRegistry.holder(event, isRegistered: true),
        shadowed: [])
    }
    let artifact = Artifact(
      name: "recommender", status: .active, versions: versions.reversed(), latestIndex: 0,
      stages: holdings, intervals: intervals + open, events: events.reversed(),
      headAnnotation: nil)
    return Repository(
      id: "large", url: "git@github.com:acme/large.git", webURL: "https://github.com/acme/large",
      defaultBranch: "main", head: nil, artifacts: [artifact], stages: Self.stages,
      ignoredTags: [], tagCount: events.count, diagnostics: [])
  }

  private static func annotation(_ index: Int) -> Annotation {
    SampleRegistry.annotation(
      description: "What to show next, era \(index / 50)", path: "models/recommender.onnx",
      labels: ["ranking"],
      custom: .object([
        JSONMember("epochs", .number(String(10 + index / 20))),
        JSONMember("inputs", .array([.object([JSONMember("name", .string("clicks"))])])),
      ]))
  }
}
