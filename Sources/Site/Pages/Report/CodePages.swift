import Explanations
import Mustache

/// What the codes of the report mean, on one page.
struct CodePages: PageGroup {
  static var models: [any PageModel.Type] { [CodePage.self] }

  private let context: SiteContext

  init(_ context: SiteContext) { self.context = context }

  var units: Int { 1 }

  func files(unit: Int) -> [OutputFile] {
    let shell = PageShell(
      site: context.shell, path: context.addresses.codes, heading: "What the codes mean",
      ancestors: [PageShell.Link(text: "Build report", target: context.addresses.report)],
      document: context.addresses.indexDocument)
    let rows = Explanation.all.filter { $0.weight != .fine }.map(CodePage.Row.init)
    return [context.file(CodePage(shell: shell, rows: rows))]
  }
}

/// The page of codes.
struct CodePage: PageModel {
  static let template = "codes"

  let shell: PageShell
  let rows: [Row]

  static let fields: [TemplateField<Self>] = [
    .record("shell") { $0.shell },
    .list("rows") { $0.rows },
  ]

  /// A code with its meaning; the code is the anchor.
  struct Row: TemplateModel {
    let explanation: Explanation

    static let fields: [TemplateField<Self>] = [
      .text("code") { $0.explanation.code },
      .text("weight") { $0.explanation.weight.words },
      .text("title") { $0.explanation.title },
      .text("meaning") { $0.explanation.meaning },
      .text("kept") { $0.explanation.kept },
      .text("help") { $0.explanation.help },
    ]
  }
}
