import FoundationEssentials

/// The templates and assets that a site is made with.
package struct Theme: Sendable {
  /// Template sources by their path below `Templates/`, such as `partials/badge.mustache`.
  package private(set) var templates: [String: [UInt8]]

  /// Asset files by their path below `Assets/`, such as `site.css`.
  package private(set) var assets: [String: [UInt8]]

  /// The theme compiled into the executable.
  package static let bundled = Theme(embedded: EmbeddedTheme.files)

  private init(embedded files: [(path: StaticString, base64: StaticString)]) {
    templates = [:]
    assets = [:]
    for file in files {
      let path = "\(file.path)"
      let bytes = [UInt8](Data(base64Encoded: "\(file.base64)") ?? Data())
      if path.hasPrefix("Templates/") {
        templates[String(path.dropFirst("Templates/".count))] = bytes
      } else {
        assets[String(path.dropFirst("Assets/".count))] = bytes
      }
    }
  }

  /// The theme with a team's own files laid over it, each replacing the one of its path.
  package func overlaid(
    templates ownTemplates: [String: [UInt8]], assets ownAssets: [String: [UInt8]]
  ) -> Theme {
    var theme = self
    theme.templates.merge(ownTemplates) { _, own in own }
    theme.assets.merge(ownAssets) { _, own in own }
    return theme
  }
}
