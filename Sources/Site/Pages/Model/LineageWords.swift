import Records

/// Says in words what the drawing of a lineage shows.
struct LineageWords {
  let text: String

  /// So many stages are told of, and so many inputs of each.
  private static let (stageLimit, inputLimit) = (12, 6)

  /// - Parameter stages: The stages that are drawn.
  init(_ lineage: Lineage, stages: [LineageStage]) {
    let path = (lineage.artifact?.path ?? lineage.maker?.outputs.first?.path).map(\.shownName)
    var sentences: [String] = []
    if let maker = lineage.maker {
      sentences.append("\(path ?? "The artifact") is written by the stage \(maker.name.shownName).")
    } else {
      sentences.append(Self.origin(of: lineage.artifact, path ?? "The artifact"))
    }
    for stage in stages.reversed().prefix(Self.stageLimit) {
      sentences.append("\(stage.name.shownName) reads \(Self.inputs(of: stage)).")
    }
    let rest = stages.count - Self.stageLimit
    if rest > 0 { sentences.append("\(CountText.of(rest, "more stage")) before.") }
    text = sentences.joined(separator: " ")
  }

  private static func inputs(of stage: LineageStage) -> String {
    guard !stage.inputs.isEmpty else { return "no file" }
    let named = stage.inputs.prefix(inputLimit).map { input in
      let path = input.path.shownName
      guard case .stage(let writer) = input.origin else { return path }
      return "\(path) from \(writer.shownName)"
    }
    let rest = stage.inputs.count - named.count
    let all = named + (rest > 0 ? ["\(CountText.digits(rest)) more"] : [])
    return all.count == 1
      ? all[0] : all.dropLast().joined(separator: ", ") + " and " + all[all.count - 1]
  }

  private static func origin(of artifact: LineageFile?, _ path: String) -> String {
    switch artifact?.origin {
    case .imported(let repository, _, _, _): "\(path) was imported from \(repository.shownName)."
    case .downloaded(let address): "\(path) was downloaded from \(address.shownName)."
    default: "\(path) was added by hand."
    }
  }
}
