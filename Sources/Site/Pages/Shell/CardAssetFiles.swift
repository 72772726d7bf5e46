import Cards
import Registry

/// The images of all cards and plots, and whole texts of which less is shown: each once, however many
/// versions have it.
struct CardAssetFiles: PageGroup {
  private let spool: Spool?
  private let assets: [(path: SitePath, bytes: Spool.Place)]

  init(_ context: SiteContext) {
    spool = context.spool
    var places: [SitePath: Spool.Place] = [:]
    let versions = context.models.lazy.flatMap(\.artifact.versions)
    for card in versions.compactMap(\.card) {
      if let text = card.original { places[context.addresses.cardText(text)] = text.bytes }
      for case .image(let image) in card.targets.values {
        places[context.addresses.cardImage(image)] = image.bytes
      }
    }
    for plot in versions.flatMap(\.plots) {
      guard case .images(let images) = plot.content else { continue }
      for image in images { places[context.addresses.plotImage(image.image)] = image.image.bytes }
    }
    assets = places.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  var units: Int { spool == nil ? 0 : assets.count }

  /// A name says what is in the file.
  func key(unit: Int) -> UnitKey? {
    UnitKey(name: assets[unit].path.text, key: assets[unit].bytes.checksum)
  }

  func files(unit: Int) throws(SpoolError) -> [OutputFile] {
    guard let spool else { return [] }
    let asset = assets[unit]
    return [OutputFile(path: asset.path.text, bytes: try spool.bytes(at: asset.bytes))]
  }
}
