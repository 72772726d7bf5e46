import Formats
import FactStore
import Registry
import Site
import Theme

/// What a build finds of earlier builds, and leaves for later ones.
struct BuildCache {
  let facts: FactsCache
  private let records: SiteRecords

  private let program = Checksum(ToolVersion.executable)

  /// Tells everything that a site is made from, but for the facts.
  private let settings: Checksum

  init(
    _ folder: CacheFolder, _ configuration: Configuration, settings: SiteSettings, theme: Theme,
    usingKept: Bool
  ) {
    let reading = configuration.records.checksum
    let told = ReflectedText.text(of: configuration.rules)
    facts = FactsCache(
      folder, program: ToolVersion.executable, reading: reading, isUsed: usingKept)
    records = SiteRecords(folder)
    self.settings = Checksum(joining: [
      program, reading, settings.checksum, theme.checksum, Checksum(told),
      Diagnostic.checksum(of: configuration.findings),
    ])
  }

  /// What this program last published in a folder.
  func record(of output: String) -> SiteRecord? {
    let record = records.record(of: output)
    return record?.program == program ? record : nil
  }

  /// Whether a published site is whole, and all of what the same facts would make again.
  func isCurrent(_ record: SiteRecord, _ repositories: [SiteRecord.RepositoryMark]) -> Bool {
    record.settings == settings && record.repositories == sorted(repositories) && record.isIntact
  }

  /// Remembers what was published: a failure costs the next build time, and nothing else.
  ///
  /// - Parameter files: The paths of all files of the site.
  func keep(
    _ units: [SiteRecord.Unit], files: [String], in output: String,
    of repositories: [SiteRecord.RepositoryMark], findings: [Diagnostic]
  ) throws(FileError) {
    let ofUnits = Set(units.lazy.flatMap { $0.files.lazy.map(\.mark.path) })
    let others = files.filter { !ofUnits.contains($0) }.sorted()
    try records.keep(
      SiteRecord(
        output: output, program: program, settings: settings, repositories: sorted(repositories),
        findings: findings,
        facts: facts.used.sorted(), units: units,
        others: others.compactMap { FileMark($0, in: output) }))
  }

  private func sorted(
    _ repositories: [SiteRecord.RepositoryMark]
  ) -> [SiteRecord.RepositoryMark] {
    repositories.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }
}
