import Mustache
import Registry

/// The way from a version to the others of its model.
struct VersionPicker: TemplateModel {
  let items: [Item]
  let newer: VersionLink?
  let older: VersionLink?
  let count: Int
  let allHref: String

  /// Up to so many versions are all listed; of more, only the neighbours.
  private static let (limit, neighbours) = (30, 10)

  /// Nothing where there is only one version.
  init?(at index: Int, in scope: ModelScope, link: SiteLinker) {
    let versions = scope.artifact.versions
    guard versions.count > 1 else { return nil }
    let shown =
      versions.count <= Self.limit
      ? versions.indices
      : max(0, index - Self.neighbours)..<min(versions.count, index + Self.neighbours + 1)
    let name = { (place: Int) -> VersionLink? in
      versions.indices.contains(place)
        ? VersionLink(versions[place].name, in: scope, link: link) : nil
    }
    items = shown.map { place in
      Item(
        version: VersionLink(versions[place].name, in: scope, link: link),
        isHere: place == index, isActive: versions[place].isActive,
        isLatest: place == scope.artifact.latestIndex)
    }
    newer = name(index - 1)
    older = name(index + 1)
    count = versions.count
    allHref = link(scope.path) + "#versions"
  }

  static let fields: [TemplateField<Self>] = [
    .list("items") { $0.items },
    .record("newer") { $0.newer },
    .record("older") { $0.older },
    .text("count") { CountText.of($0.count, "version") },
    .flag("partial") { $0.items.count < $0.count },
    .text("all_href") { $0.allHref },
  ]

  /// A version in the list.
  struct Item: TemplateModel {
    let version: VersionLink
    let isHere: Bool
    let isActive: Bool
    let isLatest: Bool

    static let fields: [TemplateField<Self>] = [
      .record("version") { $0.version },
      .flag("here") { $0.isHere },
      .flag("active") { $0.isActive },
      .flag("latest") { $0.isLatest },
    ]
  }
}
