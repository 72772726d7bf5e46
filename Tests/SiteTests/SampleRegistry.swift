import Formats
import GitStore

@testable import Registry

/// Two repositories made by hand, with one of everything that pages and documents must cope with.
enum SampleRegistry {
  /// Texts as somebody with the right to push might write them.
  enum Hostile {
    static let script = "<script>alert(1)</script>"
    static let quotes = "&\"'<>`"
    static let bidi = "invoice\u{202E}gpj.exe"
    static let emoji = "👩🏽‍🔬 🚀"
    static let longName = String(String(repeating: "abcdefghi-", count: 12).dropLast()) + "z"
  }

  /// The repositories `churn` and `vision`.
  static func make() throws -> Registry {
    Registry(repositories: [try churn(), try vision()])
  }

  /// One repository with so many models of one version each, named `m00000` and on.
  static func many(models count: Int) throws -> Registry {
    let artifacts = try (0..<count).map { index in
      let digits = String(index)
      let name = "m" + String(repeating: "0", count: 5 - digits.count) + digits
      let event = try registration(name, "v1.0.0", at: commit(index), day: index % 300)
      return artifact(name, [try version(event, at: commit(index))], latest: 0, events: [event])
    }
    return Registry(repositories: [repository("many", artifacts: artifacts)])
  }

  // MARK: Repositories

  private static func churn() throws -> Repository {
    let artifacts = [
      try churnModel(), try legacyModel(), try sentimentModel(), try embedderModel(),
    ]
    return Repository(
      id: "churn", url: "https://github.com/acme/churn", webURL: "https://github.com/acme/churn",
      defaultBranch: "main", head: try commit(99),
      artifacts: artifacts.sorted { $0.name < $1.name },
      stages: ["dev", "staging", "prod", "canary"],
      ignoredTags: [IgnoredTag(name: "churn@1.0", reason: "“1.0” is not a version: write v1.0.0")],
      tagCount: 17, diagnostics: [])
  }

  private static func vision() throws -> Repository {
    let artifacts = [try hostileModel(), try longNamedModel()]
    let place = DiagnosticPlace(
      repository: "vision", artifact: "detector", version: "v1.0.0", commit: try commit(41).hex,
      file: "dvc.yaml", line: 14, column: 3)
    return Repository(
      id: "vision", url: nil, webURL: nil, defaultBranch: nil, head: nil,
      artifacts: artifacts.sorted { $0.name < $1.name }, stages: ["prod"],
      ignoredTags: [IgnoredTag(name: Hostile.bidi, reason: Hostile.script)], tagCount: 4,
      diagnostics: [
        Diagnostic(
          "Y001", .error, at: place, problem: "mapping values are not allowed here",
          consequence: "the version is shown without its annotation",
          help: "quote the value, or write it on a line of its own"),
        Diagnostic(
          "T008", .warning, at: DiagnosticPlace(repository: "vision", tag: Hostile.script),
          problem: "lightweight: GTO ignores it", consequence: "the tag is left out",
          help: "make it again with git tag -a"),
      ])
  }

  // MARK: Models

  /// A model with versions of every kind and stages that moved about.
  private static func churnModel() throws -> Artifact {
    let one = try registration("churn", "v1.0.0", at: commit(1), day: 0, message: "First model")
    let bad = try registration("churn", "v1.0.1", at: commit(2), day: 10)
    let gone = try event(
      .deregistration, "churn", "v1.0.1", at: commit(2), day: 12, tag: "churn@v1.0.1!",
      by: "Bob", message: "Trained on the test set\n\nSee the post-mortem.")
    let two = try registration("churn", "v1.1.0", at: commit(3), day: 20)
    let three = try registration(
      "churn", "v1.2.0", at: commit(4), day: 40, message: "Calibrated", signature: .ssh)
    let next = try registration("churn", "v2.0.0-rc.1+build.5", at: commit(5), day: 60)
    let prodOne = try assignment("churn", "v1.0.0", "prod", 1, at: commit(1), day: 1)
    let prodTwo = try assignment("churn", "v1.1.0", "prod", 2, at: commit(3), day: 21)
    let prodThree = try assignment(
      "churn", "v1.2.0", "prod", 3, at: commit(4), day: 41, message: "Better on new customers")
    let staged = try assignment(
      "churn", "v2.0.0-rc.1+build.5", "staging", 4, at: commit(5), day: 61)
    let tried = try assignment("churn", "v1.2.0", "dev", 5, at: commit(4), day: 40)
    let ended = try event(
      .unassignment, "churn", "v1.2.0", stage: "dev", at: commit(4), day: 45, tag: "churn#dev!#6")
    let holders = [
      holder(prodThree, isRegistered: true), holder(prodTwo, isRegistered: true),
      holder(prodOne, isRegistered: true), holder(staged, isRegistered: true),
    ]
    let card = annotation(
      description: "Who is about to leave, from the last 90 days", path: "models/churn.pkl",
      labels: ["tabular", "two words"],
      custom: .object([JSONMember("framework", .string("sklearn"))]))
    var versions = [
      try version(next, at: commit(5), stages: [holders[3]], annotation: card),
      try version(three, at: commit(4), stages: [holders[0]], annotation: card),
      try version(two, at: commit(3), stages: [holders[1]], annotation: card),
      try version(bad, at: commit(2), ended: gone),
      try version(one, at: commit(1), stages: [holders[2]], annotation: card),
    ]
    for index in versions.indices {
      versions[index].records = SampleRecords.churn(versions[index].name)
    }
    return Artifact(
      name: "churn", status: .active, versions: versions, latestIndex: 0,
      stages: [
        StageHolding(stage: "staging", holder: holders[3], shadowed: []),
        StageHolding(stage: "prod", holder: holders[0], shadowed: [holders[1], holders[2]]),
      ],
      intervals: [
        StageInterval(stage: "prod", version: "v1.0.0", begin: prodOne, end: prodTwo),
        StageInterval(stage: "prod", version: "v1.1.0", begin: prodTwo, end: prodThree),
        StageInterval(stage: "dev", version: "v1.2.0", begin: tried, end: ended),
        StageInterval(stage: "prod", version: "v1.2.0", begin: prodThree, end: nil),
        StageInterval(stage: "staging", version: "v2.0.0-rc.1+build.5", begin: staged, end: nil),
      ],
      events: [
        staged, next, ended, prodThree, tried, three, prodTwo, two, gone, bad, prodOne, one,
      ],
      headAnnotation: card)
  }

