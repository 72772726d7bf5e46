import GitStore
import Formats
import Registry

/// The versions of a model for the page on which any are chosen: a script for the same reason as
/// `VersionData`, and apart from it because stages move.
struct VersionListData {
  let scope: ModelScope

  /// Each version with its folder, its day, its stages joined by commas, and whether it is the latest,
  /// the one that others are compared with by default, and in force.
  func bytes() -> [UInt8] {
    let (artifact, addresses) = (scope.artifact, scope.addresses)
    let production = productionHolder
    var json = JSONWriter(style: .script)
    json.object { json in
      json.member("folder", addresses.folder(of: artifact, in: scope.repository))
      json.member("model", SiteText.singleLine(artifact.name, limit: 500))
      json.member("repository", SiteText.singleLine(scope.repository.id, limit: 500))
      json.member("versions") { json in
        json.array(artifact.versions.indices) { json, place in
          let version = artifact.versions[place]
          let stages = scope.stages(of: version).map { scope.context.title(of: $0.stage) }
          let texts = [
            SiteText.singleLine(version.name, limit: 500),
            addresses.slug(of: version, of: artifact, in: scope.repository),
            version.registration.map { String($0.time.utc.prefix(10)) } ?? "",
            stages.joined(separator: ", "), place == artifact.latestIndex ? "1" : "",
            place == production ? "1" : "", version.isActive ? "1" : "",
          ]
          json.array(texts) { $0.string($1) }
        }
      }
    }
    return Array("vitrineVersions(".utf8) + json.finished().dropLast() + Array(");\n".utf8)
  }

  /// The version that holds the first production-like stage.
  private var productionHolder: Int? {
    let holding = scope.holdings.first { holding in
      scope.context.stage(holding.stage)?.isProduction == true
        && scope.records.place(ofVersion: holding.holder.version) != nil
    }
    return holding.flatMap { scope.records.place(ofVersion: $0.holder.version) }
  }
}
