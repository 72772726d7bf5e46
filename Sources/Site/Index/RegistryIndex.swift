import Formats
import GitStore
import Registry

/// `index.json`: the registry, and a small row for every model.
extension IndexDocument where Scope == RegistryScope {
  /// The document that most questions need.
  static var index: IndexDocument {
    IndexDocument { site in
      let path = site.addresses.indexDocument
      var json = JSONWriter()
      json.object { json in
        json.meta("index", of: path, in: site, updated: site.updated)
        json.member("registry") { $0.registry(of: site, from: path) }
        json.member("repositories") { json in
          json.array(site.registry.repositories) { $0.row(of: $1, in: site, from: path) }
        }
        json.member("stages") { json in
          json.array(site.stages) { $0.row(of: $1, in: site, from: path) }
        }
        json.member("models") { json in
          let models = site.registry.repositories.lazy.flatMap { repository in
            repository.artifacts.lazy.map { (artifact: $0, repository: repository) }
          }
          json.array(models) { $0.row(of: $1.artifact, in: $1.repository, of: site, from: path) }
        }
      }
      return [OutputFile(path: path.text, bytes: json.finished())]
    }
  }
}

extension JSONWriter {
  fileprivate mutating func registry(of site: RegistryScope, from path: SitePath) {
    object { json in
      json.member("title", site.settings.title)
      json.member("description", site.settings.description)
      json.member("page", site.addresses.catalog.href(from: path))
      json.member("events", site.addresses.eventsDocument.href(from: path))
      json.member("manifest", site.addresses.manifestDocument.href(from: path))
    }
  }

  fileprivate mutating func row(
    of repository: Repository, in site: RegistryScope, from path: SitePath
  ) {
    object { json in
      json.member("id", repository.id)
      json.member("url", repository.url.map(PublicAddress.cleaned))
      json.member("web", repository.webURL.map(PublicAddress.cleaned))
      json.member("head", repository.head?.hex)
      json.member("stale", repository.isStale)
      json.member("models", repository.artifacts.count)
      json.member("page", site.addresses.repository(repository).href(from: path))
    }
  }

  fileprivate mutating func row(
    of stage: SiteStage, in site: RegistryScope, from path: SitePath
  ) {
    object { json in
      json.member("name", stage.name)
      json.member("title", stage.title)
      json.member("production", stage.isProduction)
      json.member("models", stage.modelCount)
      json.member("page", site.addresses.stage(stage.name).href(from: path))
    }
  }

  fileprivate mutating func row(
    of artifact: Artifact, in repository: Repository, of site: RegistryScope, from path: SitePath
  ) {
    object { json in
      json.member("id", ArtifactScope.id(of: artifact, in: repository))
      json.member("name", artifact.name)
      json.member("repository", repository.id)
      json.summary(of: artifact)
      json.member("latest", artifact.latest?.name)
      json.member("versions", artifact.versions.count)
      json.stages(site.holdings(of: artifact))
      json.metrics(ModelMetrics.headline(of: artifact, settings: site.settings))
      json.time("updated", artifact.events.first?.time)
      json.member("page", site.addresses.model(artifact, in: repository).href(from: path))
      json.member(
        "url", site.addresses.modelDocument(of: artifact, in: repository).href(from: path))
    }
  }

  /// What people want to know of a model first.
  mutating func summary(of artifact: Artifact) {
    let annotation = artifact.annotation
    member("type", annotation?.type ?? "model")
    member("title", artifact.title)
    member("description", annotation?.description)
    member("labels", annotation?.labels ?? [])
    member("status", artifact.status.rawValue)
  }
}

extension Artifact {
  /// The last part of the name.
  var title: String {
    let last = name.utf8.lastIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }
    return last.map { String(name[name.index(after: $0)...]) } ?? name
  }
}
