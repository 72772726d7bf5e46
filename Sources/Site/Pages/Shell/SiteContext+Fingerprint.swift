package import Formats
package import Theme

extension SiteContext {
  /// Tells everything that the files of all models are made from, but for the models themselves:
  /// settings, templates, the names and looks of stages, and addresses that others dispute.
  static func fingerprint(
    settings: SiteSettings, theme: Theme, stages: [SiteStage], addresses: SiteAddresses
  ) -> Checksum {
    let looks = stages.map { [$0.name, $0.title, $0.style.name, "\($0.isProduction)"] }
    return Checksum(joining: [
      settings.checksum, theme.checksum, Checksum(ReflectedText.text(of: looks)),
      addresses.checksum,
    ])
  }
}

extension SiteSettings {
  /// Tells settings with which other pages are made.
  package var checksum: Checksum { Checksum(ReflectedText.text(of: self)) }
}

extension Theme {
  /// Tells templates and assets from others.
  package var checksum: Checksum {
    let files =
      templates.map { ("t/" + $0.key, $0.value) } + assets.map { ("a/" + $0.key, $0.value) }
    let sorted = files.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
    return Checksum(joining: sorted.flatMap { [Checksum($0.0), Checksum($0.1)] })
  }
}
