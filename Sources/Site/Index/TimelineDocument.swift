import Formats
import GitStore
import Registry

/// `timeline.json`: who held what from when to when.
extension IndexDocument where Scope == ArtifactScope {
  /// The spans of time in which versions held stages, oldest first.
  static var timeline: IndexDocument {
    IndexDocument { scope in
      let path = scope.site.addresses.timelineDocument(of: scope.artifact, in: scope.repository)
      var json = JSONWriter()
      json.object { json in
        json.meta("timeline", of: path, in: scope.site, updated: scope.updated)
        json.identity(of: scope)
        json.repository(scope.repository)
        json.member("intervals") { json in
          json.array(scope.artifact.intervals) { $0.row(of: $1, by: scope.site.settings.authors) }
        }
      }
      return [OutputFile(path: path.text, bytes: json.finished())]
    }
  }
}

extension JSONWriter {
  fileprivate mutating func row(of interval: StageInterval, by policy: AuthorPolicy) {
    object { json in
      json.member("stage", interval.stage)
      json.member("version", interval.version)
      json.time("from", interval.begin.time)
      json.time("to", interval.end?.time)
      json.person("assigned_by", email: "assigned_email", interval.begin.tagger, by: policy)
      json.person("ended_by", email: "ended_email", interval.end?.tagger, by: policy)
    }
  }
}
