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
