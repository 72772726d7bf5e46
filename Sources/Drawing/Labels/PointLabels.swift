/// Names beside points: each where it covers neither another name nor a point, or not at all.
struct PointLabels {
  private struct Box {
    let (left, right, top, bottom): (Double, Double, Double, Double)

    func meets(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  private let plane: PlotPlane
  private var taken: [Box]

  /// The longest name, and how many are tried: more can't be told apart.
  private static let (room, limit) = (140.0, 200)
  private var tried = 0

  init(_ plane: PlotPlane, avoiding places: [PlotPlace]) {
    self.plane = plane
    taken = places.prefix(Self.limit).map { place in
      Box(left: place.x - 4, right: place.x + 4, top: place.y - 4, bottom: place.y + 4)
    }
  }

  /// Writes a name right of, left of, above, below or aslant of its point, at the first of these with
  /// room.
  mutating func draw(
    _ name: String, at place: PlotPlace, on canvas: inout ChartCanvas, isBold: Bool = false
  ) {
    tried += 1
    let text = ChartCanvas.fitted(name, to: Self.room, isBold: isBold)
    guard tried <= Self.limit, !text.isEmpty else { return }
    let width = ChartCanvas.width(text, isBold: isBold)
    let starts = [
      PlotPlace(place.x + 9, place.y + 4), PlotPlace(place.x - 9 - width, place.y + 4),
      PlotPlace(place.x - width / 2, place.y - 9), PlotPlace(place.x - width / 2, place.y + 18),
      PlotPlace(place.x + 7, place.y - 5), PlotPlace(place.x + 7, place.y + 13),
      PlotPlace(place.x - 7 - width, place.y - 5), PlotPlace(place.x - 7 - width, place.y + 13),
    ]
    for start in starts {
      let box = Box(
        left: start.x - 2, right: start.x + width + 2, top: start.y - 11, bottom: start.y + 3)
      let isInside =
        box.left >= plane.left && box.right <= plane.right + 20 && box.top >= plane.top - 8
        && box.bottom <= plane.bottom + 2
      guard isInside, !taken.contains(where: box.meets) else { continue }
      taken.append(box)
      canvas.text(
        text, at: start, room: width + 1, isBold: isBold, classes: isBold ? nil : "plot-muted")
      return
    }
  }
}
