import GitStore
import Mustache
import Registry

/// What the annotation at a version's commit says.
struct VersionAnnotation: TemplateModel {
  let path: ArtifactPath?
  let type: String?
  let file: String
  let fileHref: String?
  let values: [CustomRow]

  /// How many custom values are left out.
  let more: Int

  private static let valueLimit = 200

  /// Nothing where the version has no annotation.
  init?(_ version: Version, in scope: ModelScope) {
    guard let annotation = version.annotation else { return nil }
    let lines = CustomValues.lines(of: annotation.custom.map(PublicAddress.cleaned))
    path = ArtifactPath(annotation, at: version.commit, in: scope)
    type = annotation.type.map { SiteText.singleLine($0) }
    file = SiteText.singleLine(annotation.file)
    fileHref = scope.forge?.file(annotation.file, at: version.commit.hex)
    values = lines.prefix(Self.valueLimit).map(CustomRow.init)
    more = max(0, lines.count - Self.valueLimit)
  }

  static let fields: [TemplateField<Self>] = [
    .record("path") { $0.path },
    .text("type") { $0.type },
    .text("file") { $0.file },
    .text("file_href") { $0.fileHref },
    .flag("has_values") { !$0.values.isEmpty },
    .list("values") { $0.values },
    .text("more") { $0.more > 0 ? CountText.of($0.more, "more value") : nil },
  ]
}

/// A custom value with its keys.
struct CustomRow: TemplateModel {
  let key: String
  let value: String

  init(_ line: CustomValues.Line) {
    key = SiteText.singleLine(line.key)
    value = SiteText.shown(line.value)
  }

  static let fields: [TemplateField<Self>] = [
    .text("key") { $0.key },
    .text("value") { $0.value },
  ]
}
