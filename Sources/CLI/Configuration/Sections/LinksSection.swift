import Formats
import Site

/// `base_url` and `links`: where the site and its readers' other pages are.
extension ConfigurationReader {
  func baseURL(_ node: YAMLNode) throws(ConfigurationError) -> String {
    let address = try webAddress(node, code: "F006")
    guard !address.contains("?"), !address.contains("#") else {
      throw failure(node, "the base address takes no query and no fragment", code: "F006")
    }
    return address.hasSuffix("/") ? address : address + "/"
  }

  /// An address that readers may click on.
  private func linkAddress(_ node: YAMLNode) throws(ConfigurationError) -> String {
    try webAddress(node, code: "F011")
  }

  private static let linkKeys: [ConfigurationKey<SiteSettings.Link>] = [
    ConfigurationKey("text", \.text, Self.text),
    ConfigurationKey("url", \.url, Self.linkAddress),
  ]

  func links(_ node: YAMLNode) throws(ConfigurationError) -> [SiteSettings.Link] {
    try list(node, link)
  }

  private func link(_ node: YAMLNode) throws(ConfigurationError) -> SiteSettings.Link {
    var link = SiteSettings.Link(text: "", url: "")
    try fill(&link, from: node, Self.linkKeys)
    try require(node, !link.text.isEmpty && !link.url.isEmpty, "a link needs text and url")
    return link
  }
}
