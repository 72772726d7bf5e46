extension DVCConfiguration {
  /// The remote that an output names for itself, or else the default one; nothing where neither is
  /// set.
  ///
  /// - Throws: where the remote is set and can't be used.
  package func remote(for name: String?) throws(RemoteError) -> DVCRemote? {
    guard let name = name ?? defaultRemote else { return nil }
    return try remote(named: name)
  }

  /// The remote of that name, in whatever case, with what it takes from the remotes it builds on.
  package func remote(named name: String) throws(RemoteError) -> DVCRemote {
    let settled = try settled(name)
    let mayShow =
      !settled.options.hasMachineCredentials || trustedServers[settled.name] == settled.server
    return DVCRemote(
      name: settled.name, location: settled.location, options: settled.options, url: settled.url,
      withholdsCredentials: !mayShow)
  }

  /// A remote whose url leads to no other one any more.
  struct SettledRemote {
    let name: String
    let options: Remote
    let location: DVCRemote.Location

    /// Nothing for a folder.
    let url: RemoteURL?

    /// The scheme and the host with its port: whom credentials are meant for.
    var server: String? { url.map { "\($0.scheme)://\($0.authority)" } }
  }

  func settled(_ name: String) throws(RemoteError) -> SettledRemote {
    let name = name.lowercased()
    let options = try following(name)
    guard let url = options.url?.text, !url.isEmpty else { throw .withoutURL(name: name) }
    let scheme = RemoteURL.scheme(of: url)
    if scheme == nil || scheme == "file" {
      let path = scheme == nil ? url : String(Substring(url.utf8.dropFirst("file://".utf8.count)))
      guard !path.utf8.contains(where: RemoteURL.isControl) else { throw .refusedURL(name: name) }
      let place = ConfiguredPath(path, in: options.folder)
      return SettledRemote(name: name, options: options, location: .folder(place), url: nil)
    }
    guard let parts = RemoteURL(url) else { throw .refusedURL(name: name) }
    let location = DVCRemote.Location(parts, port: options.port)
    return SettledRemote(name: name, options: options, location: location, url: parts)
  }

  /// The options with those of the remotes that a url of the form `remote://base/sub` leads to.
  private func following(_ first: String) throws(RemoteError) -> Remote {
    guard var options = remotes[first] else { throw .unknown(name: first) }
    var seen: Set<String> = [first]
    while let url = options.url?.text, RemoteURL.scheme(of: url) == "remote" {
      let (server, rest) = RemoteURL.parts(of: url, scheme: "remote")
      // No remote's name, but a login, of which a message must not tell.
      guard !server.contains(where: { "@:".utf8.contains($0) }) else {
        throw .refusedURL(name: first)
      }
      let base = Substring(server).lowercased()
      guard seen.insert(base).inserted, seen.count <= Self.chainLimit else {
        throw .circular(name: first)
      }
      guard let below = remotes[base] else { throw .unknown(name: base) }
      guard let start = below.url?.text, !start.isEmpty else { throw .withoutURL(name: base) }
      let path = Substring(rest.drop { $0 == UInt8(ascii: "/") })
      options = options.completed(by: below).moved(
        to: Secret("\(RemoteURL.withoutTrailingSlashes(start))/\(path)"), in: below.folder)
    }
    return options
  }

  /// The most remotes that may build on each other.
  private static let chainLimit = 32
}
