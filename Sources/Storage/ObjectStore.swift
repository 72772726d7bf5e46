import FoundationEssentials
package import Records

/// Finds objects outside Git: in DVC's cache, in folders of this machine, and by way of the programs
/// that reach other places.
package struct ObjectStore: Sendable {
  private let settings: StorageSettings
  private let configuration: DVCConfiguration
  private let projectFolder: String?

  /// The name of the program that speaks HTTP.
  package var downloader = "curl"

  /// Makes a store.
  ///
  /// - Parameters:
  ///   - configuration: that of one commit and project, merged with `localLayers`.
  ///   - projectFolder: the absolute path of the DVC project in a work tree; nothing for a bare
  ///     repository.
  package init(
    settings: StorageSettings, configuration: DVCConfiguration, projectFolder: String?
  ) {
    self.settings = settings
    self.configuration = configuration
    self.projectFolder = projectFolder
  }

  /// What this machine adds to the configuration of a commit, which is merged with it in any order:
  /// the system's and the user's files, and `.dvc/config.local` of the work tree.
  ///
  /// Credentials in them are meant only for the servers that the work tree's own configuration
  /// names.
  package static func localLayers(
    settings: StorageSettings, projectFolder: String?
  ) -> DVCConfiguration {
    var layers = DVCConfiguration()
    for (index, folder) in settings.configurationFolders.enumerated() {
      let level = index == 0 ? DVCConfiguration.Level.system : .user
      layers = layers.merged(with: read("\(folder)/config", level, .folder(folder)))
    }
    guard let projectFolder else { return layers.trustingServers(of: layers) }
    let local = read("\(projectFolder)/.dvc/config.local", .local, .project)
    let tree = read("\(projectFolder)/.dvc/config", .repository, .project)
    layers = layers.merged(with: local)
    return layers.trustingServers(of: layers.merged(with: tree))
  }

  private static func read(
    _ path: String, _ level: DVCConfiguration.Level, _ folder: ConfigurationFolder
  ) -> DVCConfiguration {
    let file = LocalFile.read(path, limit: DVCConfiguration.sizeLimit)
    guard case .found(let bytes) = file else { return DVCConfiguration() }
    return DVCConfiguration(bytes, level: level, folder: folder)
  }

  /// Looks for objects and checks what it finds; the results are in the order of `objects`.
  ///
  /// An object is looked for in the cache, then in its own remote or else the default one. All
  /// downloads are made by one process; an object that is asked for twice is fetched once.
  package func fetch(_ objects: [StoredObject]) async -> [FetchResult] {
    var searches: [StoredObject: ObjectSearch] = [:]
    var orders = RemoteOrders()
    for object in objects where searches[object] == nil {
      var search = ObjectSearch(object, limit: limit)
      if search.result == nil { lookInCache(&search) }
      if search.result == nil { order(&search, from: remote(for: object), &orders) }
      searches[object] = search
    }
    let downloads = Downloads(program: downloader, limit: limit, timeout: timeout)
    for (order, lookup) in await downloads.run(orders.downloads) {
      for object in orders.objects[order] ?? [] { searches[object]?.take(lookup.absentExplained) }
    }
    let commands = StorageCommands(limit: limit, timeout: timeout, secrets: configuration.secrets)
    for (order, lookup) in await commands.run(orders.commands) {
      for object in orders.objects[order] ?? [] { searches[object]?.take(lookup.absentExplained) }
    }
    return objects.map { object in
      searches[object]?.giveUp(reason: FetchText.nowhere, help: FetchText.dvcFetch)
      return searches[object]?.result
        ?? .unavailable(reason: FetchText.nowhere, help: FetchText.dvcFetch)
    }
  }

  /// The places that may have an object, those of this machine first; they are not looked at.
  package func sources(of object: StoredObject) -> [TransferSource] {
    var sources: [TransferSource] = []
    let cache = configuration.cacheFolder ?? ConfiguredPath("cache", in: .project)
    if let folder = resolved(cache) {
      sources += object.cachePaths.map { "\(folder)/\($0)" }
        .filter { LocalFile.regularSize(of: $0) != nil }.map { .file($0) }
    }
    guard case .success((let remote, let address)) = remote(for: object) else { return sources }
    switch address.place {
    case .file(let path): sources += (resolved(path).map { [.file($0)] } ?? [])
    case .url(let url):
      if settings.isOffline { break }
      if let command = settings.commands[remote.scheme ?? ""] {
        sources.append(.command(command, url: url))
      } else if let web = address.webURL {
        sources.append(.web(web, web == url ? remote.credentials : nil))
      }
    }
    return sources
  }

  /// What no message may show.
  package var secrets: [Secret] { configuration.secrets }

  private var limit: Int { max(1, settings.sizeLimit) }
  private var timeout: Int { min(max(1, settings.timeout), 86_400) }

  private func lookInCache(_ search: inout ObjectSearch) {
    let cache = configuration.cacheFolder ?? ConfiguredPath("cache", in: .project)
    guard let folder = resolved(cache) else { return }
    for path in search.object.cachePaths {
      search.take(LocalFile.read("\(folder)/\(path)", limit: limit))
    }
  }

  private func resolved(_ path: ConfiguredPath) -> String? {
    path.resolved(
      projectFolder: projectFolder, homeFolder: ProcessInfo.processInfo.environment["HOME"])
  }

  /// Where the object lies outside this machine's cache, or why nobody knows.
  private func remote(
    for object: StoredObject
  ) -> Result<(remote: DVCRemote, address: ObjectAddress), RemoteGap> {
    var gap: RemoteGap?
    let names: [String?] = object.remote.map { [$0] } ?? [nil] + object.versions.map(\.remote)
    for name in names {
      do throws(RemoteError) {
        guard let remote = try configuration.remote(for: name) else { continue }
        if let address = remote.address(of: object) { return .success((remote, address)) }
        gap = gap ?? .noAddress(remote)
      } catch {
        gap = gap ?? .unusable(error)
      }
    }
    return .failure(gap ?? .noRemote)
  }

  /// Looks in a folder at once, and notes what another program has to fetch.
  private func order(
    _ search: inout ObjectSearch,
    from source: Result<(remote: DVCRemote, address: ObjectAddress), RemoteGap>,
    _ orders: inout RemoteOrders
  ) {
    switch source {
    case .failure(let gap): search.giveUp(reason: gap.reason, help: gap.help)
    case .success((let remote, let address)):
      switch address.place {
      case .file(let path):
        if let path = resolved(path) { search.take(LocalFile.read(path, limit: limit)) }
        search.giveUp(reason: FetchText.absent(remote), help: FetchText.dvcPush)
      case .url(let url):
        let scheme = remote.scheme ?? ""
        let order = RemoteOrder(url: url, remote: remote, command: settings.commands[scheme])
        if settings.isOffline {
          search.giveUp(reason: FetchText.offline(remote), help: FetchText.online)
        } else if !orders.add(order, for: search.object, scheme: scheme) {
          search.giveUp(
            reason: FetchText.noCommand(remote, scheme), help: FetchText.setCommand(scheme))
        }
      }
    }
  }
}

extension DVCRemote {
  /// Where an object lies in this remote.
  fileprivate func address(of object: StoredObject) -> ObjectAddress? {
    if keepsVersions { return address(path: object.path, versions: object.versions) }
    switch object.hash?.algorithm {
    case .md5, .md5DOSToUnix:
      return address(
        md5: object.hash?.value ?? "", isFolder: object.isFolder,
        isLegacy: object.hash?.algorithm == .md5DOSToUnix)
    default: return nil
    }
  }
}
