import Drawing

/// Draws how an artifact came to be: what is read, the stages, and the artifact, from left to right.
struct LineageGraph {
  /// What the drawing is called, for those who don't see it.
  let title: String

  /// What it shows, in words.
  let summary: String

  /// What is read first, then the stages in their order, then the artifact.
  let nodes: [Node]

  /// From what is read to what reads it; all lead to later nodes.
  let edges: [Edge]

  /// A thing that is read, a stage, or the artifact.
  struct Node {
    let kind: Kind
    let label: String

    /// What stands below the label.
    let detail: String

    /// Everything of it, for those who point at it.
    let description: String
  }

  enum Kind: String { case data, stage, artifact }

  /// Who reads what.
  struct Edge {
    let from: Int
    let to: Int

    /// The files that are read this way.
    let description: String
  }

  static let nodeSize = (width: 144.0, height: 46.0)
  static let fontSize = 13.0
  private static let detailSize = 12.0
  private static let padding = 10.0
  private static let arrow = 7.0

  /// Writes the drawing; ids in it start with `id`, which the page has only once.
  func svg(id: String) -> [UInt8] {
    let layout = LineageLayout(
      nodeCount: nodes.count, edges: edges.map { ($0.from, $0.to) }, nodeSize: Self.nodeSize)
    var svg = SVGWriter()
    svg.drawing(
      id: id, title: title, summary: summary,
      size: ChartSize(width: layout.width, height: layout.height), fontSize: Self.fontSize,
      attributes: [.classes("lineage"), .width(layout.width), .height(layout.height)]
    ) { svg in
      for (edge, route) in zip(edges, layout.routes) { draw(edge, along: route, into: &svg) }
      for (node, place) in zip(nodes, layout.places) { draw(node, at: place, into: &svg) }
    }
    return svg.bytes
  }

  private func draw(_ edge: Edge, along route: [LineageLayout.Point], into svg: inout SVGWriter) {
    guard let start = route.first, let end = route.last else { return }
    let tip = end.x - Self.arrow
    var path = "M\(start.text)"
    for (index, point) in route.enumerated().dropFirst() {
      let before = route[index - 1]
      let x = index == route.count - 1 ? tip : point.x
      if index.isMultiple(of: 2) {
        // Through a column that it has nothing to do with.
        path += "H\(SVGAttribute.coordinate(x))"
      } else {
        let middle = (before.x + x) / 2
        let bends = [
          LineageLayout.Point(x: middle, y: before.y), LineageLayout.Point(x: middle, y: point.y),
          LineageLayout.Point(x: x, y: point.y),
        ]
        path += "C" + bends.map(\.text).joined(separator: " ")
      }
    }
    let corners = [-Self.arrow / 2, Self.arrow / 2].map {
      LineageLayout.Point(x: tip, y: end.y + $0).text
    }
    svg.element("g", .classes("lineage-edge")) { svg in
      svg.element("title", text: edge.description)
      svg.element("path", .init("d", path))
      svg.element(
        "path", .classes("lineage-tip"),
        .init("d", "M\(corners[0])L\(end.text)L\(corners[1])Z"))
    }
  }

  private func draw(_ node: Node, at place: LineageLayout.Point, into svg: inout SVGWriter) {
    let size = Self.nodeSize
    let room = size.width - 2 * Self.padding
    let isBold = node.kind != .data
    // Stages have round ends, so that colour is not the only sign.
    let radius = node.kind == .stage ? size.height / 2 : 4
    svg.element("g", .classes("lineage-node lineage-\(node.kind.rawValue)")) { svg in
      svg.element("title", text: node.description)
      svg.element(
        "rect", .x(place.x), .y(place.y), .width(size.width), .height(size.height),
        .init("rx", radius))
      svg.element(
        "text", .x(place.x + Self.padding), .y(place.y + 20),
        text: TextWidth.fitted(node.label, to: room, size: Self.fontSize, isBold: isBold))
      svg.element(
        "text", .classes("lineage-detail"), .x(place.x + Self.padding), .y(place.y + 36),
        .init("font-size", Self.detailSize),
        text: TextWidth.fitted(node.detail, to: room, size: Self.detailSize))
    }
  }
}

extension LineageLayout.Point {
  /// As a path names it.
  fileprivate var text: String { "\(SVGAttribute.coordinate(x)) \(SVGAttribute.coordinate(y))" }
}
