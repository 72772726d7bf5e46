import Records
import Registry

/// The texts that need no JSON: which models and versions there are, and their files.
extension IndexDocument where Scope == RegistryScope {
  /// `models.txt`: a line for each model with its id and the way to its `versions.txt`.
  static var modelsText: IndexDocument {
    IndexDocument { site in
      let path = site.addresses.modelsText
      var lines = ["vitrine-models\t1"]
      for repository in site.registry.repositories {
        for artifact in repository.artifacts {
          let text = site.addresses.versionsText(of: artifact, in: repository)
          let id = ArtifactScope.id(of: artifact, in: repository)
          lines.append("model\t\(id)\t\(artifact.name)\t\(text.href(from: path))")
        }
      }
      lines.append("end\t\(lines.count - 1)")
      return [OutputFile(path: path.text, lines: lines)]
    }
  }
}

extension IndexDocument where Scope == ArtifactScope {
  /// `versions.txt`, and for each version its files as lines and as checksums; the checksums once more
  /// for the latest version and for those that hold stages.
  static var downloads: IndexDocument {
    IndexDocument { scope in
      let (artifact, repository) = (scope.artifact, scope.repository)
      let addresses = scope.site.addresses
      var files = [versionsText(scope)]
      for version in artifact.versions {
        let found = VersionFiles(version, in: scope)
        let listing = addresses.listing(of: version, of: artifact, in: repository)
        files.append(OutputFile(path: listing.text, bytes: found.listing(at: listing).text))
        guard let checksums = found.checksums else { continue }
        var paths = [addresses.checksums(of: version, of: artifact, in: repository)]
        if artifact.latest?.name == version.name {
          paths.append(addresses.latestChecksums(of: artifact, in: repository))
        }
        for holding in scope.holdings
        where holding.holder.isRegistered && holding.holder.version == version.name {
          paths.append(addresses.stageChecksums(holding.stage, of: artifact, in: repository))
        }
        files += paths.map { OutputFile(path: $0.text, bytes: checksums) }
      }
      return files
    }
  }

  private static func versionsText(_ scope: ArtifactScope) -> OutputFile {
    let (artifact, repository) = (scope.artifact, scope.repository)
    let addresses = scope.site.addresses
    let path = addresses.versionsText(of: artifact, in: repository)
    let listing = { (version: Version) in
      addresses.listing(of: version, of: artifact, in: repository).href(from: path)
    }
    var lines = ["vitrine-versions\t1", "model\t\(scope.id)"]
    if let latest = artifact.latest { lines.append("latest\t\(latest.name)\t\(listing(latest))") }
    for holding in scope.holdings {
      let version = holding.holder.isRegistered ? scope.version(named: holding.holder.version) : nil
      lines.append(
        "stage\t\(holding.stage)\t\(holding.holder.version)\t\(version.map(listing) ?? "-")")
    }
    lines += artifact.versions.map { "version\t\($0.name)\t\(listing($0))" }
    lines.append("end\t\(lines.count - 1)")
    return OutputFile(path: path.text, lines: lines)
  }
}

extension OutputFile {
  /// A text of lines that hold no line ends: neither names of GTO's nor addresses do.
  fileprivate init(path: String, lines: [String]) {
    self.init(path: path, bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
  }
}
