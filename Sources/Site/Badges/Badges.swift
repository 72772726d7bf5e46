import GitStore
package import Registry

/// Makes the badges that READMEs show (`index.md`, "Site paths").
package struct Badges: Sendable {
  private let addresses: SiteAddresses
  private let stages: [String: SiteStage]

  /// Prepares the badges of a registry.
  package init(registry: Registry, addresses: SiteAddresses, settings: SiteSettings) {
    self.addresses = addresses
    stages = Dictionary(
      SiteStage.all(in: registry, settings: settings).map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The badges of an artifact: its latest version, and every stage that it was ever given.
  ///
  /// A badge stays when nothing holds its stage any more, so that no README shows a broken image.
  package func badges(of artifact: Artifact, in repository: Repository) -> [OutputFile] {
    [latest(of: artifact, in: repository)]
      + artifact.stagesEverGiven.map { badge(of: $0, of: artifact, in: repository) }
  }

  private func latest(of artifact: Artifact, in repository: Repository) -> OutputFile {
    let version = artifact.latest?.name
    let title = version.map { "\(artifact.name): latest version is \($0)" }
    let drawing = BadgeDrawing(
      label: BadgeText("latest"), value: BadgeText(version ?? Self.nothing),
      title: title ?? "\(artifact.name): no version", style: nil)
    let path = addresses.latestBadge(of: artifact, in: repository)
    return OutputFile(path: path.text, bytes: drawing.bytes)
  }

  private func badge(
    of stage: String, of artifact: Artifact, in repository: Repository
  ) -> OutputFile {
    let shown = stages[stage]
    let label = shown?.title ?? stage
    let holder = artifact.holding(of: stage)?.holder
    let value = holder.map { $0.isRegistered ? $0.version : $0.commit.short }
    let title = value.map { "\(artifact.name): \(label) is \($0)" }
    let drawing = BadgeDrawing(
      label: BadgeText(label), value: BadgeText(value ?? Self.nothing),
      title: title ?? "\(artifact.name): nothing in \(label)",
      style: holder.map { _ in shown?.style ?? BadgeStyle(stage: stage) })
    let path = addresses.stageBadge(stage, of: artifact, in: repository)
    return OutputFile(path: path.text, bytes: drawing.bytes)
  }

  private static let nothing = "none"
}

extension Artifact {
  /// Every stage that it was ever given, sorted.
  var stagesEverGiven: [String] {
    Set(events.lazy.compactMap(\.stage)).union(stages.lazy.map(\.stage))
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
