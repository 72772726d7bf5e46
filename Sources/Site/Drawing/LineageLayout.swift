/// Lays a graph without cycles out in columns, so that every edge leads to the right.
struct LineageLayout {
  /// The upper left corner of each node.
  let places: [Point]

  /// The points of each edge: out of a node, into and out of each column that it passes, into a node.
  let routes: [[Point]]
  let width: Double
  let height: Double

  struct Point {
    let x: Double
    let y: Double
  }

  private static let columnGap = 34.0
  private static let margin = 4.0

  /// - Parameter edges: From lower to higher numbers of nodes.
  init(
    nodeCount: Int, edges: [(from: Int, to: Int)], nodeSize: (width: Double, height: Double)
  ) {
    var columns = LineageColumns(nodeCount: nodeCount, edges: edges, nodeHeight: nodeSize.height)
    columns.sort()
    columns.align()
    let step = nodeSize.width + Self.columnGap
    func left(_ column: Int) -> Double { Self.margin + Double(column) * step }
    let items = columns.items
    let bottom = items.map { $0.y + $0.height / 2 }.max() ?? 0
    width = left(columns.count - 1) + nodeSize.width + Self.margin
    height = bottom + 2 * Self.margin
    places = (0..<nodeCount).map { node in
      Point(x: left(items[node].column), y: Self.margin + items[node].y - nodeSize.height / 2)
    }
    routes = columns.chains.map { chain in
      chain.enumerated().flatMap { index, item in
        let x = left(items[item].column)
        let y = Self.margin + items[item].y
        let ends = [Point(x: x, y: y), Point(x: x + nodeSize.width, y: y)]
        return index == 0 ? [ends[1]] : index == chain.count - 1 ? [ends[0]] : ends
      }
    }
  }
}

/// The columns of a layout: which nodes stand in each, in which order and how high.
///
/// An edge that passes columns has a bend in each, so that it keeps clear of what stands there.
struct LineageColumns {
  struct Item {
    let column: Int
    let height: Double

    /// The middle.
    var y = 0.0
  }

  /// The nodes, then the bends.
  private(set) var items: [Item]

  /// The items that each edge leads through.
  private(set) var chains: [[Int]] = []
  private var columns: [[Int]]
  private var before: [[Int]]
  private var after: [[Int]]

  private static let gap = 14.0
  private static let bendHeight = 6.0

  /// With more bends than this, edges go straight to their end.
  private static let bendLimit = 600
  private static let passes = 8

  var count: Int { columns.count }

  init(nodeCount: Int, edges: [(from: Int, to: Int)], nodeHeight: Double) {
    let distances = Self.distances(nodeCount, edges)
    let last = distances.max() ?? 0
    items = distances.map { Item(column: last - $0, height: nodeHeight) }
    columns = Array(repeating: [], count: last + 1)
    before = Array(repeating: [], count: nodeCount)
    after = before
    for node in 0..<nodeCount { columns[items[node].column].append(node) }
    let bends = edges.reduce(0) { $0 + max(0, distances[$1.from] - distances[$1.to] - 1) }
    for edge in edges { addChain(edge.from, edge.to, bends: bends <= Self.bendLimit) }
  }

  /// How many edges the longest way from each node to the end has.
  private static func distances(_ nodeCount: Int, _ edges: [(from: Int, to: Int)]) -> [Int] {
    var targets: [[Int]] = Array(repeating: [], count: nodeCount)
    for edge in edges { targets[edge.from].append(edge.to) }
    var distances = Array(repeating: 0, count: nodeCount)
    for node in (0..<nodeCount).reversed() {
      distances[node] = targets[node].map { distances[$0] + 1 }.max() ?? 0
    }
    return distances
  }

  private mutating func addChain(_ from: Int, _ to: Int, bends: Bool) {
    var chain = [from]
    let passed = items[from].column + 1..<max(items[from].column + 1, items[to].column)
    for column in bends ? passed : passed.prefix(0) {
      items.append(Item(column: column, height: Self.bendHeight))
      columns[column].append(items.count - 1)
      before.append([])
      after.append([])
      chain.append(items.count - 1)
    }
    chain.append(to)
    for (one, next) in zip(chain, chain.dropFirst()) {
      after[one].append(next)
      before[next].append(one)
    }
    chains.append(chain)
  }

  /// Puts each item at the middle of its neighbours' places, from right to left and back again.
  mutating func sort() {
    var ranks = Array(repeating: 0.0, count: items.count)
    func number(_ column: [Int]) {
      for (rank, item) in column.enumerated() { ranks[item] = Double(rank) }
    }
    for column in columns { number(column) }
    for pass in 0..<Self.passes {
      let toLeft = pass.isMultiple(of: 2)
      for column in toLeft ? columns.indices.reversed() : Array(columns.indices) {
        let wanted = columns[column].map { item in
          Self.mean((toLeft ? after : before)[item].map { ranks[$0] }) ?? ranks[item]
        }
        let order = columns[column].indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
        columns[column] = order.map { columns[column][$0] }
        number(columns[column])
      }
    }
  }

  /// Gives each item its height: beside its neighbours as far as the others in its column allow.
  mutating func align() {
    for column in columns { stack(column, wanted: column.map { _ in 0 }) }
    for pass in 0..<Self.passes {
      let toLeft = pass.isMultiple(of: 2)
      for column in toLeft ? columns.indices.reversed() : Array(columns.indices) {
        stack(
          columns[column],
          wanted: columns[column].map { item in
            Self.mean((toLeft ? after : before)[item].map { items[$0].y }) ?? items[item].y
          })
      }
    }
    let top = items.map { $0.y - $0.height / 2 }.min() ?? 0
    for item in items.indices { items[item].y -= top }
  }

  /// Stacks items without overlap, as near as can be to where each wants to be.
  private mutating func stack(_ column: [Int], wanted: [Double]) {
    var shift = 0.0
    for (place, item) in column.enumerated() {
      var y = wanted[place]
      if place > 0 {
        let above = items[column[place - 1]]
        y = max(y, above.y + (above.height + items[item].height) / 2 + Self.gap)
      }
      items[item].y = y
      shift += y - wanted[place]
    }
    guard !column.isEmpty else { return }
    for item in column { items[item].y -= shift / Double(column.count) }
  }

  private static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }
}
