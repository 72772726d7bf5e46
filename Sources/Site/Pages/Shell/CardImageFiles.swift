import Cards
import Registry

/// The images of all cards, each once, however many versions show it.
struct CardImageFiles: PageGroup {
  private let spool: Spool?
  private let images: [(path: SitePath, bytes: Spool.Place)]

  init(_ context: SiteContext) {
    spool = context.spool
    var places: [SitePath: Spool.Place] = [:]
    for card in context.models.lazy.flatMap(\.artifact.versions).compactMap(\.card) {
      for case .image(let image) in card.targets.values {
        places[context.addresses.cardImage(image)] = image.bytes
      }
    }
    images = places.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  var units: Int { spool == nil ? 0 : images.count }

  func files(unit: Int) throws(SpoolError) -> [OutputFile] {
    guard let spool else { return [] }
    let image = images[unit]
    return [OutputFile(path: image.path.text, bytes: try spool.bytes(at: image.bytes))]
  }
}
