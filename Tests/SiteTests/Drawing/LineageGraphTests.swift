import Drawing
import TestSupport
import Testing

@testable import Site

struct LineageGraphTests {
  @Test(
    "Nodes keep apart and inside, and edges lead from node to node to the right",
    arguments: [1, 2, 7, 23, 60], [0, 1, 3])
  func geometry(nodes: Int, density: Int) throws {
    let graph = Self.graph(nodes: nodes, density: density)
    let elements = DrawnElement.all(in: graph.svg(id: "x"))
    let box = try #require(elements.first?.attributes["viewBox"]).split(separator: " ")
      .compactMap { Double($0) }
    let (width, height) = (try #require(box.dropFirst(2).first), try #require(box.last))
    let rects = try elements.filter { $0.name == "rect" }.map { try Rectangle($0) }
    #expect(rects.count == nodes)
    for (index, rect) in rects.enumerated() {
      #expect(rect.x >= 0 && rect.right <= width && rect.y >= 0 && rect.bottom <= height)
      for other in rects[..<index] where other.x == rect.x {
        #expect(other.bottom + 10 <= rect.y || rect.bottom + 10 <= other.y)
      }
    }
    for edge in graph.edges { #expect(rects[edge.from].right < rects[edge.to].x) }
    for element in elements where element.name == "path" {
      let path = try #require(element.attributes["d"])
      let numbers = path.split { "MCHLZ ".contains($0) }.compactMap { Double($0) }
      #expect(numbers.allSatisfy { $0 >= 0 && $0 <= max(width, height) })
    }
  }

  @Test("Edges keep clear of the nodes that they pass") func routes() throws {
    let layout = LineageLayout(
      nodeCount: 6, edges: [(0, 2), (1, 2), (2, 3), (3, 4), (4, 5), (0, 5), (1, 5), (2, 5)],
      nodeSize: (100, 40))
    for route in layout.routes {
      for (one, next) in zip(route, route.dropFirst()) where one.y == next.y {
        for place in layout.places where place.x == one.x && next.x == one.x + 100 {
          #expect(one.y <= place.y || one.y >= place.y + 40)
        }
      }
    }
    #expect(layout.routes.contains { $0.count == 8 })
  }

  @Test("Words say what the shapes say, escaped and short where there is little room")
  func words() {
    let long = String(repeating: "W", count: 80)
    let graph = LineageGraph(
      title: "<b>", summary: "a & b",
      nodes: [
        .init(kind: .data, label: long, detail: "", description: long + "/full"),
        .init(kind: .stage, label: "train", detail: "run", description: "train: run"),
        .init(kind: .artifact, label: "m.pkl", detail: "artifact", description: "m.pkl"),
      ],
      edges: [.init(from: 0, to: 1, description: "in"), .init(from: 1, to: 2, description: "out")])
    let svg = graph.svg(id: "lineage")
    let elements = DrawnElement.all(in: svg)
    #expect(elements.first?.attributes["aria-labelledby"] == "lineage-title lineage-text")
    #expect(elements.contains { $0.name == "title" && $0.text == "&lt;b&gt;" })
    #expect(elements.contains { $0.name == "desc" && $0.text == "a &amp; b" })
    #expect(elements.contains { $0.name == "title" && $0.text == long + "/full" })
    let room = LineageGraph.nodeSize.width
    for element in elements where element.name == "text" {
      #expect(TextWidth.estimate(element.text, size: LineageGraph.fontSize) < room)
    }
    let radii = elements.filter { $0.name == "rect" }.map { $0.attributes["rx"] }
    #expect(radii == ["4", "23", "4"])
    #expect(!elements.contains { $0.attributes["style"] != nil || $0.attributes["fill"] != nil })
    #expect(svg == graph.svg(id: "lineage"))
  }

  private static func graph(nodes: Int, density: Int) -> LineageGraph {
    var edges: [LineageGraph.Edge] = []
    for to in 1..<max(nodes, 1) {
      // A chain with branches: near ones, far ones, and the very first.
      for step in [1, 4, 9].prefix(density) where to >= step {
        edges.append(.init(from: (to - step) * (to % 3) / 2 % to, to: to, description: "\(to)"))
      }
    }
    return LineageGraph(
      title: "T", summary: "S",
      nodes: (0..<nodes).map {
        .init(kind: .stage, label: "stage \($0)", detail: "", description: "")
      }, edges: edges)
  }

  private struct Rectangle {
    let x: Double
    let y: Double
    let right: Double
    let bottom: Double

    init(_ element: DrawnElement) throws {
      x = try #require(element.number("x"))
      y = try #require(element.number("y"))
      right = x + (try #require(element.number("width")))
      bottom = y + (try #require(element.number("height")))
    }
  }
}
