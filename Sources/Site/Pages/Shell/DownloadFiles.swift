import Cards
import Registry

/// Files of Git that the site hands out, each once however many versions have it.
struct DownloadFiles: PageGroup {
  private let spool: Spool?
  private let files: [(path: SitePath, bytes: Spool.Place)]

  init(_ context: SiteContext) {
    spool = context.spool
    var places: [SitePath: Spool.Place] = [:]
    for repository in context.registry.repositories {
      for (blob, place) in repository.published {
        places[context.addresses.download(blob: blob)] = place
      }
    }
    files = places.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  var units: Int { spool == nil ? 0 : files.count }

  /// A name says what is in the file.
  func key(unit: Int) -> UnitKey? {
    UnitKey(name: files[unit].path.text, key: files[unit].bytes.checksum)
  }

  func files(unit: Int) throws(SpoolError) -> [OutputFile] {
    guard let spool else { return [] }
    let file = files[unit]
    return [OutputFile(path: file.path.text, bytes: try spool.bytes(at: file.bytes))]
  }
}
