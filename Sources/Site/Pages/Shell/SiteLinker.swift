/// Writes addresses as one page needs them.
struct SiteLinker: Sendable {
  /// The page that the links stand on.
  let page: SitePath

  /// The site's own address, for a page that a server shows under any address.
  var baseURL: String?

  /// The address of a file of the site.
  func callAsFunction(_ target: SitePath) -> String {
    baseURL.map { $0 + target.encoded } ?? target.href(from: page)
  }
}
