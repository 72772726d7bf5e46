package import Registry

/// The feeds of the site, of its stages and of its models; only where the site's address is known,
/// since a feed is read apart from the site.
struct FeedFiles: PageGroup {
  private let context: SiteContext
  private let events: ArraySlice<EventReference>
  private let stages: [SiteStage]
  private let eventsByStage: [String: [EventReference]]

  init(_ context: SiteContext) {
    self.context = context
    let isKnown = context.settings.baseURL != nil
    events = isKnown ? EventReference.newest(of: context.models) : []
    stages = context.stages
    eventsByStage = Dictionary(
      grouping: events.filter { $0.event.stage != nil }, by: { $0.event.stage ?? "" })
  }

  var units: Int { context.settings.baseURL == nil ? 0 : 1 + stages.count + context.models.count }

  func files(unit: Int) -> [OutputFile] {
    guard let baseURL = context.settings.baseURL else { return [] }
    let addresses = context.addresses
    if unit == 0 {
      let feed = AtomFeed(
        baseURL: baseURL, path: addresses.feed, title: context.settings.title,
        page: addresses.activity, authors: context.settings.authors)
      return [feed.file(events, in: context)]
    }
    if unit <= stages.count {
      let stage = stages[unit - 1]
      let feed = AtomFeed(
        baseURL: baseURL, path: addresses.feed(ofStage: stage.name),
        title: "\(context.title(of: stage.name)) · \(context.settings.title)",
        page: addresses.stage(stage.name), authors: context.settings.authors)
      return [feed.file(eventsByStage[stage.name] ?? [], in: context)]
    }
    let model = context.models[unit - 1 - stages.count]
    let feed = AtomFeed(
      baseURL: baseURL, path: addresses.feed(of: model.artifact, in: model.repository),
      title: "\(model.repository.id)/\(model.artifact.name) · \(context.settings.title)",
      page: addresses.history(of: model.artifact, in: model.repository),
      authors: context.settings.authors)
    return [feed.file(EventReference.newest(of: [model]), in: context)]
  }
}

extension SiteAddresses {
  private static let feedName = "feed.atom"

  /// The feed of all events.
  package var feed: SitePath { SitePath(Self.feedName) }

  /// The feed of a stage's events.
  package func feed(ofStage name: String) -> SitePath {
    SitePath("stages", slug(ofStage: name), Self.feedName)
  }

  /// The feed of an artifact's events.
  package func feed(of artifact: Artifact, in repository: Repository) -> SitePath {
    SitePath("models", folder(of: artifact, in: repository), Self.feedName)
  }

  /// The feed that tells of the same as a page: that of the model or the stage in whose folder it
  /// lies, else the site's.
  static func feed(besides page: SitePath) -> SitePath {
    let parts = page.text.split(separator: "/")
    let folder = parts.first == "models" ? 3 : parts.first == "stages" ? 2 : 0
    guard folder > 0, parts.count > folder else { return SitePath(feedName) }
    return SitePath(text: parts.prefix(folder).joined(separator: "/") + "/\(feedName)")
  }
}
