import Digests
import Theme

/// The theme's style sheet, scripts and other files under the addresses they get in the site.
struct SiteAssets: Sendable {
  /// All files, sorted by path.
  let files: [OutputFile]

  let style: SitePath
  let script: SitePath

  /// The script that chooses the colours before anything is drawn.
  let colors: SitePath
  let icon: SitePath

  /// The script that puts any versions side by side.
  let comparison: SitePath

  /// The files that pages link to carry a digest in their names, so that browsers may keep them
  /// for ever; the others keep their names, for style sheets to refer to.
  init(theme: Theme, addresses: (String) -> SitePath) {
    var files: [OutputFile] = []
    var linked: [String: SitePath] = [:]
    for (name, bytes) in theme.assets where !name.hasPrefix("schema/") {
      let path = addresses(Self.linked.contains(name) ? Self.digested(name, bytes) : name)
      linked[name] = path
      files.append(OutputFile(path: path.text, bytes: bytes))
    }
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    style = linked["site.css"] ?? addresses("site.css")
    script = linked["site.js"] ?? addresses("site.js")
    colors = linked["theme.js"] ?? addresses("theme.js")
    icon = linked["icon.svg"] ?? addresses("icon.svg")
    comparison = linked["compare.js"] ?? addresses("compare.js")
  }

  private static let linked: Set<String> = [
    "site.css", "site.js", "theme.js", "compare.js", "icon.svg",
  ]

  /// `site.css` with the first digits of its digest: `site.1a2b3c4d.css`.
  static func digested(_ name: String, _ bytes: [UInt8]) -> String {
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    return "\(name[..<dot]).\(SHA256(bytes).hex(digits: 8))\(name[dot...])"
  }
}
