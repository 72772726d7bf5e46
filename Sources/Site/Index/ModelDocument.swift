import Formats
import GitStore
import Registry

/// `model.json`: every version, compact, and where the other documents lie.
extension IndexDocument where Scope == ArtifactScope {
  /// The document of the artifact itself.
  static var model: IndexDocument {
    IndexDocument { scope in
      let (site, artifact, repository) = (scope.site, scope.artifact, scope.repository)
      let path = site.addresses.modelDocument(of: artifact, in: repository)
      let rules = MetricRule.all(site.settings.metrics)
      var json = JSONWriter()
      json.object { json in
        json.meta("model", of: path, in: site, updated: scope.updated)
        json.identity(of: scope)
        json.repository(repository)
        json.summary(of: artifact)
        json.event("deprecated", artifact.deprecation, by: site.settings.authors)
        json.member("latest", artifact.latest?.name)
        json.stages(scope.holdings)
        json.member("versions") { json in
          json.array(artifact.versions) { $0.row(of: $1, in: scope, rules, from: path) }
        }
        json.candidates(of: scope, rules)
        json.member("documents") { $0.documents(of: scope, from: path) }
        json.member("badges") { $0.badges(of: scope, from: path) }
        json.member("page", site.addresses.model(artifact, in: repository).href(from: path))
      }
      return [OutputFile(path: path.text, bytes: json.finished())]
    }
  }
}

extension JSONWriter {
  fileprivate mutating func row(
    of version: Version, in scope: ArtifactScope, _ rules: [MetricRule], from path: SitePath
  ) {
    let addresses = scope.site.addresses
    let (artifact, repository) = (scope.artifact, scope.repository)
    let page = addresses.version(version, of: artifact, in: repository)
    let document = addresses.versionDocument(version, of: artifact, in: repository)
    object { json in
      json.member("version", version.name)
      json.member("status", version.status)
      json.member("commit", version.commit.hex)
      json.time("at", version.registration?.time)
      json.person("by", version.registration?.tagger, by: scope.site.settings.authors)
      json.member("stages", scope.stages(of: version).map(\.stage))
      json.metrics(ModelMetrics.headline(of: version.records, rules: rules))
      json.member("page", page.href(from: path))
      json.member("url", document.href(from: path))
    }
  }

  fileprivate mutating func documents(of scope: ArtifactScope, from path: SitePath) {
    let addresses = scope.site.addresses
    let (artifact, repository) = (scope.artifact, scope.repository)
    let hasLatest = artifact.latest != nil
    let latest = addresses.latestDocument(of: artifact, in: repository)
    let latestText = addresses.latestText(of: artifact, in: repository)
    let versions = addresses.versionsText(of: artifact, in: repository)
    let timeline = addresses.timelineDocument(of: artifact, in: repository)
    object { json in
      json.member("latest", hasLatest ? latest.href(from: path) : nil)
      json.member("latest_text", hasLatest ? latestText.href(from: path) : nil)
      json.member("versions_text", versions.href(from: path))
      json.member("timeline", timeline.href(from: path))
      json.member("stages") { json in
        json.array(scope.holdings) { json, holding in
          let document = addresses.stageDocument(holding.stage, of: artifact, in: repository)
          let text = addresses.stageText(holding.stage, of: artifact, in: repository)
          json.object { json in
            json.member("stage", holding.stage)
            json.member("url", document.href(from: path))
            json.member("text", text.href(from: path))
          }
        }
      }
    }
  }

  fileprivate mutating func badges(of scope: ArtifactScope, from path: SitePath) {
    let addresses = scope.site.addresses
    let (artifact, repository) = (scope.artifact, scope.repository)
    object { json in
      let latest = addresses.latestBadge(of: artifact, in: repository)
      json.member("latest", latest.href(from: path))
      json.member("stages") { json in
        json.array(artifact.stagesEverGiven) { json, stage in
          let badge = addresses.stageBadge(stage, of: artifact, in: repository)
          json.object { json in
            json.member("stage", stage)
            json.member("url", badge.href(from: path))
          }
        }
      }
    }
  }
}

extension Version {
  /// The word for whether it is still registered.
  var status: String { isActive ? "active" : "deregistered" }
}
