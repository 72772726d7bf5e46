import Mustache

/// What a server shows for an address that isn't there.
///
/// It may be shown under any address, so that its links need the site's own; without that there is
/// no such page.
struct NotFoundPages: PageGroup {
  static var models: [any PageModel.Type] { [NotFoundPage.self] }

  private let context: SiteContext

  init(_ context: SiteContext) { self.context = context }

  var units: Int { context.settings.baseURL == nil ? 0 : 1 }

  func files(unit: Int) -> [OutputFile] {
    let shell = PageShell(
      site: context.shell, path: context.addresses.notFound, heading: "Page not found",
      baseURL: context.settings.baseURL)
    return [
      context.file(NotFoundPage(shell: shell, namesHref: shell.link(context.addresses.names)))
    ]
  }
}

/// What the page for missing pages shows.
struct NotFoundPage: PageModel {
  static let template = "not-found"

  let shell: PageShell
  let namesHref: String

  static let fields: [TemplateField<Self>] = [
    .record("shell") { $0.shell },
    .text("names_href") { $0.namesHref },
  ]
}