  /// Deprecated after one version.
  private static func legacyModel() throws -> Artifact {
    let one = try registration("legacy-scorer", "v0.9.0", at: commit(11), day: -400)
    let end = try event(
      .deprecation, "legacy-scorer", nil, at: commit(11), day: 5, tag: "legacy-scorer@deprecated",
      message: "Replaced by churn")
    return Artifact(
      name: "legacy-scorer", status: .deprecated, versions: [try version(one, at: commit(11))],
      latestIndex: 0, stages: [], intervals: [], events: [end, one], headAnnotation: nil)
  }

  /// Lies in a directory; its only stage is held by a commit that no version was given to.
  private static func sentimentModel() throws -> Artifact {
    let one = try event(
      .registration, "nlp:sentiment", "v0.1.0", at: commit(21), day: 30,
      tag: "nlp=sentiment@v0.1.0", by: "Bob")
    let loose = try commit(22)
    let assigned = event(
      .assignment, "nlp:sentiment", loose.hex, stage: "dev", at: loose, day: 31,
      tag: "nlp=sentiment#dev#1", by: "Bob")
    let holder = holder(assigned, isRegistered: false)
    return Artifact(
      name: "nlp:sentiment", status: .active, versions: [try version(one, at: commit(21))],
      latestIndex: 0, stages: [StageHolding(stage: "dev", holder: holder, shadowed: [])],
      intervals: [StageInterval(stage: "dev", version: loose.hex, begin: assigned, end: nil)],
      events: [assigned, one],
      headAnnotation: annotation(type: "dataset", description: "Tone of a review", labels: [""]))
  }

  /// Known only from a file at HEAD.
  private static func embedderModel() throws -> Artifact {
    Artifact(
      name: "text-embedder", status: .unregistered, versions: [], latestIndex: nil, stages: [],
      intervals: [], events: [],
      headAnnotation: annotation(
        description: "Sentences to vectors", path: "https://example.com/embedder.onnx",
        labels: ["text"]))
  }

  /// Everything that a text may hold.
  private static func hostileModel() throws -> Artifact {
    let one = try event(
      .registration, "detector", "v1.0.0", at: commit(41), day: 50, tag: "detector@v1.0.0",
      by: "Eve \(Hostile.script)\(Hostile.bidi)",
      message: "\(Hostile.script)\n\(Hostile.quotes) \(Hostile.emoji)\n\(Hostile.bidi)\u{7}")
    let assigned = try assignment("detector", "v1.0.0", "prod", 1, at: commit(41), day: 51)
    let holder = holder(assigned, isRegistered: true)
    let hostile = annotation(
      type: Hostile.quotes, description: Hostile.script + " " + Hostile.bidi,
      path: "models/\(Hostile.quotes).pt",
      labels: [Hostile.script, Hostile.bidi, Hostile.emoji, "", Hostile.quotes],
      custom: .object([JSONMember(Hostile.script, .string(Hostile.quotes))]))
    var only = try version(one, at: commit(41), stages: [holder], annotation: hostile)
    only.records = SampleRecords.detector()
    return Artifact(
      name: "detector", status: .active, versions: [only], latestIndex: 0,
      stages: [StageHolding(stage: "prod", holder: holder, shadowed: [])],
      intervals: [StageInterval(stage: "prod", version: "v1.0.0", begin: assigned, end: nil)],
      events: [assigned, one], headAnnotation: hostile)
  }

  /// A name of 120 characters.
  private static func longNamedModel() throws -> Artifact {
    let name = Hostile.longName
    let event = try registration(
      name, "v123456789012345678901234567890.0.0", at: commit(51), day: 2)
    return artifact(name, [try version(event, at: commit(51))], latest: 0, events: [event])
  }
}
