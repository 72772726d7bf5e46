import Formats
import Registry

/// `latest.json` and `latest.txt`: the version that `latest` means.
extension IndexDocument where Scope == ArtifactScope {
  /// The latest version's document once more, and its name as a text; neither where there is none.
  static var latest: IndexDocument {
    IndexDocument { scope in
      guard let version = scope.artifact.latest else { return [] }
      let addresses = scope.site.addresses
      let path = addresses.latestDocument(of: scope.artifact, in: scope.repository)
      let text = addresses.latestText(of: scope.artifact, in: scope.repository)
      return [
        OutputFile(path: path.text, bytes: JSONWriter.version(version, in: scope, at: path)),
        OutputFile(path: text.text, bytes: Array("\(version.name)\n".utf8)),
      ]
    }
  }
}
