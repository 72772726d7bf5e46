import Formats
import GitStore
import Records
import Registry

/// `versions/<version>.json`: everything known of one version.
extension IndexDocument where Scope == ArtifactScope {
  /// The documents of all versions, deregistered ones among them.
  static var versions: IndexDocument {
    IndexDocument { scope in
      scope.artifact.versions.map { version in
        let path = scope.site.addresses.versionDocument(
          version, of: scope.artifact, in: scope.repository)
        return OutputFile(path: path.text, bytes: JSONWriter.version(version, in: scope, at: path))
      }
    }
  }
}

extension JSONWriter {
  /// The document of a version, for any place.
  static func version(_ version: Version, in scope: ArtifactScope, at path: SitePath) -> [UInt8] {
    let site = scope.site
    let page = site.addresses.version(version, of: scope.artifact, in: scope.repository)
    var json = JSONWriter()
    json.object { json in
      json.meta("version", of: path, in: site, updated: scope.updated(of: version))
      json.identity(of: scope)
      json.member("version", version.name)
      json.repository(scope.repository)
      json.member("commit", version.commit.hex)
      json.time("committed_at", version.commitObject?.committer?.time)
      json.registration(version.registration, by: site.settings.authors)
      json.member("status", version.status)
      json.event("deregistered", version.deregistration, by: site.settings.authors)
      json.member("stages") { json in
        json.array(scope.stages(of: version)) { json, holder in
          json.object { json in
            json.member("stage", holder.stage)
            json.tagFacts(of: holder.assignment, by: site.settings.authors)
          }
        }
      }
      json.artifact(of: version, in: scope, from: path)
      json.files("metrics", version.records.metrics)
      json.files("params", version.records.params)
      json.unavailable(version.records.unavailable)
      json.plots(version.plots, page: page.href(from: path))
      json.lineage(version.records.lineage)
      json.card(version.card, page: page.href(from: path))
      json.changes(version.changes, by: site.settings.authors)
      json.notes(of: version, in: scope)
      json.member("other_commits", version.otherCommits.map(\.hex))
      json.member("page", page.href(from: path))
    }
    return json.finished()
  }

  private mutating func registration(_ event: RegistryEvent?, by policy: AuthorPolicy) {
    member("registered") { json in
      guard let event else { return json.null() }
      json.object { json in
        json.tagFacts(of: event, by: policy)
        json.member("annotated", event.isAnnotated)
        json.signature(event.signature)
      }
    }
  }

  /// What could not be read, then what could not be written.
  private mutating func notes(of version: Version, in scope: ArtifactScope) {
    let diagnostics = scope.diagnostics(of: version)
    // A file that could not be had or understood is mostly told of there, more precisely.
    let told = Set(diagnostics.compactMap(\.place.file))
    let gap = version.records.contents?.gap.map {
      RecordNote($0, at: version.annotation?.path.map(PublicAddress.cleaned))
    }
    let further =
      RecordNote.all(for: version.records, version.card)
      .filter { $0.pointer != nil || !told.contains($0.place) } + (gap.map { [$0] } ?? [])
    let place = DiagnosticPlace(
      repository: scope.repository.id, artifact: scope.artifact.name, version: version.name,
      commit: version.commit.hex)
    member("notes") { json in
      json.array(diagnostics.map { RecordNote($0) } + further.map { $0.placed(in: place) }) {
        json, note in
        json.object { json in
          json.member("code", note.code)
          json.member("where", note.place)
          json.member("message", note.message)
          json.member("pointer", note.pointer)
        }
      }
    }
  }
}
