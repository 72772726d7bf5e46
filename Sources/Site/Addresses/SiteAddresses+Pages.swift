import Formats
package import Registry

extension SiteAddresses {
  /// The catalog's first page, the site's entrance.
  package var catalog: SitePath { SitePath("index.html") }

  /// A page of the catalog, counted from 1.
  package func catalog(page: Int) -> SitePath {
    page <= 1 ? catalog : SitePath("catalog", String(page), "index.html")
  }

  /// The page of an artifact.
  package func model(_ artifact: Artifact, in repository: Repository) -> SitePath {
    SitePath("models", folder(of: artifact, in: repository), "index.html")
  }

  /// The page with all events of an artifact.
  package func history(of artifact: Artifact, in repository: Repository) -> SitePath {
    SitePath("models", folder(of: artifact, in: repository), "history", "index.html")
  }

  /// The page of a version.
  package func version(
    _ version: Version, of artifact: Artifact, in repository: Repository
  ) -> SitePath {
    SitePath(
      "models", folder(of: artifact, in: repository),
      slug(of: version, of: artifact, in: repository),
      "index.html")
  }

  /// The list of stages.
  package var stages: SitePath { SitePath("stages", "index.html") }

  /// The page of a stage over all repositories.
  package func stage(_ name: String) -> SitePath {
    SitePath("stages", slug(ofStage: name), "index.html")
  }

  /// The list of labels.
  package var labels: SitePath { SitePath("labels", "index.html") }

  /// The page of a label.
  package func label(_ label: String) -> SitePath {
    SitePath("labels", slug(ofLabel: label), "index.html")
  }

  /// The list of repositories.
  package var repositories: SitePath { SitePath("repositories", "index.html") }

  /// The page of a repository.
  package func repository(_ repository: Repository) -> SitePath {
    SitePath("repositories", slug(ofRepository: repository.id), "index.html")
  }

  /// The newest events of all repositories.
  package var activity: SitePath { SitePath("activity", "index.html") }

  /// A page of events, counted from 1, newest first.
  package func activity(page: Int) -> SitePath {
    page <= 1 ? activity : SitePath("activity", String(page), "index.html")
  }

  /// The diagnostics.
  package var report: SitePath { SitePath("report", "index.html") }

  /// The list of documents for scripts.
  package var data: SitePath { SitePath("data", "index.html") }

  /// What a server answers for an address that isn't there.
  package var notFound: SitePath { SitePath("404.html") }

  /// A file of the site's assets, such as `site.1a2b3c4d.css`.
  package func asset(_ fileName: String) -> SitePath { SitePath("assets", fileName) }

  /// An image of cards, by what it holds: one file for all versions that show it.
  func cardImage(_ image: CardImage) -> SitePath {
    SitePath("assets", "cards", "\(image.digest.prefix(32)).\(image.format.rawValue)")
  }

  /// The whole text of a card; plain text, which browsers show and never run.
  func cardText(_ original: CardOriginal) -> SitePath {
    SitePath("assets", "cards", "\(original.digest.prefix(32)).txt")
  }

  /// The badge that shows which version holds a stage.
  package func stageBadge(
    _ stage: String, of artifact: Artifact, in repository: Repository
  ) -> SitePath {
    SitePath(
      "badges", folder(of: artifact, in: repository), "stages", "\(slug(ofStage: stage)).svg")
  }

  /// The badge that shows an artifact's latest version.
  package func latestBadge(of artifact: Artifact, in repository: Repository) -> SitePath {
    SitePath("badges", folder(of: artifact, in: repository), "latest.svg")
  }
}
