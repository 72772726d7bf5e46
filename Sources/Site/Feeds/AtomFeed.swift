import GitStore
import Registry

/// A feed of events as Atom has it (RFC 4287).
struct AtomFeed {
  /// The site's address with a slash at its end.
  let baseURL: String
  let path: SitePath
  let title: String

  /// The page that shows the same.
  let page: SitePath
  let authors: AuthorPolicy

  /// How many events it holds; the newest ones.
  static let limit = 100

  private func address(_ path: SitePath) -> String { baseURL + path.encoded }

  /// The feed of these events, the newest first.
  func file(_ events: some Sequence<EventReference>, in context: SiteContext) -> OutputFile {
    let shown = Array(events.prefix(Self.limit))
    var xml = XMLText()
    xml.line("<?xml version=\"1.0\" encoding=\"utf-8\"?>")
    xml.line("<feed xmlns=\"http://www.w3.org/2005/Atom\">")
    xml.element("title", title)
    xml.element("id", address(path))
    xml.element("updated", (shown.first?.event.time ?? GitTime(seconds: 0)).utc)
    xml.link("self", type: "application/atom+xml", address(path))
    xml.link("alternate", type: "text/html", address(page))
    xml.person(context.settings.title)
    var seen: Set<String> = []
    for event in shown { entry(event, in: context, &xml, &seen) }
    xml.line("</feed>")
    return OutputFile(path: path.text, bytes: xml.bytes)
  }

  private func entry(
    _ reference: EventReference, in context: SiteContext, _ xml: inout XMLText,
    _ seen: inout Set<String>
  ) {
    let (event, model) = (reference.event, reference.model)
    let history = address(context.addresses.history(of: model.artifact, in: model.repository))
    let id = "\(history)#\(SitePath(text: event.tag).encoded)"
    // Two refs may hold one tag object's name; a feed must not hold an id twice.
    guard seen.insert(id).inserted else { return }
    let page =
      event.version.flatMap { context.versionPath($0, of: model) }
      ?? context.addresses.model(model.artifact, in: model.repository)
    xml.line("<entry>")
    xml.element("title", Self.title(of: event, of: model, in: context))
    xml.element("id", id)
    xml.element("updated", event.time.utc)
    xml.link("alternate", type: "text/html", address(page))
    if let person = PersonText(event.tagger, policy: authors) { xml.person(person.name) }
    if let note = event.note { xml.content(SiteText.shown(note)) }
    xml.line("</entry>")
  }

  /// `churn: prod assigned to v1.2.0`.
  private static func title(
    of event: RegistryEvent, of model: ModelReference, in context: SiteContext
  ) -> String {
    let version = event.version.map { ObjectID($0) == nil ? $0 : String($0.prefix(7)) }
    let words: [String?] =
      [event.stage.map(context.title), event.kind.verb, event.kind.preposition]
      + [event.stage == nil ? nil : version]
    let subject = event.stage == nil ? version.map { "\($0) " } ?? "" : ""
    return "\(model.repository.id)/\(event.artifact): "
      + subject + words.compactMap(\.self).joined(separator: " ")
  }
}

/// Writes XML.
struct XMLText {
  private(set) var bytes: [UInt8] = []

  mutating func line(_ text: String) { bytes += Array("\(text)\n".utf8) }

  mutating func element(_ name: String, _ text: String) {
    line("<\(name)>\(Self.escaped(SiteText.singleLine(text)))</\(name)>")
  }

  mutating func link(_ relation: String, type: String, _ address: String) {
    line("<link rel=\"\(relation)\" type=\"\(type)\" href=\"\(Self.escaped(address))\"/>")
  }

  mutating func person(_ name: String) {
    line("<author><name>\(Self.escaped(SiteText.singleLine(name)))</name></author>")
  }

  mutating func content(_ text: String) {
    line("<content type=\"text\">\(Self.escaped(text))</content>")
  }

  /// The text without marks of XML and without characters that XML has no place for.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
