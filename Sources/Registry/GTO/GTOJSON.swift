import Formats
import GitStore

/// GTO's answers as GTO prints them in JSON (`tags.md` §4.1): keys, their order, and white space.
package enum GTOJSON {
  /// The answer to `show --json`.
  package static func registry(_ state: GTOState, _ query: GTOQuery) -> [UInt8] {
    let stages = state.stages
    var json = JSONWriter(style: .python)
    json.object { json in
      for artifact in state.artifacts where artifact.isActive || query.includesDeprecated {
        let holders = Dictionary(
          artifact.holders(query).map { ($0.stage, $0.holders) }, uniquingKeysWith: { $1 })
        json.member(artifact.name) { json in
          json.object { json in
            json.member("version", artifact.latest?.name)
            json.member("stage") { json in
              json.object { json in
                for stage in stages.distinct() {
                  let names = holders[stage]?.map(\.version.name) ?? []
                  json.member(stage, names.isEmpty ? nil : names.joined(separator: ", "))
                }
              }
            }
            json.member("registered", artifact.isRegistered)
            json.member("active", artifact.isActive)
          }
        }
      }
    }
    return json.finished()
  }

  /// The answer to `history --json`, for events in the order in which they are wanted.
  package static func history(_ events: [RegistryEvent]) -> [UInt8] {
    var json = JSONWriter(style: .python)
    json.array(events) { json, event in
      json.object { json in
        json.member("timestamp", event.time.iso8601)
        json.member("artifact", event.artifact)
        json.member("event", event.kind.name)
        json.member("priority", event.kind.rawValue)
        json.member("version", event.version)
        json.member("stage", event.stage)
        json.member("commit", event.commit.hex)
        json.member("author", event.tagger.name)
        json.member("author_email", event.tagger.email)
        json.member("message", event.message)
        json.member("ref", event.tag)
      }
    }
    return json.finished()
  }

  /// The answer to `stages --json`; null where no list is configured.
  package static func stages(_ names: [String]?) -> [UInt8] {
    var json = JSONWriter(style: .python)
    if let names { json.array(names) { $0.string($1) } } else { json.null() }
    return json.finished()
  }

  /// The answer to `check-ref --json`.
  package static func reference(_ event: RegistryEvent) -> [UInt8] {
    var json = JSONWriter(style: .python)
    json.object { json in
      json.eventFields(event)
      json.member("event", event.kind.name)
    }
    return json.finished()
  }
}

extension JSONWriter {
  /// The fields of an event but the two that only sorting uses.
  mutating func eventFields(_ event: RegistryEvent) {
    member("artifact", event.artifact)
    member("created_at", event.time.iso8601)
    member("author", event.tagger.name)
    member("author_email", event.tagger.email)
    member("message", event.message)
    member("commit_hexsha", event.commit.hex)
    member("tag", event.tag)
    if let version = event.version { member("version", version) }
    if let stage = event.stage { member("stage", stage) }
  }
}

extension Sequence where Element: Hashable {
  /// The elements, each once, in the order of their first appearance.
  func distinct() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
