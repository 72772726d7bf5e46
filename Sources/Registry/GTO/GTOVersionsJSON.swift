import Formats
import GitStore

extension GTOJSON {
  /// The answer to `show NAME --json`, for the rows that are wanted.
  package static func versions(
    _ rows: [GTOVersion], of artifact: GTOArtifact, _ query: GTOQuery
  ) -> [UInt8] {
    let holders = artifact.holders(query).flatMap(\.holders)
    let byName = Dictionary(grouping: holders, by: \.version.name)
    var json = JSONWriter(style: .python)
    json.array(rows) { json, version in
      json.version(version, of: artifact.name, holding: byName[version.name] ?? [])
    }
    return json.finished()
  }
}

extension JSONWriter {
  fileprivate mutating func version(
    _ version: GTOVersion, of artifact: String, holding: [GTOHolder]
  ) {
    object { json in
      json.member("artifact", artifact)
      json.member("commit_hexsha", version.commit.hex)
      json.member("version", version.name)
      json.member("enrichments") { json in
        json.array(version.enrichment.map { [$0] } ?? []) {
          $0.enrichment($1, of: artifact, version.name)
        }
      }
      json.member("registrations") { $0.events(version.registrations) }
      json.member("deregistrations") { $0.events(version.deregistrations) }
      json.member("stages") { json in
        json.array(holding) { $0.stage($1.stage, of: artifact, $1.version) }
      }
      json.member("is_active", version.isActive)
      json.member("activated_at", version.activatedAt.iso8601)
      if let origin = version.origin { json.origin(origin) }
      json.member("discovered", version.isDiscovered)
    }
  }

  private mutating func stage(_ stage: GTOStage, of artifact: String, _ version: GTOVersion) {
    object { json in
      json.member("artifact", artifact)
      json.member("commit_hexsha", version.commit.hex)
      json.member("version", version.name)
      json.member("stage", stage.stage)
      json.member("assignments") { $0.events(stage.assignments, named: true) }
      json.member("unassignments") { $0.events(stage.unassignments, named: true) }
      json.member("is_active", stage.isActive)
      if let assignment = stage.newestAssignment {
        json.member("activated_at", assignment.time.iso8601)
        json.origin(.tag(assignment))
      }
    }
  }

  private mutating func events(_ events: [RegistryEvent], named: Bool = false) {
    array(events) { json, event in
      json.object { json in
        json.member("priority", event.kind.rawValue)
        json.member("addition", event.kind.isAddition)
        json.eventFields(event)
        if named { json.member("event", event.kind.name) }
      }
    }
  }

  private mutating func origin(_ origin: GTOVersion.Origin) {
    member("created_at", origin.time.iso8601)
    member("author", origin.author)
    member("author_email", origin.email)
    member("message", origin.message)
    member("ref", origin.ref)
  }

  private mutating func enrichment(
    _ enrichment: GTOEnrichment, of artifact: String, _ version: String
  ) {
    let commit = enrichment.object
    object { json in
      json.member("priority", 0)
      json.member("addition", true)
      json.member("artifact", artifact)
      json.member("created_at", enrichment.time.iso8601)
      json.member("author", commit.author?.name ?? "")
      json.member("author_email", commit.author?.email ?? "")
      json.member("message", commit.message)
      json.member("commit_hexsha", enrichment.commit.hex)
      json.member("version", version)
      json.member("enrichments") { json in
        json.array(enrichment.annotation.map { [$0] } ?? []) { $0.annotation($1) }
      }
      json.member("committer", commit.committer?.name ?? "")
      json.member("committer_email", commit.committer?.email ?? "")
    }
  }

  private mutating func annotation(_ annotation: GTOAnnotation) {
    object { json in
      json.member("source", "gto")
      json.member("artifact") { json in
        json.object { json in
          json.member("type", annotation.type)
          json.member("path", annotation.path)
          json.member("virtual", annotation.isVirtual)
          json.member("labels", annotation.labels)
          json.member("description", annotation.description)
          json.member("custom", annotation.custom)
        }
      }
    }
  }
}

extension GTOVersion {
  /// What a version's author, message and date are taken from.
  enum Origin {
    case tag(RegistryEvent)
    case commit(GTOEnrichment)

    var time: GitTime {
      switch self {
      case .tag(let event): event.time
      case .commit(let enrichment): enrichment.time
      }
    }

    var author: String {
      switch self {
      case .tag(let event): event.tagger.name
      case .commit(let enrichment): enrichment.object.author?.name ?? ""
      }
    }

    var email: String {
      switch self {
      case .tag(let event): event.tagger.email
      case .commit(let enrichment): enrichment.object.author?.email ?? ""
      }
    }

    var message: String {
      switch self {
      case .tag(let event): event.message
      case .commit(let enrichment): enrichment.object.message
      }
    }

    var ref: String {
      switch self {
      case .tag(let event): event.tag
      case .commit(let enrichment): enrichment.commit.hex
      }
    }
  }

  /// The newest registration, else the newest of the commit and the stages' tags; in one second
  /// the tag comes first.
  fileprivate var origin: Origin? {
    if let registration = registrations.last { return .tag(registration) }
    let newest = stageEvents.newestFirst().first
    guard let enrichment else { return newest.map { .tag($0) } }
    guard let newest, newest.time.seconds >= enrichment.time.seconds else {
      return .commit(enrichment)
    }
    return .tag(newest)
  }

  /// The tag or commit that its author and message are taken from.
  package var ref: String { origin?.ref ?? "" }

  /// The oldest registration, else the oldest of everything that happened to the version.
  fileprivate var activatedAt: GitTime {
    if let registration = registrations.first { return registration.time }
    let times = [enrichment?.time] + (deregistrations + stageEvents).map { Optional($0.time) }
    return times.compactMap(\.self).min { $0.seconds < $1.seconds } ?? GitTime(seconds: 0)
  }
}
