import Glibc

/// The records of published sites in the cache.
package struct SiteRecords: Sendable {
  private let folder: CacheFolder

  /// Takes the records of a cache.
  package init(_ folder: CacheFolder) { self.folder = folder }

  /// What was last published in a folder; nothing where that isn't known.
  ///
  /// - Parameter output: The folder's absolute path.
  package func record(of output: String) -> SiteRecord? {
    let record = read(folder.site(at: output))
    return record?.output == output ? record : nil
  }

  /// Keeps what was published, and removes what no published site was made from.
  package func keep(_ record: SiteRecord) throws(FileError) {
    let path = folder.site(at: record.output)
    let file = try FileWriter(path, permissions: 0o600)
    try file.write(record.bytes)
    try file.finish()
    removeOthers()
  }

  /// Removes records of sites that are gone, and facts that no site was made from.
  private func removeOthers() {
    var sites: Set<String> = []
    var facts: Set<String> = []
    for name in folder.names(in: "sites") {
      guard let record = read("\(folder.path)/sites/\(name)"),
        unsafe access(record.output, F_OK) == 0
      else { continue }
      sites.insert(name)
      facts.formUnion(record.facts)
    }
    folder.keepOnly(facts: facts, sites: sites)
  }

  private func read(_ path: String) -> SiteRecord? {
    guard let file = try? FileReader(path), let bytes = try? file.read(file.size, at: 0) else {
      return nil
    }
    return SiteRecord(bytes)
  }
}
