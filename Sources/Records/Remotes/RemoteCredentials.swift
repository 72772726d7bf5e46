/// What a server of HTTP or WebDAV asks for before it gives an object.
///
/// It lives in memory only, and every part prints as asterisks.
package struct RemoteCredentials: Hashable, Sendable {
  /// How the credentials are shown to the server: DVC's option `auth`.
  package var method: String?
  package var user: Secret?
  package var password: Secret?

  /// The header that carries the password where `method` is `custom`.
  package var header: String?

  /// A bearer token of WebDAV.
  package var token: Secret?

  /// Makes credentials without any part.
  package init() {}

  /// Whether there is nothing to show.
  package var isEmpty: Bool { user == nil && password == nil && token == nil && header == nil }

  /// These credentials, with those of `base` where these have none.
  func completed(by base: RemoteCredentials) -> RemoteCredentials {
    var all = self
    all.method = method ?? base.method
    all.user = user ?? base.user
    all.password = password ?? base.password
    all.header = header ?? base.header
    all.token = token ?? base.token
    return all
  }
}
