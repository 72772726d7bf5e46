import GitStore
import Registry

/// What the documents of one artifact need to know, looked up once for all its versions.
struct ArtifactScope: Sendable {
  let site: RegistryScope
  let repository: Repository
  let artifact: Artifact

  /// The addresses of the repository's files on its forge.
  let forge: ForgeLinks?

  /// Who holds what, in the site's order of stages.
  let holdings: [StageHolding]

  /// The versions by name.
  private let versions: [String: Version]

  /// The stages that a version holds by GTO's rule, in the site's order.
  private let held: [String: [StageHolder]]

  /// The newest event of a version, its stages' among them.
  private let newest: [String: GitTime]

  /// What could not be read, by version.
  private let diagnostics: [String: [Diagnostic]]

  init(_ artifact: Artifact, in repository: Repository, of site: RegistryScope) {
    self.site = site
    self.repository = repository
    self.artifact = artifact
    forge = ForgeLinks(webURL: repository.webURL)
    holdings = site.holdings(of: artifact)
    versions = Dictionary(
      artifact.versions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    held = Dictionary(grouping: holdings.lazy.map(\.holder).filter(\.isRegistered), by: \.version)
    var newest: [String: GitTime] = [:]
    for event in artifact.events {
      if let version = event.version, newest[version] == nil { newest[version] = event.time }
    }
    self.newest = newest
    diagnostics = Self.byVersion(site.diagnostics(of: artifact, in: repository), artifact.versions)
  }

  /// `<repository>/<artifact>`, the name under which scripts know it.
  var id: String { Self.id(of: artifact, in: repository) }

  /// The time of the artifact's newest event.
  var updated: GitTime? { artifact.events.first?.time }

  /// A registered version of that name.
  func version(named name: String) -> Version? { versions[name] }

  /// The stages that a version holds.
  func stages(of version: Version) -> [StageHolder] { held[version.name] ?? [] }

  /// The time of the newest event that concerns a version.
  func updated(of version: Version) -> GitTime? { newest[version.name] }

  /// What could not be read about a version.
  func diagnostics(of version: Version) -> [Diagnostic] { diagnostics[version.name] ?? [] }

  /// `<repository>/<artifact>`, the name under which scripts know it.
  static func id(of artifact: Artifact, in repository: Repository) -> String {
    "\(repository.id)/\(artifact.name)"
  }

  /// Diagnostics that name a version, or a commit that has one.
  private static func byVersion(
    _ diagnostics: [Diagnostic], _ versions: [Version]
  ) -> [String: [Diagnostic]] {
    guard !diagnostics.isEmpty else { return [:] }
    let names = Dictionary(
      versions.map { ($0.commit.hex, $0.name) }, uniquingKeysWith: { first, _ in first })
    var grouped: [String: [Diagnostic]] = [:]
    for diagnostic in diagnostics {
      let place = diagnostic.place
      if let version = place.version ?? place.commit.flatMap({ names[$0] }) {
        grouped[version, default: []].append(diagnostic)
      }
    }
    return grouped
  }
}
