import Records
import Formats
import GitStore
import Registry

/// What tags and annotations say of versions.
enum ComparedFacts {
  private typealias Fact = (name: String, value: String)

  /// So many further values of an annotation are compared.
  private static let customLimit = 100

  static func section(
    of columns: [ComparedVersion], baseline: Int, _ settings: SiteSettings
  )
    -> ComparedSection
  {
    let facts = columns.map { self.facts(of: $0, settings) }
    var names: [String] = []
    var seen: Set<String> = []
    for fact in facts.joined() where seen.insert(fact.name).inserted { names.append(fact.name) }
    let values = facts.map { list in
      Dictionary(
        list.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
    let rows = names.map { name in
      ComparedRow(
        label: name, cells: values.map { ComparedCell($0[name].map(LoggedValue.text)) },
        baseline: baseline, isNumeric: false, keepsTypes: true)
    }
    return ComparedSection(
      kind: .facts, groups: rows.isEmpty ? [] : [ComparedSection.Group(file: nil, rows: rows)])
  }

  private static func facts(of column: ComparedVersion, _ settings: SiteSettings) -> [Fact] {
    let version = column.version
    let registration = version.registration
    let author = (registration?.tagger).flatMap { PersonText($0, policy: settings.authors) }
    let annotation = version.annotation
    let labels = annotation.map { $0.labels.joined(separator: ", ") } ?? ""
    let stages = column.stages.joined(separator: ", ")
    let own: [(String, String?)] = [
      ("stages", stages.isEmpty ? nil : stages),
      ("registered", registration.map { String($0.time.utc.prefix(10)) }),
      ("registered by", author?.name),
      ("message", registration?.note.map { SiteText.singleLine($0, limit: 500) }),
      ("status", version.isActive ? "active" : "deregistered"),
      ("commit", version.commit.short),
      ("description", annotation?.description),
      ("labels", labels.isEmpty ? nil : labels),
      ("type", annotation?.type),
      ("path", annotation?.path),
      ("size", version.records.contents?.size.map { CountText.of($0, "byte") }),
      ("card", version.card?.path),
    ]
    let custom = CustomValues.lines(of: annotation?.custom).prefix(customLimit)
      .map { line -> (String, String?) in ("custom: \(line.key)", line.value) }
    return (own + custom).compactMap { name, value in
      value.map {
        (SiteText.singleLine(name, limit: 200), SiteText.shown(PublicAddress.cleaned($0)))
      }
    }
  }
}
