/// The list of all pages for search engines, and what is asked of them.
struct Sitemap {
  /// The site's address with a slash at its end.
  let baseURL: String

  /// The most pages that one file may list.
  private static let limit = 50_000

  /// The list of pages, cut into several files where it is long.
  func files(pages: [SitePath]) -> [OutputFile] {
    let sorted = pages.sorted()
    guard sorted.count > Self.limit else { return [file("sitemap.xml", Array(sorted))] }
    let parts = stride(from: 0, to: sorted.count, by: Self.limit).map { start in
      Array(sorted[start..<min(start + Self.limit, sorted.count)])
    }
    var xml = XMLText()
    xml.line("<?xml version=\"1.0\" encoding=\"utf-8\"?>")
    xml.line("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">")
    for number in parts.indices {
      xml.line("<sitemap><loc>\(address(SitePath("sitemap-\(number + 1).xml")))</loc></sitemap>")
    }
    xml.line("</sitemapindex>")
    return [OutputFile(path: "sitemap.xml", bytes: xml.bytes)]
      + parts.enumerated().map { file("sitemap-\($0 + 1).xml", $1) }
  }

  /// `robots.txt`, which counts only at the root of a host.
  func robots(isHidden: Bool) -> [OutputFile] {
    let rest = baseURL.drop { $0 != ":" }.dropFirst(3)
    guard rest.firstIndex(of: "/") == rest.index(before: rest.endIndex) else { return [] }
    let text =
      isHidden
      ? "User-agent: *\nDisallow: /\n"
      : "User-agent: *\nAllow: /\nSitemap: \(baseURL)sitemap.xml\n"
    return [OutputFile(path: "robots.txt", bytes: Array(text.utf8))]
  }

  private func file(_ path: String, _ pages: [SitePath]) -> OutputFile {
    var xml = XMLText()
    xml.line("<?xml version=\"1.0\" encoding=\"utf-8\"?>")
    xml.line("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">")
    for page in pages { xml.line("<url><loc>\(address(page))</loc></url>") }
    xml.line("</urlset>")
    return OutputFile(path: path, bytes: xml.bytes)
  }

  private func address(_ path: SitePath) -> String { XMLText.escaped(baseURL + path.encoded) }
}
