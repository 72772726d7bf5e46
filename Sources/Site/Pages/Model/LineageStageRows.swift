import GitStore
import Mustache
import Records

/// A stage of a lineage with the files that it reads and writes.
struct LineageStageRows: TemplateModel {
  let anchor: String

  /// Nothing for an artifact that no stage wrote.
  let name: String?

  /// The file that speaks of it.
  let file: String?
  let fileHref: String?
  let command: String?
  let files: [LineageFileRow]

  /// A command with more characters than this is cut.
  private static let commandLimit = 2_000

  init(_ stage: LineageStage, at index: Int, room: Int, in table: LineageTable) {
    anchor = LineageTable.anchor(index)
    name = SiteText.singleLine(stage.name, limit: 200)
    file = SiteText.singleLine(stage.file)
    fileHref = table.scope.forge?.file(stage.file, at: table.commit.hex)
    command = Self.command(of: stage)
    let inputs = stage.inputs.prefix(room).map { LineageFileRow(input: $0, in: table) }
    let outputs = stage.outputs.prefix(room - inputs.count).map {
      LineageFileRow(output: $0, in: table)
    }
    files = inputs + outputs
  }

  init(tracked artifact: LineageFile, in table: LineageTable) {
    anchor = "lineage-artifact"
    (name, file, fileHref, command) = (nil, nil, nil, nil)
    files = [LineageFileRow(tracked: artifact, in: table)]
  }

  private static func command(of stage: LineageStage) -> String? {
    let text = SiteText.shown(
      PublicAddress.cleanedWords(in: stage.commands.joined(separator: "\n")))
    guard text.utf8.count > commandLimit else { return text.isEmpty ? nil : text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(commandLimit))) + "…"
  }

  static let fields: [TemplateField<Self>] = [
    .text("anchor") { $0.anchor },
    .text("name") { $0.name },
    .text("file") { $0.file },
    .text("file_href") { $0.fileHref },
    .text("command") { $0.command },
    .list("files") { $0.files },
  ]
}

/// A file that a stage reads or writes.
struct LineageFileRow: TemplateModel {
  /// `reads`, `writes`; nothing for an artifact that no stage wrote.
  let role: String?
  let path: String
  let href: String?

  /// What it is, where it is not a single file.
  let kind: String?
  let isArtifact: Bool
  let size: FileSizeText?
  let hashes: [HashText]
  let origin: LineageOriginText?

  /// The stages that read an output, linked.
  let readers: [StageLink]

  init(input: LineageFile, in table: LineageTable) {
    self.init(input, role: "reads", origin: input.origin, readers: [], in: table)
  }

  init(output: LineageFile, in table: LineageTable) {
    let readers = table.readers(of: output.path).prefix(Self.readerLimit)
      .map { StageLink($0, href: table.href(ofStage: $0)) }
    self.init(output, role: "writes", origin: .unknown, readers: readers, in: table)
  }

  init(tracked artifact: LineageFile, in table: LineageTable) {
    self.init(artifact, role: nil, origin: artifact.origin, readers: [], in: table)
  }

  /// So many stages are named that read a file.
  private static let readerLimit = 5

  private init(
    _ file: LineageFile, role: String?, origin: LineageFile.Origin, readers: [StageLink],
    in table: LineageTable
  ) {
    let cleaned = PublicAddress.cleaned(file.path)
    self.role = role
    path = SiteText.singleLine(cleaned)
    href =
      switch (file.kind, file.origin) {
      case (.external, _): SafeLink.web(cleaned)
      case (_, .git): table.scope.forge?.file(file.path, at: table.commit.hex)
      default: nil
      }
    kind =
      switch file.kind {
      case .file: nil
      case .external: "outside the repository"
      case .folder: file.fileCount.map { "folder, \(CountText.of($0, "file"))" } ?? "folder"
      }
    isArtifact = role != "reads" && file.path == table.artifactPath
    size = file.size.map(FileSizeText.init)
    hashes = file.hashes.map(HashText.init)
    self.origin = LineageOriginText(
      origin, at: table.commit, in: table.scope, stageHref: table.href)
    self.readers = readers
  }

  static let fields: [TemplateField<Self>] = [
    .text("role") { $0.role },
    .text("path") { $0.path },
    .text("path_href") { $0.href },
    .text("kind") { $0.kind },
    .flag("is_artifact") { $0.isArtifact },
    .record("size") { $0.size },
    .flag("has_hashes") { !$0.hashes.isEmpty },
    .list("hashes") { $0.hashes },
    .record("origin") { $0.origin },
    .flag("has_readers") { !$0.readers.isEmpty },
    .list("readers") { $0.readers },
  ]
}

/// A stage by its name, with the place of its rows.
struct StageLink: TemplateModel {
  let name: String
  let href: String?

  init(_ name: String, href: String?) {
    self.name = SiteText.singleLine(name, limit: 200)
    self.href = href
  }

  static let fields: [TemplateField<Self>] = [
    .text("name") { $0.name },
    .text("href") { $0.href },
  ]
}
