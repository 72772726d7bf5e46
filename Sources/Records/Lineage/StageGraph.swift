/// Which stages read what other stages write.
struct StageGraph: Sendable {
  /// An input or output with what the lock knows of it.
  struct File: Sendable {
    let path: ResolvedStage.Path
    let entry: DataEntry?
  }

  /// How many pairs of stages are joined; a folder that is read can hold the outputs of many.
  private static let edgeLimit = 200_000

  /// By stage: from the lock where the stage ran, else from dvc.yaml.
  let inputs: [[File]]
  let outputs: [[File]]

  /// By stage: those that write what it reads, without the joints that would close a circle.
  private(set) var upstream: [[Int]] = []
  private let index: PathIndex

  /// The stage of each path of the index.
  private let owners: [Int]

  /// Joins the stages; circles and outputs that two stages write become problems.
  init(_ stages: [ResolvedStage], _ log: inout ProblemLog) {
    inputs = stages.map { stage in
      Self.files(stage, entries: stage.locked?.inputs)
        ?? stage.inputs.map { File(path: $0, entry: nil) }
    }
    outputs = stages.map { stage in
      Self.files(stage, entries: stage.locked?.outputs)
        ?? stage.outputs.map { File(path: $0.path, entry: nil) }
    }
    var paths: [String] = []
    var owners: [Int] = []
    for (stage, files) in outputs.enumerated() {
      for path in files.compactMap(\.path.inside) {
        paths.append(path)
        owners.append(stage)
      }
    }
    index = PathIndex(paths)
    self.owners = owners
    noteDoubleOutputs(paths, stages, &log)
    join(stages, &log)
    cutCircles(stages, &log)
  }

  /// The stages that write a path: those with the very path, else those with the nearest folder
  /// above it, else those with paths below it.
  func makers(of path: String) -> [Int] {
    let exact = index.exact(path)
    if !exact.isEmpty { return owners(of: exact) }
    if let above = index.above(path).first { return owners(of: above.positions) }
    return owners(of: index.below(path, limit: Self.edgeLimit))
  }

  /// The first stage but one that writes a path, a folder above it or something below it.
  func maker(of path: String, except reader: Int) -> Int? {
    let isOther: (Int) -> Bool = { owners[$0] != reader }
    let position =
      index.exact(path).first(where: isOther)
      ?? index.above(path).lazy.flatMap(\.positions).first(where: isOther)
      ?? index.below(path, limit: 100).first(where: isOther)
    return position.map { owners[$0] }
  }

  /// Whether a stage writes something below a folder.
  func hasOutputs(below folder: String) -> Bool { !index.below(folder, limit: 1).isEmpty }

  /// The output of a stage that is a path or lies above it.
  func output(of stage: Int, at path: String) -> File? {
    outputs[stage].first { $0.path == .inside(path) }
      ?? outputs[stage].first { file in
        file.path.inside.map { RepositoryPath.lies(path, in: $0) } ?? false
      }
  }

  /// The given stages and all that lead to them, each after those that it needs.
  func stages(leadingTo targets: [Int]) -> [Int] {
    var order: [Int] = []
    var isSeen = [Bool](repeating: false, count: upstream.count)
    for target in targets where !isSeen[target] {
      isSeen[target] = true
      var open: [(stage: Int, next: Int)] = [(target, 0)]
      while let (stage, next) = open.last {
        guard next < upstream[stage].count else {
          order.append(stage)
          open.removeLast()
          continue
        }
        open[open.count - 1].next += 1
        let above = upstream[stage][next]
        if !isSeen[above] {
          isSeen[above] = true
          open.append((above, 0))
        }
      }
    }
    return order
  }

  private static func files(_ stage: ResolvedStage, entries: [DataEntry]?) -> [File]? {
    entries?.compactMap { entry in
      ResolvedStage.place(entry.path.text, in: stage.folder).map { File(path: $0, entry: entry) }
    }
  }

  /// Stages in their order, each once.
  private func owners(of positions: [Int]) -> [Int] { Set(positions.map { owners[$0] }).sorted() }

  private func noteDoubleOutputs(
    _ paths: [String], _ stages: [ResolvedStage], _ log: inout ProblemLog
  ) {
    for (position, path) in paths.enumerated() where index.exact(path).first != position {
      guard let first = index.exact(path).first, owners[first] != owners[position] else { continue }
      let stage = stages[owners[position]]
      log.add(
        "P012", file: stage.pipeline, at: stage.place,
        "“\(path)” is an output of “\(stages[owners[first]].name)” and of “\(stage.name)”",
        consequence: "both are shown as the stages that wrote it",
        help: "DVC refuses this; let one stage write each file")
    }
  }

  private mutating func join(_ stages: [ResolvedStage], _ log: inout ProblemLog) {
    var edges = 0
    for files in inputs {
      var above: Set<Int> = []
      for path in files.compactMap(\.path.inside) where edges < Self.edgeLimit {
        // What is read as a whole may be written in parts, and the other way round.
        let positions =
          index.exact(path) + index.above(path).flatMap(\.positions)
          + index.below(path, limit: Self.edgeLimit - edges)
        edges += positions.count
        above.formUnion(positions.map { owners[$0] })
      }
      upstream.append(above.sorted())
    }
    guard edges >= Self.edgeLimit, let place = stages.last else { return }
    log.add(
      "P012", file: place.pipeline, at: nil,
      "the stages of this project read more than \(Self.edgeLimit) outputs of each other",
      consequence: "some lineages are incomplete", help: "let stages read single files")
  }

  /// Takes the joints out that lead back to a stage on the way to itself.
  private mutating func cutCircles(_ stages: [ResolvedStage], _ log: inout ProblemLog) {
    enum State { case new, open, done }
    var states = [State](repeating: .new, count: upstream.count)
    for start in upstream.indices where states[start] == .new {
      states[start] = .open
      var open: [(stage: Int, next: Int)] = [(start, 0)]
      while let (stage, next) = open.last {
        guard next < upstream[stage].count else {
          states[stage] = .done
          open.removeLast()
          continue
        }
        let above = upstream[stage][next]
        if states[above] == .open {
          upstream[stage].remove(at: next)
          noteCircle(stages[stage], stages[above], &log)
          continue
        }
        open[open.count - 1].next += 1
        if states[above] == .new {
          states[above] = .open
          open.append((above, 0))
        }
      }
    }
  }

  private func noteCircle(
    _ stage: ResolvedStage, _ above: ResolvedStage, _ log: inout ProblemLog
  ) {
    log.add(
      "P012", file: stage.pipeline, at: stage.place,
      stage.name == above.name
        ? "“\(stage.name)” reads what it writes itself"
        : "“\(stage.name)” reads what “\(above.name)” writes, which needs “\(stage.name)” first",
      consequence: "the lineage leaves this step out",
      help: "DVC refuses this; give the later file another name")
  }
}
