import Mustache
import Records
import Registry

/// What scripts find in the site, and how they get it.
struct DataPages: PageGroup {
  static var models: [any PageModel.Type] { [DataPage.self] }

  private let context: SiteContext

  init(_ context: SiteContext) { self.context = context }

  var units: Int { 1 }

  func files(unit: Int) -> [OutputFile] { [context.file(DataPage(context))] }
}

/// What the page about documents shows.
struct DataPage: PageModel {
  static let template = "data"

  let shell: PageShell
  let documents: [DocumentRow]

  /// The site's address in the lines to copy.
  let base: String
  let stage: String?

  init(_ context: SiteContext) {
    let path = context.addresses.data
    shell = PageShell(
      site: context.shell, path: path, heading: "Data for scripts",
      document: context.addresses.indexDocument)
    documents = DocumentRow.all(in: context, link: SiteLinker(page: path))
    base = context.settings.baseURL ?? "https://models.example.com/"
    let stages = context.stages.filter { $0.modelCount > 0 }
    stage = (stages.first(where: \.isProduction) ?? stages.first)?.name
  }

  /// The stage's name as a string of JSON and of Python; GTO's names need no escapes.
  private var quotedStage: String { SiteText.singleLine(stage ?? "prod") }

  static let fields: [TemplateField<Self>] = [
    .record("shell") { $0.shell },
    .list("documents") { $0.documents },
    .text("base") { $0.base },
    .text("stage") { $0.quotedStage },
  ]
}

/// A document for scripts: where it lies, what it holds, and its schema.
struct DocumentRow: TemplateModel {
  /// The path, with words in angle brackets for what varies.
  let path: String
  let content: String

  /// One that exists.
  let example: String?
  let schema: String?

  static let fields: [TemplateField<Self>] = [
    .text("path") { $0.path },
    .text("content") { $0.content },
    .text("example") { $0.example },
    .text("schema") { $0.schema },
  ]

  /// Every kind of document.
  static func all(in context: SiteContext, link: SiteLinker) -> [DocumentRow] {
    overview(context, link) + model(context, link)
  }

  private static func overview(_ context: SiteContext, _ link: SiteLinker) -> [DocumentRow] {
    let addresses = context.addresses
    return [
      DocumentRow(
        path: "index.json", content: "Repositories, stages, and a small row for every model",
        example: link(addresses.indexDocument), schema: link(addresses.schema("index"))),
      DocumentRow(
        path: "models.txt", content: "A line for each model, and the way to its versions.txt",
        example: link(addresses.modelsText), schema: nil),
      DocumentRow(
        path: "events.ndjson", content: "Every event of every repository, oldest first, one a line",
        example: link(addresses.eventsDocument), schema: link(addresses.schema("event"))),
      DocumentRow(
        path: "events.csv", content: "The same events for spreadsheets",
        example: link(addresses.eventsTable), schema: nil),
      DocumentRow(
        path: "manifest.json", content: "Path, size and SHA-256 of every other document",
        example: link(addresses.manifestDocument), schema: link(addresses.schema("manifest"))),
    ]
  }

  private static func model(_ context: SiteContext, _ link: SiteLinker) -> [DocumentRow] {
    let addresses = context.addresses
    let active = context.models.filter { $0.artifact.status == .active }
    let found = active.first { !$0.artifact.stages.isEmpty } ?? active.first ?? context.models.first
    func row(
      _ file: String, _ content: String, schema: String?,
      _ example: (Artifact, Repository) -> SitePath?
    ) -> DocumentRow {
      DocumentRow(
        path: "models/<repository>/<model>/\(file)", content: content,
        example: found.flatMap { example($0.artifact, $0.repository) }.map(link.callAsFunction),
        schema: schema.map { link(addresses.schema($0)) })
    }
    return [
      row("model.json", "Every version, compact, and who holds which stage", schema: "model") {
        addresses.modelDocument(of: $0, in: $1)
      },
      row("versions/<version>.json", "Everything known of one version", schema: "version") {
        artifact, repository in
        artifact.latest.map { addresses.versionDocument($0, of: artifact, in: repository) }
      },
      row("versions.txt", "A line for each version, and what latest and stages mean", schema: nil) {
        addresses.versionsText(of: $0, in: $1)
      },
      row("versions/<version>.files.txt", "Its files with hash, size and addresses", schema: nil) {
        artifact, repository in
        artifact.latest.map { addresses.listing(of: $0, of: artifact, in: repository) }
      },
      row("versions/<version>.md5", "Lines that md5sum -c takes, if MD5 is known", schema: nil) {
        artifact, repository in
        artifact.latest.flatMap { latest in
          latest.records.contents.map { ChecksumText.covers($0.files) } == true
            ? addresses.checksums(of: latest, of: artifact, in: repository) : nil
        }
      },
      row("latest.json", "The version that “latest” means", schema: "version") {
        $0.latest == nil ? nil : addresses.latestDocument(of: $0, in: $1)
      },
      row("latest.txt", "Its name and a line feed", schema: nil) {
        $0.latest == nil ? nil : addresses.latestText(of: $0, in: $1)
      },
      row("stages/<stage>.json", "The versions that hold a stage, newest first", schema: "stage") {
        artifact, repository in
        artifact.stages.first.map {
          addresses.stageDocument($0.stage, of: artifact, in: repository)
        }
      },
      row("stages/<stage>.txt", "The name of the newest of them and a line feed", schema: nil) {
        artifact, repository in
        artifact.stages.first.map { addresses.stageText($0.stage, of: artifact, in: repository) }
      },
      row("timeline.json", "Who held which stage from when to when", schema: "timeline") {
        addresses.timelineDocument(of: $0, in: $1)
      },
    ]
  }
}
