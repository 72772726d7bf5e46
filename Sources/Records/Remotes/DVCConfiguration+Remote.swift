extension DVCConfiguration {
  /// The options of a remote as they stand in the files, before anything is made of them.
  package struct Remote: Hashable, Sendable {
    /// The url or path; it may hold a password.
    package private(set) var url: Secret?

    /// The folder that a relative path begins at.
    package private(set) var folder = ConfigurationFolder.project

    /// The server that speaks S3's language where it isn't Amazon's; without user and password.
    package private(set) var endpoint: String?
    package private(set) var region: String?

    /// The storage account that a container of Azure belongs to.
    package private(set) var account: String?

    /// The port of an SSH server where the url names none.
    package private(set) var port: Int?
    package private(set) var isVersionAware: Bool?
    package private(set) var isWorktree: Bool?
    package private(set) var credentials = RemoteCredentials()

    /// Whether credentials come from a file of this machine rather than from the repository.
    private(set) var hasMachineCredentials = false
    private let isOfMachine: Bool

    init(isOfMachine: Bool) { self.isOfMachine = isOfMachine }

    private static let known: Set<String> = [
      "url", "endpointurl", "region", "port", "version_aware", "worktree", "auth", "user",
      "password", "custom_auth_header", "token", "account_name",
    ]

    static func knows(_ option: String) -> Bool { known.contains(option) }

    /// Takes an option of a file in `folder`; leaves out those that nothing here needs.
    mutating func set(_ option: String, _ text: String, in folder: ConfigurationFolder) {
      switch option {
      case "url":
        url = Secret(text)
        self.folder = folder
      case "endpointurl":
        endpoint = RemoteURL(text).map { "\($0.scheme)://\($0.authority)\($0.path)" }
      case "region": region = Self.isPlain(text) ? text : nil
      case "account_name": account = Self.isPlain(text) ? text : nil
      case "port": port = Int(text).flatMap { (1...65_535).contains($0) ? $0 : nil }
      case "version_aware": isVersionAware = text.lowercased() == "true"
      case "worktree": isWorktree = text.lowercased() == "true"
      case "auth": credentials.method = text.lowercased()
      case "user": credentials.user = Secret(text)
      case "password": credentials.password = Secret(text)
      case "custom_auth_header": credentials.header = text
      case "token": credentials.token = Secret(text)
      default: break
      }
      hasMachineCredentials = isOfMachine && !credentials.isEmpty
    }

    /// These options, with those of `base` where these say nothing.
    func completed(by base: Remote) -> Remote {
      var all = self
      if url == nil { (all.url, all.folder) = (base.url, base.folder) }
      all.endpoint = endpoint ?? base.endpoint
      all.region = region ?? base.region
      all.account = account ?? base.account
      all.port = port ?? base.port
      all.isVersionAware = isVersionAware ?? base.isVersionAware
      all.isWorktree = isWorktree ?? base.isWorktree
      all.credentials = credentials.completed(by: base.credentials)
      all.hasMachineCredentials = hasMachineCredentials || base.hasMachineCredentials
      return all
    }

    /// The same with another url, as `remote://` makes one.
    func moved(to url: Secret, in folder: ConfigurationFolder) -> Remote {
      var moved = self
      moved.url = url
      moved.folder = folder
      return moved
    }

    private static func isPlain(_ text: String) -> Bool {
      !text.isEmpty
        && text.utf8.allSatisfy {
          RemoteURL.isDigit($0) || RemoteURL.isLetter($0) || $0 == UInt8(ascii: "-")
        }
    }
  }
}
