package import Cards
package import Formats
import Glibc
package import Registry
import Locks

/// The facts of repositories in the cache.
package final class FactsCache: FactsKeeping {
  private let folder: CacheFolder
  private let program: String
  private let reading: Checksum

  /// Whether what was kept is looked at.
  private let isUsed: Bool
  private let state = Guarded(State())

  private struct State {
    /// The names of files that this build has used or written.
    var used: Set<String> = []

    var failure: FactsWriteError?

    /// The checksums of facts, by the repository's name in the site.
    var marks: [String: Checksum] = [:]
  }

  /// Makes a cache of what one version of the program reads by some settings.
  package init(_ folder: CacheFolder, program: String, reading: Checksum, isUsed: Bool = true) {
    self.isUsed = isUsed
    self.folder = folder
    self.program = program
    self.reading = reading
  }

  /// The first failure to keep something.
  package var failure: FactsWriteError? { state.withLock { $0.failure } }

  /// The names of files that this build has used or written.
  package var used: Set<String> { state.withLock { $0.used } }

  /// The facts that this build has used or written.
  package var marks: [SiteRecord.RepositoryMark] {
    state.withLock { $0.marks.map { SiteRecord.RepositoryMark(id: $0.key, facts: $0.value) } }
  }

  package func find(_ folder: String, id: String) -> KeptFacts? {
    let path = self.folder.facts(of: folder, id: id)
    use(path)
    guard isUsed else { return nil }
    do throws(FactsFileError) {
      let file = try FactsFile(path)
      try file.require(program: program, reading: reading)
      return KeptFacts(
        path: path, state: file.header.state, checksum: file.header.checksum,
        summary: try file.summary())
    } catch {
      return nil
    }
  }

  package func facts(_ kept: KeptFacts, into spool: Spool) -> RepositoryFacts? {
    // Between the two, another build may have put newer facts in its place.
    guard let file = try? FactsFile(kept.path), file.header.checksum == kept.checksum else {
      return nil
    }
    state.withLock { $0.marks[kept.summary.id] = kept.checksum }
    return try? file.facts(into: spool)
  }

  package func keep(
    _ facts: inout RepositoryFacts, state: Checksum, of folder: String, from spool: Spool
  ) {
    let path = self.folder.facts(of: folder, id: facts.repository.id)
    // The older facts may still be read through the spool, until the build ends.
    let older = "\(path).\(String(UInt64.random(in: .min ... .max), radix: 36))"
    if unsafe rename(path, older) == 0 { spool.attachedFile(at: path, movedTo: older) }
    let id = facts.repository.id
    do throws(FactsWriteError) {
      let header = try FactsFile.write(
        &facts, program: program, reading: reading, state: state, from: spool, to: path,
        permissions: 0o600)
      self.state.withLock { $0.marks[id] = header.checksum }
    } catch {
      self.state.withLock {
        $0.failure = $0.failure ?? error
        $0.marks[id] = nil
      }
    }
  }

  private func use(_ path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    state.withLock { _ = $0.used.insert(name) }
  }
}
