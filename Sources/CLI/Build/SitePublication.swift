import FactStore
import Publishing
import Registry
import Site

/// The second half of a build: from a registry to a published folder.
struct SitePublication {
  let folder: OutputFolder
  let builder: SiteBuilder
  let cache: BuildCache?

  /// What was published in the folder before.
  let record: SiteRecord?

  /// The facts that the site is made of.
  let repositories: [SiteRecord.RepositoryMark]

  /// What is told of the registry as a whole.
  let findings: [Diagnostic]
  let jobs: Int

  /// Told how far it is, from several tasks at once.
  let progress: @Sendable (BuildProgress) -> Void

  /// Publishes the site, and says what there is to say of it.
  func publish() async throws -> (PublishReport, notices: [String]) {
    let staging = try folder.stage()
    let (written, kept) = try await write(to: staging)
    try Task.checkCancellation()
    let report = try staging.publish(written)
    var notices = Self.notices(report, asked: folder.mode)
    if let problem = keep(kept, written) {
      notices.append(
        "[O018]: the cache cannot be written (\(problem)), so the next build reads more than it must"
      )
    }
    return (report, notices)
  }

  /// Renders each file and drops it once it is written; what was written is noted on a stream,
  /// since several tasks write at once.
  private func write(to staging: Staging) async throws -> ([WrittenFile], KeptUnits?) {
    progress(.writing(files: 0))
    let (files, continuation) = AsyncStream.makeStream(of: WrittenFile.self)
    let progress = self.progress
    let collecting = Task {
      var written: [WrittenFile] = []
      for await file in files {
        written.append(file)
        if written.count % 64 == 0 { progress(.writing(files: written.count)) }
      }
      return written
    }
    defer { continuation.finish() }
    let kept = cache.map { _ in KeptUnits(record, staging) { continuation.yield($0) } }
    _ = try await builder.build(jobs: jobs, kept: kept) { file in
      continuation.yield(try staging.write(file.path, file.bytes))
    }
    continuation.finish()
    return (await collecting.value, kept)
  }

  /// Leaves for the next build what it can use; returns why it could not.
  private func keep(_ kept: KeptUnits?, _ written: [WrittenFile]) -> String? {
    guard let cache, let kept else { return nil }
    do throws(FileError) {
      try cache.keep(
        kept.units(publishedIn: folder.path),
        files: written.map(\.path) + OutputFolder.ownFiles, in: folder.path, of: repositories,
        findings: findings)
    } catch {
      return error.reason
    }
    return cache.facts.failure?.reason
  }

  /// What is told of the folder that was published to.
  static func notices(_ report: PublishReport, asked: PublishMode) -> [String] {
    var notices: [String] = []
    if !report.foreign.isEmpty {
      let names = report.foreign.prefix(5).joined(separator: ", ")
      let count = NumberText.counted(report.foreign.count, "file that is", "files that are")
      notices.append("[O003]: kept \(count) not Vitrine's: \(names)")
    }
    if report.mode == .inPlace, asked != .inPlace {
      notices.append(
        "[O010]: the folder cannot be exchanged as a whole, so its files were replaced one by one")
    }
    return notices
  }
}
