import Mustache
import Registry

/// All models by name: what people without the search box find their way with.
struct NamePages: PageGroup {
  static var models: [any PageModel.Type] { [NamePage.self] }

  private let context: SiteContext
  private let index: NameIndex

  init(_ context: SiteContext) {
    self.context = context
    index = NameIndex(context.models)
  }

  var units: Int { max(1, (index.models.count + NameIndex.pageSize - 1) / NameIndex.pageSize) }

  func files(unit: Int) -> [OutputFile] {
    let path = context.addresses.names(page: unit + 1)
    let link = SiteLinker(page: path)
    let start = unit * NameIndex.pageSize
    let models = index.models[start..<min(start + NameIndex.pageSize, index.models.count)]
    var groups: [NamePage.Group] = []
    for model in models {
      let letter = NameIndex.letter(of: model)
      if groups.last?.letter != letter {
        // A letter that began on the page before has its heading there.
        let isFirst = index.letters.contains { $0.letter == letter && $0.page == unit + 1 }
        groups.append(NamePage.Group(letter: letter, anchor: isFirst ? nil : "more", names: []))
      }
      groups[groups.count - 1].names.append(
        NamePage.Name(
          text: SiteText.shown(model.artifact.name),
          repository: SiteText.shown(model.repository.id),
          href: link(context.addresses.model(model.artifact, in: model.repository)),
          isDeprecated: model.artifact.status == .deprecated))
    }
    let letters = index.letters.map { letter in
      Facet.Item(
        text: letter.letter, count: CountText.digits(letter.count),
        href: link(context.addresses.names(page: letter.page)) + "#\(letter.anchor)")
    }
    let shell = PageShell(
      site: context.shell, path: path, heading: "All models, A–Z",
      document: context.addresses.indexDocument)
    return [context.file(NamePage(shell: shell, letters: letters, groups: groups))]
  }
}

/// What a page of names shows.
struct NamePage: PageModel {
  static let template = "names"

  let shell: PageShell
  let letters: [Facet.Item]
  let groups: [Group]

  static let fields: [TemplateField<Self>] = [
    .record("shell") { $0.shell },
    .list("letters") { $0.letters },
    .list("groups") { $0.groups },
  ]

  /// The names under one letter.
  struct Group: TemplateModel {
    let letter: String

    /// The id of the heading, where it isn't the letter's own.
    let anchor: String?
    var names: [Name]

    static let fields: [TemplateField<Self>] = [
      .text("letter") { $0.letter },
      .text("anchor") { $0.anchor ?? ($0.letter == "#" ? "other" : $0.letter.lowercased()) },
      .list("names") { $0.names },
    ]
  }

  /// One model.
  struct Name: TemplateModel {
    let text: String
    let repository: String
    let href: String
    let isDeprecated: Bool

    static let fields: [TemplateField<Self>] = [
      .text("text") { $0.text },
      .text("repository") { $0.repository },
      .text("href") { $0.href },
      .flag("deprecated") { $0.isDeprecated },
    ]
  }
}
