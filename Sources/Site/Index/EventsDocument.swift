import Formats
import GitStore
import Registry

/// `events.ndjson`: everything that ever happened, one event a line.
extension IndexDocument where Scope == RegistryScope {
  /// The events of all repositories, oldest first, so that the file only grows at its end.
  static var events: IndexDocument {
    IndexDocument { site in
      let path = site.addresses.eventsDocument
      let schema = site.addresses.schema("event").href(from: path)
      var bytes: [UInt8] = []
      for entry in LoggedEvent.all(in: site.registry) {
        var json = JSONWriter(style: .line)
        json.line(of: entry, schema: schema, by: site.settings.authors)
        bytes.append(contentsOf: json.finished())
      }
      return [OutputFile(path: path.text, bytes: bytes)]
    }
  }
}

/// An event and the repository that it happened in.
private struct LoggedEvent {
  let event: RegistryEvent
  let repository: String

  /// Oldest first; events of one second by repository, then in GTO's order of kinds, then by tag.
  static func all(in registry: Registry) -> [LoggedEvent] {
    var entries: [LoggedEvent] = []
    for repository in registry.repositories {
      for artifact in repository.artifacts {
        for event in artifact.events {
          entries.append(LoggedEvent(event: event, repository: repository.id))
        }
      }
    }
    entries.sort { $0.precedes($1) }
    return entries
  }

  private func precedes(_ other: LoggedEvent) -> Bool {
    let (one, two) = (event, other.event)
    if one.time.seconds != two.time.seconds { return one.time.seconds < two.time.seconds }
    if repository != other.repository {
      return repository.utf8.lexicographicallyPrecedes(other.repository.utf8)
    }
    if one.kind != two.kind { return one.kind.rawValue < two.kind.rawValue }
    return one.tag.utf8.lexicographicallyPrecedes(two.tag.utf8)
  }
}

extension JSONWriter {
  fileprivate mutating func line(
    of entry: LoggedEvent, schema: String, by policy: AuthorPolicy
  ) {
    let event = entry.event
    object { json in
      json.member("meta") { json in
        json.object { json in
          json.member("schema", schema)
          json.member("version", RegistryScope.promise)
        }
      }
      json.member("repository", entry.repository)
      json.member("model", "\(entry.repository)/\(event.artifact)")
      json.member("event", event.kind.name)
      json.time("at", event.time)
      json.member("version", event.version)
      json.member("stage", event.stage)
      json.member("commit", event.commit.hex)
      json.member("tag", event.tag)
      json.person("by", event.tagger, by: policy)
      json.member("message", event.message)
      json.signature(event.signature)
    }
  }
}
