import Registry
import Mustache

/// Where a version stands beside others.
struct ComparisonLinks: TemplateModel {
  let links: [ComparisonLink]

  /// The page on which any versions are chosen, this one among them.
  let choiceHref: String?

  /// Nothing where there is nothing to compare with.
  init?(of place: Int, in scope: ModelScope, link: SiteLinker) {
    guard scope.artifact.versions.count > 1 else { return nil }
    var links: [ComparisonLink] = []
    var stages: [Int: [String]] = [:]
    for holding in scope.holdings {
      guard let holder = scope.records.place(ofVersion: holding.holder.version) else { continue }
      stages[holder, default: []].append(scope.context.title(of: holding.stage))
    }
    for pair in scope.pairs.all(with: place) {
      let other = pair.baseline == place ? pair.version : pair.baseline
      guard let page = scope.comparison(of: pair.version, with: pair.baseline) else { continue }
      let name = SiteText.shown(scope.artifact.versions[other].name)
      let remark = stages[other].map { $0.joined(separator: ", ") }
      links.append(ComparisonLink(text: name, remark: remark, href: link(page)))
    }
    self.links = links
    let choice = scope.addresses.comparisons(of: scope.artifact, in: scope.repository)
    choiceHref = link(choice) + ComparisonChoice.fragment([place], baseline: nil, in: scope)
  }

  static let fields: [TemplateField<Self>] = [
    .list("links") { $0.links },
    .text("choice_href") { $0.choiceHref },
  ]
}

/// The way to a version beside another one.
struct ComparisonLink: TemplateModel {
  let text: String

  /// The stages that the other version holds.
  let remark: String?
  let href: String

  static let fields: [TemplateField<Self>] = [
    .text("text") { $0.text },
    .text("remark") { $0.remark },
    .text("href") { $0.href },
  ]
}
