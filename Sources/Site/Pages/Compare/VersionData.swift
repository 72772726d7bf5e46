import Cards
import Digests
import Formats
import Records
import Registry

/// What the page for any choice of versions knows of one version: a script, since browsers fetch nothing
/// for a page that was opened as a file (`index.md`, `data.js`).
///
/// It holds nothing that changes when something happens to another version. What comes from a repository
/// stands only in values, never in keys.
struct VersionData {
  let place: Int
  let scope: ModelScope

  /// Longer texts are cut.
  private static let textLimit = 500

  /// The form of the data.
  private static let form = 1

  func bytes() throws(SpoolError) -> [UInt8] {
    let plots = try VersionPlotData.all(of: scope.artifact.versions[place], in: scope)
    let version = scope.artifact.versions[place]
    var json = JSONWriter(style: .script)
    json.object { json in
      json.member("form", Self.form)
      json.member("folder", folder)
      json.member("model", SiteText.singleLine(scope.artifact.name, limit: Self.textLimit))
      json.member("repository", SiteText.singleLine(scope.repository.id, limit: Self.textLimit))
      json.member("version", SiteText.singleLine(version.name, limit: Self.textLimit))
      json.member("metrics") { records(scope.records.metrics, scope.records.traits, &$0) }
      json.member("params") { records(scope.records.params, nil, &$0) }
      json.member("inputs") { files(ComparedFiles.inputs(of: [version], baseline: 0), &$0) }
      json.member("outputs") { files(ComparedFiles.outputs(of: [version], baseline: 0), &$0) }
      json.member("facts") { facts(of: version, &$0) }
      json.member("plots") { $0.array(plots) { $1.write(to: &$0) } }
    }
    return Array("vitrine(".utf8) + json.finished().dropLast() + Array(");\n".utf8)
  }

  /// The version's folder below `models`.
  private var folder: String {
    let slug = scope.addresses.slug(
      of: scope.artifact.versions[place], of: scope.artifact, in: scope.repository)
    return "\(scope.addresses.folder(of: scope.artifact, in: scope.repository))/\(slug)"
  }

  /// `files` are pairs of a path and whether it is the artifact's own; a row is the place of its file,
  /// its key, its kind and its value, and of a metric its direction, whether that is assumed, its unit,
  /// whether it is a percentage, and its title.
  private func records(
    _ book: RecordBook, _ traits: [MetricTraits]?, _ json: inout JSONWriter
  ) {
    let sheet = book.sheets[place]
    json.object { json in
      json.member("files") { json in
        json.array(sheet.files) { json, file in
          json.pair(SiteText.singleLine(book.identities.files[file.number], limit: 500), file.isOwn)
        }
      }
      json.member("unavailable") { json in
        json.array(sheet.unavailable) { json, record in
          json.pair(SiteText.singleLine(record.path, limit: 500), record.isOwn)
        }
      }
      let shown = sheet.entries.filter { traits?[$0.number].isHidden != true }
      json.member("rows") { json in
        json.array(shown) { json, entry in
          var texts = [
            String(entry.file), book.identities.labels[entry.number], entry.value.kindLetter,
            text(of: entry.value),
          ]
          if let traits = traits?[entry.number] { texts += traits.columns }
          json.array(texts) { $0.string($1) }
        }
      }
    }
  }

  private func text(of value: LoggedValue) -> String {
    if let number = value.number { return String(number.text.utf8.prefix(400)) ?? "" }
    let text = ValueText.text(of: value, limit: 10_000)
    return ValueText.cut(text, to: Self.textLimit) ?? text
  }

  private func files(_ section: ComparedSection, _ json: inout JSONWriter) {
    json.array(section.rows) { json, row in
      let hash = row.cells.first?.hash
      json.array([row.label, hash?.algorithm.title ?? "", row.cells.first?.raw ?? ""]) {
        $0.string($1)
      }
    }
  }

  private func facts(of version: Version, _ json: inout JSONWriter) {
    let column = ComparedVersion(
      version, of: scope.artifact, in: scope.repository, stages: [])
    let section = ComparedFacts.section(
      of: [column], baseline: 0, scope.context.settings)
    var facts = section.rows.map { [$0.label, $0.cells.first?.raw ?? ""] }
    if let card = version.card {
      facts.append(["text of the card", SHA256(card.identity).hex(digits: 12)])
    }
    json.array(facts) { json, fact in
      json.array(fact) { json, text in
        json.string(ValueText.cut(text, to: Self.textLimit) ?? text)
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func pair(_ text: String, _ flag: Bool) {
    array([text, flag ? "1" : ""]) { $0.string($1) }
  }
}

extension MetricTraits {
  /// What the page's script needs to know, as texts.
  fileprivate var columns: [String] {
    [
      direction.map { $0 == .higher ? "higher" : "lower" } ?? "", isAssumed ? "1" : "",
      unit.map { SiteText.singleLine($0, limit: 40) } ?? "", isPercent ? "1" : "",
      title.map { SiteText.singleLine($0, limit: 200) } ?? "",
    ]
  }
}

extension LoggedValue {
  /// A letter for the kind of thing it is; `m` for a number that the file has as text.
  fileprivate var kindLetter: String {
    switch self {
    case .number(let number): number.isText ? "m" : "n"
    case .text: "t"
    case .bool: "b"
    case .date: "d"
    case .list, .map: "l"
    case .null: "z"
    }
  }
}
