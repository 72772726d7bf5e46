import GitStore
import Mustache
import Registry

/// Where an artifact lies by its annotation.
struct ArtifactPath: TemplateModel {
  let text: String

  /// The file on the forge as of the commit, or the address itself.
  let href: String?

  /// Nothing where the annotation tells no path.
  init?(_ annotation: Annotation?, at commit: ObjectID?, in scope: ModelScope) {
    guard let path = annotation?.path, !path.isEmpty else { return nil }
    text = SiteText.singleLine(PublicAddress.cleaned(path))
    href =
      Self.isAddress(path)
      ? SafeLink.web(path) : commit.flatMap { scope.forge?.file(path, at: $0.hex) }
  }

  private static func isAddress(_ path: String) -> Bool {
    path.contains("://") || path.hasPrefix("/")
  }

  static let fields: [TemplateField<Self>] = [
    .text("text") { $0.text },
    .text("href") { $0.href },
  ]
}
