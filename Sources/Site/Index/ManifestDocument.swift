import Formats

/// `manifest.json`: size and digest of every other document, the one file to sign.
enum ManifestDocument {
  /// The manifest of the documents among `files`, sorted by path.
  static func file(listing files: [FileDigest], in site: RegistryScope) -> OutputFile {
    let path = site.addresses.manifestDocument
    let folder = "\(SiteAddresses.indexFolder)/"
    let listed =
      files.filter { $0.path.hasPrefix(folder) && $0.path != path.text }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    var json = JSONWriter()
    json.object { json in
      json.meta("manifest", of: path, in: site, updated: site.updated)
      json.member("files") { json in
        json.array(listed) { json, file in
          json.object { json in
            json.member("path", String(file.path.dropFirst(folder.count)))
            json.member("size", file.size)
            json.member("sha256", file.sha256)
          }
        }
      }
    }
    return OutputFile(path: path.text, bytes: json.finished())
  }
}
