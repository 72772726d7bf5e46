import Formats
package import Registry

/// Every address of the site (`index.md`, "Names and paths", "Site paths", "Documents").
///
/// Paths are unique also on hosts where case doesn't count.
package struct SiteAddresses: Sendable {
  private let repositorySlugs: SlugTable
  private let stageSlugs: SlugTable
  private let labelSlugs: SlugTable

  /// By repository id.
  private let artifactSlugs: [String: SlugTable]

  /// By repository id and artifact, only where a version's slug is disputed.
  private let versionSlugs: [String: [String: SlugTable]]

  /// Settles the slugs of everything in a registry, and of stages that only the configuration names.
  package init(registry: Registry, configuredStages: [String] = []) {
    repositorySlugs = SlugTable(registry.repositories.map(\.id), rule: .name)
    var stages = Set(configuredStages)
    var labels = Set<String>()
    var artifactSlugs: [String: SlugTable] = [:]
    var versionSlugs: [String: [String: SlugTable]] = [:]
    for repository in registry.repositories {
      stages.formUnion(repository.stages)
      artifactSlugs[repository.id] = SlugTable(repository.artifacts.map(\.name), rule: .name)
      for artifact in repository.artifacts {
        stages.formUnion(artifact.events.lazy.compactMap(\.stage))
        stages.formUnion(artifact.stages.lazy.map(\.stage))
        stages.formUnion(artifact.intervals.lazy.map(\.stage))
        labels.formUnion(artifact.headAnnotation?.labels ?? [])
        for version in artifact.versions { labels.formUnion(version.annotation?.labels ?? []) }
        let versions = SlugTable(artifact.versions.lazy.map(\.name), rule: .name)
        if versions.hasExceptions {
          versionSlugs[repository.id, default: [:]][artifact.name] = versions
        }
      }
    }
    stageSlugs = SlugTable(stages, rule: .name)
    labelSlugs = SlugTable(labels, rule: .freeText)
    self.artifactSlugs = artifactSlugs
    self.versionSlugs = versionSlugs
  }

  /// Tells addresses of which some that a model's pages link to are others: those of stages, labels and
  /// repositories that share a name but for its case.
  var checksum: Checksum {
    Checksum(joining: [repositorySlugs.checksum, stageSlugs.checksum, labelSlugs.checksum])
  }

  /// The folder of an artifact below `models`, `badges` or `api/v1/models`.
  func folder(of artifact: Artifact, in repository: Repository) -> String {
    let slug = artifactSlugs[repository.id]?[artifact.name] ?? SlugRule.name.slug(of: artifact.name)
    return "\(repositorySlugs[repository.id])/\(slug)"
  }

  /// The part of a path that stands for a repository.
  func slug(ofRepository id: String) -> String { repositorySlugs[id] }

  /// The part of a path that stands for a stage.
  func slug(ofStage name: String) -> String { stageSlugs[name] }

  /// The part of a path that stands for a label.
  func slug(ofLabel label: String) -> String { labelSlugs[label] }

  /// The part of a path that stands for a version.
  func slug(
    of version: Version, of artifact: Artifact, in repository: Repository
  ) -> String {
    versionSlugs[repository.id]?[artifact.name]?[version.name]
      ?? SlugRule.name.slug(of: version.name)
  }
}
