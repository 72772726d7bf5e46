extension PlotRun {
  /// More rows than this are more than any picture shows.
  package static let rowLimit = 200_000

  /// Puts steps in order, counts what is no number, and thins what is too much.
  mutating func condition(for kind: PlotKind) {
    switch kind {
    case .linear, .simple, .smooth:
      orderSteps()
      countTexts()
      thin()
    case .scatter:
      countTexts()
      thin()
    case .scatterJitter, .confusion, .confusionNormalized, .barHorizontal, .barHorizontalSorted,
      .image:
      cut()
    }
  }

  /// Steps are drawn in their order, and of a step that was logged twice the last value counts.
  private mutating func orderSteps() {
    guard xField == "step" else { return }
    let steps = rows.x.map { $0.flatMap(Double.init) ?? .nan }
    guard zip(steps, steps.dropFirst()).contains(where: { !($0 < $1) }),
      !steps.contains(where: \.isNaN)
    else { return }
    var last: [Double: Int] = [:]
    for (index, step) in steps.enumerated() { last[step] = index }
    let order = last.values.sorted { steps[$0] < steps[$1] }
    rows = PlotRows(x: order.map { rows.x[$0] }, y: order.map { rows.y[$0] })
    let repeated = steps.count - order.count
    remarks.append(
      PlotRemark(
        code: "C006",
        problem: repeated > 0
          ? "\(repeated) rows repeat a step" : "the steps are not in their order",
        consequence: "they are drawn in their order\(repeated > 0 ? ", the last of each" : "")",
        help: "write each step once, in a new file for each run"))
  }

  private mutating func countTexts() {
    let texts = rows.y.compactMap(\.self).filter { Double($0) == nil }
    guard let first = texts.first else { return }
    let hasComma = texts.contains { Double(String($0.map { $0 == "," ? "." : $0 })) != nil }
    remarks.append(
      PlotRemark(
        code: "C004",
        problem: "\(texts.count) values of “\(field)” are no numbers, such as “\(first.shortened)”",
        consequence: "there are gaps in their place",
        help: hasComma ? "write decimals with a point" : "write numbers into the column"))
  }

  /// Keeps the least and the greatest value of each stretch, so that the picture stays the same.
  private mutating func thin() {
    let count = rows.y.count
    guard count > Self.rowLimit else { return }
    let values = rows.y.map { $0.flatMap(Double.init) ?? .nan }
    let stretch = (count * 2 + Self.rowLimit - 1) / Self.rowLimit
    var kept: [Int] = []
    for start in stride(from: 0, to: count, by: stretch) {
      let range = start..<min(start + stretch, count)
      var (low, high) = (start, start)
      for index in range {
        if values[index] < values[low] || values[low].isNaN { low = index }
        if values[index] > values[high] || values[high].isNaN { high = index }
      }
      if start == 0, min(low, high) > 0 { kept.append(0) }
      kept += low == high ? [low] : [min(low, high), max(low, high)]
    }
    if let last = kept.last, last < count - 1 { kept.append(count - 1) }
    rows = PlotRows(x: kept.map { rows.x[$0] }, y: kept.map { rows.y[$0] })
    remarks.append(
      PlotRemark(
        code: "C007", problem: "“\(field)” has \(count) rows",
        consequence: "\(kept.count) of them are kept, with the extremes of each stretch",
        help: "log fewer rows where they are not needed"))
  }

  /// Where rows are counted, leaving some out would change what is drawn.
  private mutating func cut() {
    let count = rows.y.count
    guard count > PlotRows.countLimit else { return }
    rows = PlotRows(
      x: Array(rows.x.prefix(PlotRows.countLimit)), y: Array(rows.y.prefix(PlotRows.countLimit)))
    remarks.append(
      PlotRemark(
        code: "C007", problem: "“\(field)” has \(count) rows",
        consequence: "the first \(PlotRows.countLimit) of them are drawn",
        help: "write counts in place of single cases"))
  }
}

extension String {
  /// The text, cut where it is too long for a message.
  fileprivate var shortened: String { count > 40 ? prefix(40) + "…" : self }
}
