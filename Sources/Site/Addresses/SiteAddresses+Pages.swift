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

  /// A page of the events of an artifact: the newest, or a numbered one, the oldest being 1.
  package func history(page: Int?, of artifact: Artifact, in repository: Repository) -> SitePath {
    guard let page else { return history(of: artifact, in: repository) }
    return SitePath(
      "models", folder(of: artifact, in: repository), "history", String(page), "index.html")
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

  /// The page of two versions side by side, the one that the other is compared with first.
  package func comparison(
    _ version: Version, with baseline: Version, of artifact: Artifact, in repository: Repository
  ) -> SitePath {
    comparison(version, with: baseline, of: artifact, in: repository, file: "index.html")
  }

  /// A file beside that page: the same table in another form.
  func comparison(
    _ version: Version, with baseline: Version, of artifact: Artifact, in repository: Repository,
    file: String
  ) -> SitePath {
    let first = slug(of: baseline, of: artifact, in: repository)
    let second = slug(of: version, of: artifact, in: repository)
    return SitePath(
      "models", folder(of: artifact, in: repository), "compare", "\(first)...\(second)", file)
  }

  /// The page on which any versions are put side by side.
  package func comparisons(of artifact: Artifact, in repository: Repository) -> SitePath {
    SitePath("models", folder(of: artifact, in: repository), "compare", "index.html")
  }

  /// The script that names the versions of an artifact to that page.
  func versionList(of artifact: Artifact, in repository: Repository) -> SitePath {
    SitePath("models", folder(of: artifact, in: repository), "compare", "versions.js")
  }

  /// The script that gives a version's data to that page.
  package func versionData(
    _ version: Version, of artifact: Artifact, in repository: Repository
  ) -> SitePath {
    SitePath(
      "models", folder(of: artifact, in: repository),
      slug(of: version, of: artifact, in: repository), "data.js")
  }

  /// The list of stages.
  package var stages: SitePath { SitePath("stages", "index.html") }

  /// The page of a stage over all repositories.
  package func stage(_ name: String) -> SitePath {
    SitePath("stages", slug(ofStage: name), "index.html")
  }

  /// The list of rankings.
  var leaderboards: SitePath { SitePath("leaderboards", "index.html") }

  /// A ranking of models by a metric.
  func leaderboard(_ slug: String) -> SitePath { SitePath("leaderboards", slug, "index.html") }

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

  /// A page of events: the newest, or a numbered one, the oldest being 1.
  package func activity(page: Int?) -> SitePath {
    page.map { SitePath("activity", String($0), "index.html") } ?? activity
  }

  /// The diagnostics.
  package var report: SitePath { SitePath("report", "index.html") }

  /// What the codes of diagnostics mean.
  package var codes: SitePath { SitePath("report", "codes", "index.html") }

  /// The list of documents for scripts.
  package var data: SitePath { SitePath("data", "index.html") }

  /// What a server answers for an address that isn't there.
  package var notFound: SitePath { SitePath("404.html") }

  /// A file of the site's assets, such as `site.1a2b3c4d.css`.
  ///
  /// What people type the address of lies at the top.
  package func asset(_ fileName: String) -> SitePath {
    let path = SitePath(text: fileName)
    return [Self.shellScript, Self.pythonScript].contains(path)
      ? path : SitePath("assets", fileName)
  }

  /// An image of cards, by what it holds: one file for all versions that show it.
  func cardImage(_ image: CardImage) -> SitePath {
    SitePath("assets", "cards", "\(image.digest.prefix(32)).\(image.format.rawValue)")
  }

  /// An image of plots, by what it holds.
  func plotImage(_ image: CardImage) -> SitePath {
    SitePath("assets", "plots", "\(image.digest.prefix(32)).\(image.format.rawValue)")
  }

  /// All rows of a plot of a version, counted from 1.
  func plotTable(
    _ number: Int, of version: Version, of artifact: Artifact, in repository: Repository
  ) -> SitePath {
    SitePath(
      "models", folder(of: artifact, in: repository),
      slug(of: version, of: artifact, in: repository), "plots", "\(number).csv")
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

  /// The drawing of an artifact's first metric over its versions, which stands beside its badges.
  package func trendDrawing(of artifact: Artifact, in repository: Repository) -> SitePath {
    SitePath("badges", folder(of: artifact, in: repository), "trend.svg")
  }
}
