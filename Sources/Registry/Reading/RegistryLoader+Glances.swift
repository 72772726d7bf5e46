import GitStore

/// What is known of repositories before they are read.
extension RegistryLoader {
  /// Opens every repository and lists its refs, by which it is known whether it has changed.
  package func glance() async throws(RegistryLoadError) -> [RepositoryGlance] {
    // Servers are waited for, which costs no processor.
    let width = sources.contains { $0.remote != nil } ? max(jobs, 6) : jobs
    let opened = await concurrently(sources, width) { source in await self.glance(at: source) }
    try Self.checkDistinct(opened)
    return opened
  }

  private func glance(at source: RepositorySource) async -> RepositoryGlance {
    do throws(GitError) {
      let (path, staleness) = try await place(of: source)
      let repository = try await GitRepository.open(path, patience: patience)
      let folder = repository.workTree ?? repository.commonDirectory
      let id =
        source.id ?? source.remote?.address.name ?? RepositorySource.name(ofPath: folder)
      let configuration = try await repository.configuration()
      let (references, warnings) = try await repository.references(under: listing)
      let refs = RepositoryRefs(
        configuration: configuration, listed: references, limit: records.limits.references,
        warnings: warnings)
      var glance = RepositoryGlance(source: source, id: id, result: .success((repository, refs)))
      glance.staleness = staleness
      if let kept {
        let state = refs.state(of: repository, id: id, webURL: source.webURL)
        glance.state = state
        glance.kept = kept.find(repository.commonDirectory, id: id)
      }
      return glance
    } catch {
      var glance = RepositoryGlance(
        source: source, id: source.id ?? source.name, result: .failure(error))
      glance.kept = lastGood(source, id: glance.id)
      glance.staleness = glance.kept == nil ? nil : error
      return glance
    }
  }

  /// Where a repository can be read, and why that is not its newest state.
  private func place(
    of source: RepositorySource
  ) async throws(GitError) -> (path: String, staleness: GitError?) {
    guard let remote = source.remote else { return (source.path, nil) }
    guard let mirrors else {
      throw .unreachable(
        address: remote.address.shown, message: "there is no folder to keep a copy of it in")
    }
    let place = try await mirrors.place(
      of: remote, besides: CandidateFinder(settings: records.candidates).prefixes)
    return (place.path, place.staleness)
  }

  /// What was kept of a repository that can no longer be opened.
  private func lastGood(_ source: RepositorySource, id: String) -> KeptFacts? {
    guard let kept, source.remote == nil else { return nil }
    let folder = FileStatus.absolute(source.path)
    return kept.find(folder, id: id) ?? kept.find("\(folder)/.git", id: id)
  }

  /// Where the refs lie that decide what is read.
  var listing: [String] {
    ["refs/heads", "refs/tags", "refs/replace"]
      + CandidateFinder(settings: records.candidates).prefixes
  }

  private static func checkDistinct(_ opened: [RepositoryGlance]) throws(RegistryLoadError) {
    var folders: [String: String] = [:]
    var names: [String: String] = [:]
    for item in opened {
      if case .success(let (repository, _)) = item.result,
        let first = folders.updateValue(item.source.path, forKey: repository.commonDirectory)
      {
        throw .sameRepository(first: first, second: item.source.path)
      }
      if let first = names.updateValue(item.source.path, forKey: item.id) {
        throw .sameName(item.id, first: first, second: item.source.path)
      }
    }
  }
}
