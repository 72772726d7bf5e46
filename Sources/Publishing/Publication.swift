import Glibc

extension Staging {
  /// Swaps two names in a folder in one step; returns 0 or the system's error number.
  typealias Exchange = @Sendable (RelativePath, RelativePath, OpenFile) -> Int32

  /// Puts the new site in the place of the old one (`hostile-input.md` §5).
  ///
  /// Whatever goes wrong before the swap, the old site stays as it was.
  /// - Parameter files: What `write` returned for every file of the site, in any order.
  /// - Throws: `refused` if a foreign file is in the way, `badPath`, `system`, or `unconfirmed` once the
  ///   new site is in place.
  package func publish(_ files: [WrittenFile]) throws(PublishError) -> PublishReport {
    try publish(files, exchange: LinuxCalls.exchange)
  }

  /// The same with a swap of the caller's choice.
  func publish(
    _ files: [WrittenFile], exchange: @escaping Exchange
  ) throws(PublishError) -> PublishReport {
    let order = try put(UploadOrder.path, UploadOrder.rendered(files.map(\.location)))
    let publication = try Publication(of: files + [order], in: self)
    let way = try publication.run(exchange: exchange)
    return publication.report(way)
  }
}

/// One new site about to take the place of an old one.
struct Publication: Sendable {
  let target: OutputFolder
  let staging: StagingFolder
  let files: [WrittenFile]
  let manifest: SiteManifest
  /// Files of the old site that the new one does not have.
  let removed: [SiteManifest.File]
  private let foreign: ForeignFiles?

  init(of files: [WrittenFile], in staging: Staging) throws(PublishError) {
    target = staging.target
    self.staging = staging.folder
    self.files = files
    manifest = SiteManifest(files.map { SiteManifest.File(path: $0.location, size: $0.size) })
    for (one, next) in zip(manifest.files, manifest.files.dropFirst()) where one.path == next.path {
      throw .badPath(one.path.text, .writtenTwice)
    }
    let kept = manifest.paths
    removed = target.oldSite?.manifest.files.filter { !kept.contains($0.path) } ?? []
    foreign = try target.oldSite.map { site throws(PublishError) in
      var foreign = try ForeignFiles(in: site)
      try foreign.makeWay(for: files)
      return foreign
    }
  }

  /// Does it, and returns the way it went.
  func run(exchange: @escaping Staging.Exchange) throws(PublishError) -> PublishMode {
    try putManifest()
    if target.mode == .switchedLink {
      try SwitchPublication(publication: self, exchange: exchange).run()
      return .switchedLink
    }
    let now = FileStatus.of(target.name, in: target.parent)?.identity
    guard let site = target.oldSite, now != nil else {
      // Nothing was there, or somebody removed it since; but nothing may have come either.
      guard now == nil else { throw replacedMeanwhile }
      try finishStaging()
      try target.parent.rename(staging.name, to: target.name, in: target.parent)
      try target.confirm()
      return .exchange
    }
    guard now == site.identity else { throw replacedMeanwhile }
    if target.mode == .exchange, try swap(exchange) { return .exchange }
    try InPlacePublication(publication: self, site: site).run()
    return .inPlace
  }

  /// What was done, in numbers.
  func report(_ mode: PublishMode) -> PublishReport {
    let files = files.filter { $0.location != UploadOrder.path }
    let unchanged = files.count { $0.isUnchanged }
    return PublishReport(
      written: files.count - unchanged, unchanged: unchanged, removed: removed.count,
      foreign: foreign?.report ?? [], mode: mode)
  }

  private var replacedMeanwhile: PublishError {
    .refused(folder: target.path, .replacedMeanwhile)
  }

  /// Puts the full list of files into the new site, in the place of the empty one.
  private func putManifest() throws(PublishError) {
    let text = manifest.rendered
    if let old = target.oldSite, old.manifest == manifest,
      (try? staging.root.link(.unfinished, to: SiteManifest.path, in: old.folder)) != nil
    {
      try staging.root.rename(.unfinished, to: SiteManifest.path, in: staging.root)
    } else {
      try staging.root.replace(SiteManifest.path, text)
    }
  }

  /// Whether the old site is the new one already.
  var changesNothing: Bool {
    removed.isEmpty && files.allSatisfy(\.isUnchanged)
  }

  /// Brings the new site to the state in which readers may see it.
  func prepareStaging() throws(PublishError) {
    try foreign?.carry(into: staging.root)
    try finishStaging()
  }

  /// Once more for what somebody put into the old folder in the last moment.
  func carryArrivals() throws(PublishError) {
    try foreign?.arrivals().carry(into: staging.root)
  }

  /// Opens the new site to readers and has all of it on the disk before its name changes.
  private func finishStaging() throws(PublishError) {
    guard fchmod(staging.root.descriptor, OpenFile.folderPermissions) == 0 else {
      throw staging.root.failure("set the permissions of")
    }
    try staging.root.syncFileSystem()
  }

  /// Swaps the sites and removes the old one; false, with nothing done, where that cannot be.
  private func swap(_ exchange: Staging.Exchange) throws(PublishError) -> Bool {
    do {
      try prepareStaging()
    } catch  where error.systemCode == EXDEV {
      return false
    }
    switch exchange(staging.name, target.name, target.parent) {
    case 0: break
    // A mount point, or a file system or kernel that does not know the exchange.
    case EINVAL, EXDEV, EBUSY, ENOSYS, EOPNOTSUPP: return false
    case let code:
      throw .system(SystemFailure(action: "put in place", path: target.path, code: code))
    }
    try carryArrivals()
    try target.confirm()
    // The new site is in place: an old one that cannot be removed is left to the next build.
    try? staging.remove()
    return true
  }
}

extension OpenFile {
  /// Writes all of this file system to the disk: one call is far cheaper than one for every file.
  func syncFileSystem() throws(PublishError) {
    let code = LinuxCalls.syncFileSystem(of: self)
    guard code == 0 else {
      throw .system(SystemFailure(action: "write to the disk", path: path, code: code))
    }
  }

  /// Writes the names in this folder to the disk, where the file system knows how to.
  func syncEntries() throws(PublishError) {
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure("write to the disk") }
  }
}
