/// How a series is told from others: by its colour, its dashes and the shape of its points, so that
/// colour is never the only sign (`pages.md`, Plots).
package struct SeriesStyle: Hashable, Sendable {
  /// The class that gives it its colour.
  package let name: String

  /// The lengths of dashes and gaps; nothing for a line without gaps.
  let dashes: String?
  let shape: PointShape

  /// How many series have a colour of their own; the others are grey.
  package static let count = 6

  /// The style of the series at a place, counted from 0.
  package init(_ index: Int) {
    guard (0..<Self.count).contains(index) else {
      self = .muted
      return
    }
    name = "series-\(index + 1)"
    dashes = Self.allDashes[index]
    shape = PointShape.allCases[index]
  }

  /// That of what stands behind.
  package static let muted = SeriesStyle(name: "series-muted", dashes: nil, shape: .circle)

  private init(name: String, dashes: String?, shape: PointShape) {
    (self.name, self.dashes, self.shape) = (name, dashes, shape)
  }

  private static let allDashes: [String?] = [nil, "7 4", "2 4", "10 3 2 3", "12 5", "5 3 1 3 1 3"]

  /// Whether it is one of those that stand behind.
  var isMuted: Bool { self == .muted }

  /// The dashes, as an attribute of a line.
  var attributes: [SVGAttribute] { dashes.map { [.init("stroke-dasharray", $0)] } ?? [] }
}

/// The shape of a series's points.
enum PointShape: CaseIterable, Hashable, Sendable {
  case circle, square, triangle, diamond, inverted, cross

  /// The outline around a place, as a path.
  func path(at place: PlotPlace, radius: Double = 3.5) -> String {
    func moved(_ x: Double, _ y: Double) -> String {
      "M" + PlotPlace(place.x + x * radius, place.y + y * radius).text
    }
    func steps(_ pairs: [(Double, Double)]) -> String {
      "l" + pairs.map { PlotPlace($0.0 * radius, $0.1 * radius).text }.joined(separator: " ") + "z"
    }
    switch self {
    case .circle:
      let r = SVGAttribute.coordinate(radius)
      let d = SVGAttribute.coordinate(2 * radius)
      return moved(-1, 0) + "a\(r) \(r) 0 1 0 \(d) 0a\(r) \(r) 0 1 0 -\(d) 0z"
    case .square: return moved(-0.9, -0.9) + steps([(1.8, 0), (0, 1.8), (-1.8, 0)])
    case .triangle: return moved(0, -1.2) + steps([(1.15, 2), (-2.3, 0)])
    case .diamond: return moved(0, -1.3) + steps([(1.3, 1.3), (-1.3, 1.3), (-1.3, -1.3)])
    case .inverted: return moved(0, 1.2) + steps([(-1.15, -2), (2.3, 0)])
    case .cross:
      return moved(-0.4, -1.2)
        + steps([
          (0.8, 0), (0, 0.8), (0.8, 0), (0, 0.8), (-0.8, 0), (0, 0.8), (-0.8, 0), (0, -0.8),
          (-0.8, 0), (0, -0.8), (0.8, 0),
        ])
    }
  }
}
