import Formats
import GitStore
import Registry

/// What could become a version, and what versions are judged by.
extension JSONWriter {
  /// The iterations that nobody has registered, the newest first.
  mutating func candidates(of scope: ArtifactScope, _ rules: [MetricRule]) {
    member("candidates") { json in
      json.array(scope.artifact.candidates) { json, candidate in
        let commit = candidate.commitObject
        json.object { json in
          json.member("source", candidate.kind)
          json.member("name", candidate.name)
          json.member("base", candidate.base?.hex)
          json.member("commit", candidate.commit.hex)
          json.time("at", commit?.committer?.time)
          json.person("by", commit?.author, by: scope.site.settings.authors)
          json.member("subject", candidate.subject)
          json.metrics(ModelMetrics.headline(of: candidate.records, rules: rules))
          json.member(
            "command", candidate.command(for: scope.artifact, commit: candidate.commit.hex))
        }
      }
    }
  }

  /// The metrics that come first, with their values.
  mutating func metrics(_ metrics: [HeadlineMetric]) {
    member("metrics") { json in
      json.array(metrics) { json, metric in
        json.object { json in
          json.member("file", metric.file)
          json.member("name", metric.name)
          json.member("value", PublicAddress.cleaned(metric.value))
        }
      }
    }
  }
}
