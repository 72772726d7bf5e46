import Formats

/// A difference of two sites as one JSON document.
enum DifferenceJSON {
  static func bytes(_ difference: SiteDifference) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("equal", difference.isEmpty)
      json.member("losses", difference.losses.count)
      json.member("repositories_removed", difference.removedRepositories)
      json.member("models_added", difference.addedModels)
      json.member("models_removed", difference.removedModels)
      json.member("tags") { json in json.array(difference.tags) { $0.tag($1) } }
      json.member("stages") { json in json.array(difference.stages) { $0.stage($1) } }
      json.member("latest") { json in json.array(difference.latest) { $0.latest($1) } }
    }
    return json.finished()
  }
}

extension JSONWriter {
  fileprivate mutating func tag(_ change: SiteDifference.TagChange) {
    let event = change.event
    object { json in
      json.member("change", change.kind.rawValue)
      json.member("tag", event.tag)
      json.member("repository", event.repository)
      json.member("model", event.model)
      json.member("event", event.kind)
      json.member("version", event.version)
      json.member("stage", event.stage)
      json.member("commit", event.commit)
      json.member("commit_before", change.before?.commit)
    }
  }

  fileprivate mutating func stage(_ change: SiteDifference.StageChange) {
    object { json in
      json.member("model", change.model)
      json.member("stage", change.stage)
      json.member("before", change.before)
      json.member("after", change.after)
    }
  }

  fileprivate mutating func latest(_ change: SiteDifference.LatestChange) {
    object { json in
      json.member("model", change.model)
      json.member("before", change.before)
      json.member("after", change.after)
      json.member("metrics") { json in
        json.array(change.metrics) { json, metric in
          json.object { json in
            json.member("file", metric.file)
            json.member("name", metric.name)
            json.member("before", metric.before)
            json.member("after", metric.after)
          }
        }
      }
    }
  }
}
