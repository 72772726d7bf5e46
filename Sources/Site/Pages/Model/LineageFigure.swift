import Records
import Registry

/// Chooses what the drawing of a lineage shows.
struct LineageFigure {
  let graph: LineageGraph

  /// The number of stages in the drawing: those nearest to the artifact.
  let shownStages: Int

  /// How much a drawing holds before nobody can read it.
  private static let (nodeLimit, edgeLimit) = (60, 240)

  /// Nothing where there is only the artifact.
  init?(_ lineage: Lineage, of artifact: Artifact) {
    let nearest = Self.nearestFirst(lineage.stages)
    var count = min(nearest.count, Self.nodeLimit - 1)
    var parts = LineageParts(lineage, stages: nearest.prefix(count).sorted())
    while count > 1, parts.nodes.count > Self.nodeLimit || parts.edges.count > Self.edgeLimit {
      count -= max(1, count / 8)
      parts = LineageParts(lineage, stages: nearest.prefix(count).sorted())
    }
    guard parts.nodes.count > 1 else { return nil }
    shownStages = count
    graph = LineageGraph(
      title: "How \(SiteText.singleLine(artifact.name, limit: 200)) was made",
      summary: parts.summary, nodes: parts.nodes, edges: parts.edges)
  }

  /// The places of the stages, those nearest to the last one first.
  private static func nearestFirst(_ stages: [LineageStage]) -> [Int] {
    let places = Dictionary(
      stages.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { _, last in last })
    var distances = Array(repeating: Int.max, count: stages.count)
    if !stages.isEmpty { distances[stages.count - 1] = 0 }
    for index in stages.indices.reversed() where distances[index] < .max {
      for input in stages[index].inputs {
        guard case .stage(let name) = input.origin, let writer = places[name], writer < index
        else { continue }
        distances[writer] = min(distances[writer], distances[index] + 1)
      }
    }
    return stages.indices.sorted { (distances[$0], -$0) < (distances[$1], -$1) }
  }
}

/// The nodes and edges of a lineage, as far as its stages are shown.
struct LineageParts {
  private(set) var nodes: [LineageGraph.Node] = []
  private(set) var edges: [LineageGraph.Edge] = []
  let summary: String

  /// - Parameter stages: The places of the stages to show, in their order.
  init(_ lineage: Lineage, stages places: [Int]) {
    let stages = places.map { lineage.stages[$0] }
    let writers = Dictionary(
      stages.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { _, last in last })
    let sources = LineageSource.all(of: stages, writers: writers)
    let imports = lineage.maker == nil ? LineageSource.origin(of: lineage.artifact) : nil
    nodes = (sources + (imports.map { [$0] } ?? [])).map(\.node)
    let first = nodes.count
    nodes += stages.map { LineageGraph.Node(stage: $0) }
    for (index, source) in sources.enumerated() {
      edges += source.readers.map {
        LineageGraph.Edge(from: index, to: first + $0, description: source.edgeText)
      }
    }
    for (index, stage) in stages.enumerated() {
      edges += Self.inputs(of: stage, at: index, writers: writers).map { writer, paths in
        LineageGraph.Edge(from: first + writer, to: first + index, description: paths.listed)
      }
    }
    let end = nodes.count
    if lineage.maker != nil, let last = stages.indices.last {
      edges.append(.init(from: first + last, to: end, description: stages[last].name.shownName))
    } else if imports != nil {
      edges.append(.init(from: sources.count, to: end, description: lineage.tracker.shownName))
    }
    let file = lineage.artifact ?? lineage.maker?.outputs.first
    nodes.append(LineageGraph.Node(artifact: file))
    summary = LineageWords(lineage, stages: stages).text
  }

  /// What a stage reads of the shown stages before it, by stage.
  private static func inputs(
    of stage: LineageStage, at index: Int, writers: [String: Int]
  ) -> [(writer: Int, paths: [String])] {
    var paths: [Int: [String]] = [:]
    for input in stage.inputs {
      guard case .stage(let name) = input.origin, let writer = writers[name], writer < index
      else { continue }
      paths[writer, default: []].append(input.path)
    }
    return paths.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
