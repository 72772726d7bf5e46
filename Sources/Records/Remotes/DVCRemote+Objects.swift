extension DVCRemote {
  /// Where the object with that MD5 lies; nothing for what is no MD5, and for a remote that keeps
  /// files under their own paths.
  ///
  /// - Parameter isLegacy: whether DVC 1 or 2 made it, whose remotes have another layout.
  package func address(md5: String, isFolder: Bool, isLegacy: Bool) -> ObjectAddress? {
    let layout = isLegacy ? ObjectLayout.legacy : .current
    guard !keepsVersions, let path = layout.path(md5: md5, isFolder: isFolder) else { return nil }
    return address(key: path, version: nil)
  }

  /// Where an output lies; nothing where its record does not say enough.
  ///
  /// - Parameter project: the folder of the DVC project in the repository; empty for the root.
  package func address(of output: TrackedOutput, inProject project: String = "") -> ObjectAddress? {
    address(
      hash: output.hash, isFolder: output.isFolder, path: output.path, versions: output.versions,
      project: project)
  }

  /// Where a file of an output lies that is a folder.
  ///
  /// - Parameter project: the folder of the DVC project in the repository; empty for the root.
  package func address(
    of file: TrackedOutput.File, in output: TrackedOutput, inProject project: String = ""
  ) -> ObjectAddress? {
    guard let path = RepositoryPath(file.path, in: output.path).inside,
      RepositoryPath.lies(path, in: output.path)
    else { return nil }
    return address(
      hash: file.hash, isFolder: false, path: path, versions: file.versions, project: project)
  }

  /// Where a file under its own path lies in a remote that keeps versions; nothing without the
  /// version that this remote knows it by.
  ///
  /// - Parameter path: relative to the DVC project.
  package func address(
    path: String, versions: [TrackedOutput.CloudVersion]
  ) -> ObjectAddress? {
    let own = versions.first { $0.remote.lowercased() == name }
    guard keepsVersions, !path.isEmpty, let version = own?.versionID, !version.isEmpty,
      version.utf8.allSatisfy({ $0 > 32 && $0 != 127 }),
      path.utf8.allSatisfy({ $0 >= 32 && $0 != 127 })
    else { return nil }
    return address(key: path, version: version)
  }

  private func address(
    hash: ContentHash?, isFolder: Bool, path: String, versions: [TrackedOutput.CloudVersion],
    project: String
  ) -> ObjectAddress? {
    if keepsVersions {
      guard RepositoryPath.lies(path, in: project) else { return nil }
      let inside =
        project.isEmpty ? path : String(Substring(path.utf8.dropFirst(project.utf8.count + 1)))
      return address(path: inside, versions: versions)
    }
    switch hash?.algorithm {
    case .md5: return address(md5: hash?.value ?? "", isFolder: isFolder, isLegacy: false)
    case .md5DOSToUnix: return address(md5: hash?.value ?? "", isFolder: isFolder, isLegacy: true)
    default: return nil
    }
  }

  private func address(key: String, version: String?) -> ObjectAddress {
    switch location {
    case .folder(let folder):
      ObjectAddress(place: .file(folder.appending(key)), webURL: nil)
    case .server(let scheme, let root):
      ObjectAddress(
        place: .url("\(root)/\(spelled(key, scheme))\(Self.suffix(version, scheme))"),
        webURL: webURL(scheme, root, key, version))
    }
  }

  private func spelled(_ key: String, _ scheme: String) -> String {
    scheme == "http" || scheme == "https" ? URLText.encoded(key) : key
  }

  /// What names a version behind an address.
  private static func suffix(_ version: String?, _ scheme: String) -> String {
    guard let version else { return "" }
    switch scheme {
    case "gs": return "#\(version)"
    case "azure": return "?versionid=\(version)"
    default: return "?versionId=\(version)"
    }
  }

  private func webURL(
    _ scheme: String, _ root: String, _ key: String, _ version: String?
  ) -> String? {
    if scheme == "http" || scheme == "https" {
      return "\(root)/\(URLText.encoded(key))\(Self.suffix(version, scheme))"
    }
    guard
      let base = BucketURL.web(root, endpoint: endpoint, region: region, account: account)
    else { return nil }
    let parameters = ["gs": "generation", "azure": "versionid"]
    let parameter = parameters[scheme] ?? "versionId"
    let end = version.map { "?\(parameter)=\(URLText.encoded($0))" } ?? ""
    return "\(base)/\(URLText.encoded(key))\(end)"
  }
}
