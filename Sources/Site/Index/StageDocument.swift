import Formats
import GitStore
import Records
import Registry

/// `stages/<stage>.json` and `<stage>.txt`: who holds a stage.
extension IndexDocument where Scope == ArtifactScope {
  /// Two files for every stage that something holds.
  static var stages: IndexDocument {
    IndexDocument { scope in
      scope.holdings.flatMap { holding in
        let addresses = scope.site.addresses
        let path = addresses.stageDocument(holding.stage, of: scope.artifact, in: scope.repository)
        let text = addresses.stageText(holding.stage, of: scope.artifact, in: scope.repository)
        return [
          OutputFile(path: path.text, bytes: JSONWriter.stage(holding, in: scope, at: path)),
          OutputFile(path: text.text, bytes: Array("\(holding.holder.version)\n".utf8)),
        ]
      }
    }
  }
}

extension JSONWriter {
  fileprivate static func stage(
    _ holding: StageHolding, in scope: ArtifactScope, at path: SitePath
  ) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.meta("stage", of: path, in: scope.site, updated: scope.updated)
      json.identity(of: scope)
      json.repository(scope.repository)
      json.member("stage", holding.stage)
      json.member("holders") { json in
        json.array([holding.holder]) { $0.holder($1, in: scope, from: path) }
      }
      json.member("shadowed") { json in
        json.array(holding.shadowed) { $0.holder($1, in: scope, from: path) }
      }
      json.member("page", scope.site.addresses.stage(holding.stage).href(from: path))
    }
    return json.finished()
  }

  private mutating func holder(
    _ holder: StageHolder, in scope: ArtifactScope, from path: SitePath
  ) {
    let (site, artifact, repository) = (scope.site, scope.artifact, scope.repository)
    let version = holder.isRegistered ? scope.version(named: holder.version) : nil
    let page = version.map { site.addresses.version($0, of: artifact, in: repository) }
    let document = version.map { site.addresses.versionDocument($0, of: artifact, in: repository) }
    object { json in
      json.member("version", holder.version)
      json.member("registered", holder.isRegistered)
      json.member("commit", holder.commit.hex)
      json.tagFacts(of: holder.assignment, by: site.settings.authors)
      json.signature(holder.assignment.signature)
      json.artifact(of: version, in: scope, from: path)
      json.member("page", page?.href(from: path))
      json.member("url", document?.href(from: path))
    }
  }
}
