/// A place outside Git that keeps the objects of a DVC project (`records.md` §9.2).
///
/// What it tells of itself may be published: user, password, query and fragment of its url are left
/// out, and a folder of a machine has no public url.
package struct DVCRemote: Hashable, Sendable {
  /// In lower case.
  package let name: String
  package let location: Location

  /// Whether it keeps files under their own paths and tells their versions apart by itself.
  package let keepsVersions: Bool

  /// The server that speaks S3's language where it isn't Amazon's.
  package let endpoint: String?
  package let region: String?

  /// The storage account that a container of Azure belongs to.
  package let account: String?

  /// What the server asks for; nothing where nothing is configured, or where it is withheld.
  package let credentials: RemoteCredentials?

  /// Whether credentials of this machine are kept back, since they are meant for another server.
  package let withholdsCredentials: Bool

  /// Where a remote's objects lie.
  package enum Location: Hashable, Sendable {
    /// A folder of a machine.
    case folder(ConfiguredPath)
    /// A server or bucket: `root` is its address, without a slash at the end.
    case server(scheme: String, root: String)

    /// WebDAV is spoken over HTTP; only an SSH address takes its port from another option.
    init(_ url: RemoteURL, port: Int?) {
      let web = ["webdav": "http", "webdavs": "https"]
      let scheme = web[url.scheme] ?? url.scheme
      let isWeb = scheme == "http" || scheme == "https"
      let lacksPort = scheme == "ssh" && url.authority.firstIndex(of: ":") == nil
      let end = lacksPort ? port.map { ":\($0)" } ?? "" : ""
      let path = isWeb ? URLText.encoded(url.path, keepingPercent: true) : url.path
      self = .server(scheme: scheme, root: "\(scheme)://\(url.authority)\(end)\(path)")
    }
  }

  init(
    name: String, location: Location, options: DVCConfiguration.Remote, url: RemoteURL?,
    withholdsCredentials: Bool
  ) {
    self.name = name
    self.location = location
    keepsVersions = options.isVersionAware ?? options.isWorktree ?? false
    endpoint = options.endpoint
    region = options.region
    account = options.account
    var shown = RemoteCredentials()
    if !withholdsCredentials { shown = options.credentials }
    var isWithheld = withholdsCredentials
    if let url, url.user != nil || url.password != nil {
      // The url's own name and password, which DVC shows without being told a method.
      isWithheld = false
      shown.user = shown.user ?? url.user
      shown.password = shown.password ?? url.password
      shown.method = shown.method ?? "basic"
    }
    credentials = shown.isEmpty ? nil : shown
    self.withholdsCredentials = isWithheld
  }

  /// The address of the remote itself; nothing for a folder.
  package var publicURL: String? {
    guard case .server(_, let root) = location else { return nil }
    return root
  }

  /// The remote as a site may show it (`records.md` §9.4).
  package var published: ArtifactContents.Remote {
    ArtifactContents.Remote(name: name, url: publicURL)
  }

  /// The scheme of its objects' addresses; nothing for a folder.
  package var scheme: String? {
    guard case .server(let scheme, _) = location else { return nil }
    return scheme
  }
}
