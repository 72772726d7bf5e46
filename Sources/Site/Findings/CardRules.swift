import Cards
import Markdown
import Records
import Registry

/// Applies `rules.card` and `rules.license` to the latest version of a model.
struct CardRules {
  private let rules: RuleSettings
  private let spool: Spool

  init(_ rules: RuleSettings, spool: Spool) {
    self.rules = rules
    self.spool = spool
  }

  /// What the template of the Hugging Face Hub has where somebody still has to write.
  private static let gap = Array("[More Information Needed]".utf8)

  func diagnostics(of model: JudgedModel) throws(SpoolError) -> [Diagnostic] {
    guard let latest = model.artifact.latest, model.artifact.annotation?.type ?? "model" == "model"
    else { return [] }
    let card = latest.card.flatMap { $0.kind == .model ? $0 : nil }
    var found = license(card, latest, model)
    guard let demand = rules.card else { return found }
    guard let card, let text = try text(of: card) else {
      return found + [
        model.broken(
          "R004", at: model.place(latest), "the version has no card of its own, or an empty one",
          help: "write MODEL_CARD.md beside the model")
      ]
    }
    let place = model.place(latest, file: card.path)
    let headings = Set(text.headings.map { $0.text.lowercased() })
    found += demand.sections.filter { !headings.contains($0.lowercased()) }.map { section in
      model.broken(
        "R005", at: place, "the card has no section “\(section)”", help: "write the section")
    }
    let gaps = demand.isComplete ? Self.gapCount(in: text) : 0
    if gaps > 0 {
      found.append(
        model.broken(
          "R006", at: place,
          "the card says [More Information Needed] \(gaps == 1 ? "once" : "\(gaps) times")",
          help: "write what is missing, or delete those sections"))
    }
    return found
  }

  /// Nothing where nobody has written anything.
  private func text(of card: VersionCard) throws(SpoolError) -> RenderedMarkdown? {
    let text = RenderedMarkdown(coded: try spool.bytes(at: card.text))
    return text?.pieces.isEmpty == true && card.metadata == nil ? nil : text
  }

  private func license(
    _ card: VersionCard?, _ version: Version, _ model: JudgedModel
  ) -> [Diagnostic] {
    guard let allowed = rules.licenses else { return [] }
    guard let card, let license = card.facts.license else {
      return [
        model.broken(
          "R007", at: model.place(version, file: card?.path), "no licence is named",
          help: "add license: to the card's metadata")
      ]
    }
    guard !allowed.isEmpty, !allowed.contains(license) else { return [] }
    return [
      model.broken(
        "R008", at: model.place(version, file: card.path),
        "the licence is \(license), and allowed are \(allowed.joined(separator: ", "))",
        help: "change the licence, or the rule")
    ]
  }

  private static func gapCount(in text: RenderedMarkdown) -> Int {
    var markup: [UInt8] = []
    for case .markup(let bytes) in text.pieces { markup += bytes }
    var count = 0
    var start = markup.startIndex
    while let found = markup[start...].firstIndex(of: gap[0]) {
      let isGap = markup[found...].starts(with: gap)
      if isGap { count += 1 }
      start = found + (isGap ? gap.count : 1)
    }
    return count
  }
}
