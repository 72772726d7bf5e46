import FactStore
import Locks
import Publishing
import Site

/// The parts of a published site that a build can take over, and those that it makes anew.
final class KeptUnits: UnitKeeping {
  private let older: [String: SiteRecord.Unit]
  private let staging: Staging
  private let written: @Sendable (WrittenFile) -> Void
  private let state = Guarded(State())

  private struct State {
    var taken: [SiteRecord.Unit] = []
    var made: [(key: UnitKey, files: [FileDigest])] = []
  }

  /// - Parameter written: Is told each file that was taken over.
  init(
    _ record: SiteRecord?, _ staging: Staging, written: @escaping @Sendable (WrittenFile) -> Void
  ) {
    older = Dictionary(
      record?.units.map { ($0.name, $0) } ?? [], uniquingKeysWith: { first, _ in first })
    self.staging = staging
    self.written = written
  }

  func take(_ unit: UnitKey) throws -> [FileDigest]? {
    guard let kept = older[unit.name], kept.key == unit.key,
      let files = try staging.takeOver(kept.files.map { ($0.mark.path, FileStamp($0.mark)) })
    else { return nil }
    for file in files { written(file) }
    state.withLock { $0.taken.append(kept) }
    return kept.files.map { file in
      FileDigest(path: file.mark.path, size: file.mark.size, sha256: file.sha256 ?? "")
    }
  }

  func note(_ unit: UnitKey, _ files: [FileDigest]) {
    state.withLock { $0.made.append((unit, files)) }
  }

  /// All units, with marks of their files as they were published in a folder.
  func units(publishedIn folder: String) -> [SiteRecord.Unit] {
    let (taken, made) = state.withLock { ($0.taken, $0.made) }
    let marked = made.compactMap { unit, files -> SiteRecord.Unit? in
      let kept = files.compactMap { file in
        FileMark(file.path, in: folder).map {
          KeptFile(mark: $0, sha256: file.sha256.isEmpty ? nil : file.sha256)
        }
      }
      guard kept.count == files.count else { return nil }
      return SiteRecord.Unit(name: unit.name, key: unit.key, files: kept)
    }
    return (taken + marked).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}

extension FileStamp {
  init(_ mark: FileMark) {
    self.init(
      size: mark.size, seconds: mark.seconds, nanoseconds: mark.nanoseconds, number: mark.number)
  }
}
