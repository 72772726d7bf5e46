import Formats
import Site

/// `base_url` and `links`: where the site and its readers' other pages are.
extension ConfigurationReader {
  func baseURL(_ node: YAMLNode) throws(ConfigurationError) -> String {
    let address = try webAddress(node)
    try require(
      node, !address.contains("?") && !address.contains("#"),
      "the base address takes no query and no fragment")
    return address.hasSuffix("/") ? address : address + "/"
  }

  private static let linkKeys: [ConfigurationKey<SiteSettings.Link>] = [
    ConfigurationKey("text", \.text, Self.text),
    ConfigurationKey("url", \.url, Self.webAddress),
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
