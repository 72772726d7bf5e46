import Mustache

/// The list of labels, then the pages of each.
struct LabelPages: PageGroup {
  static var models: [any PageModel.Type] { [LabelListPage.self, LabelPage.self] }

  private let context: SiteContext
  private let labels: [LabelIndex.Entry]

  init(_ context: SiteContext) {
    self.context = context
    labels = LabelIndex(context.models).labels
  }

  var units: Int { 1 + labels.count }

  func files(unit: Int) -> [OutputFile] {
    guard unit > 0 else { return [context.file(LabelListPage(labels, in: context))] }
    let label = labels[unit - 1]
    let paging = Paging(count: label.models.count)
    return (1...paging.pages).map { context.file(LabelPage(label, page: $0, in: context)) }
  }
}

/// What the list of labels shows, and the types of models below it.
struct LabelListPage: PageModel {
  static let template = "labels"

  let shell: PageShell
  let labels: [Facet.Item]
  let types: [TypeSection]

  init(_ labels: [LabelIndex.Entry], in context: SiteContext) {
    let path = context.addresses.labels
    let link = SiteLinker(page: path)
    shell = PageShell(
      site: context.shell, path: path, heading: "Labels",
      document: context.addresses.indexDocument)
    self.labels = labels.map {
      Facet.Item(
        text: LabelIndex.text(of: $0.name), count: CountText.digits($0.models.count),
        href: link(context.addresses.label($0.name)))
    }
    types = TypeIndex(context.models).types.map { TypeSection($0, in: context, link: link) }
  }

  static let fields: [TemplateField<Self>] = [
    .record("shell") { $0.shell },
    .list("labels") { $0.labels },
    .flag("has_types") { !$0.types.isEmpty },
    .list("types") { $0.types },
  ]
}

/// The models of one type.
struct TypeSection: TemplateModel {
  let anchor: String
  let title: String
  let count: String
  let models: [ModelLink]

  /// How many are left out.
  let moreCount: Int
  let allHref: String

  private static let limit = 100

  init(_ type: TypeIndex.Entry, in context: SiteContext, link: SiteLinker) {
    anchor = type.anchor
    title = SiteText.singleLine(type.name)
    count = CountText.digits(type.models.count)
    models = type.models.prefix(Self.limit).map { ModelLink($0, in: context, link: link) }
    moreCount = max(0, type.models.count - Self.limit)
    allHref = link(context.addresses.names)
  }

  static let fields: [TemplateField<Self>] = [
    .text("anchor") { $0.anchor },
    .text("title") { $0.title },
    .text("count") { $0.count },
    .list("models") { $0.models },
    .text("more") { $0.moreCount > 0 ? CountText.digits($0.moreCount) : nil },
    .text("all_href") { $0.allHref },
  ]
}

/// What the page of one label shows.
struct LabelPage: PageModel {
  static let template = "label"

  let shell: PageShell
  let label: String
  let count: String
  let table: ModelTable?
  let formerModels: [ModelLink]

  init(_ label: LabelIndex.Entry, page: Int, in context: SiteContext) {
    let first = context.addresses.label(label.name)
    let path = context.addresses.page(page, of: first)
    let link = SiteLinker(page: path)
    let models = label.models.latestFirst()
    self.label = LabelIndex.text(of: label.name)
    count = CountText.of(models.count, "model")
    shell = PageShell(
      site: context.shell, path: path, heading: self.label,
      ancestors: [PageShell.Link(text: "Labels", target: context.addresses.labels)],
      document: context.addresses.indexDocument, updated: models.updated)
    table =
      models.isEmpty
      ? nil
      : ModelTable(
        models, page: page, first: first, stages: context.stages(in: models),
        caption: "Models with the label \(self.label)", showsRepository: true, in: context,
        link: link)
    formerModels = label.formerModels.map { ModelLink($0, in: context, link: link) }
  }

  static let fields: [TemplateField<Self>] = [
    .record("shell") { $0.shell },
    .text("label") { $0.label },
    .text("count") { $0.count },
    .record("table") { $0.table },
    .flag("has_former") { !$0.formerModels.isEmpty },
    .list("former") { $0.formerModels },
  ]
}
