import Registry

/// Which versions have diagnostics.
struct ProblemIndex: Sendable {
  private struct Place: Hashable {
    let repository: String
    let artifact: String
    let version: String
  }

  private let places: Set<Place>

  init(_ diagnostics: [Diagnostic]) {
    places = Set(
      diagnostics.lazy.filter { $0.severity > .note }.compactMap { diagnostic in
        guard let artifact = diagnostic.place.artifact, let version = diagnostic.place.version
        else {
          return nil
        }
        return Place(
          repository: diagnostic.place.repository, artifact: artifact, version: version)
      })
  }

  func contains(version: String, of model: ModelReference) -> Bool {
    guard !places.isEmpty else { return false }
    let place = Place(
      repository: model.repository.id, artifact: model.artifact.name, version: version)
    return places.contains(place)
  }
}
