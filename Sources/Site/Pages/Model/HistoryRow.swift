import Mustache
import Registry

/// An event on a page of its own model: "Ann assigned prod to v1.2.0".
struct HistoryRow: TemplateModel {
  let kind: RegistryEvent.Kind
  let anchor: String

  /// Its place in the history, for pages that show only some events.
  let href: String
  let person: PersonText?
  let time: TimeText
  let stage: StageBadge?
  let version: VersionLink?
  let tag: String
  let tagHref: String?
  let commit: CommitLink
  let note: String?
  let signature: String?

  init(_ index: Int, in scope: ModelScope, link: SiteLinker) {
    let event = scope.artifact.events[index]
    let place = scope.history(ofEvent: index)
    kind = event.kind
    anchor = place.anchor
    href = (place.page == link.page ? "" : link(place.page)) + "#" + place.anchor
    person = scope.person(event.tagger)
    time = TimeText(event.time)
    stage = event.stage.map { scope.context.badge(stage: $0, link: link) }
    version = event.version.map { VersionLink($0, in: scope, link: link) }
    tag = SiteText.singleLine(event.tag)
    tagHref = scope.forge?.tag(event.tag)
    commit = CommitLink(event.commit, in: scope)
    note = event.note.map(SiteText.shown)
    signature = event.signature.map(\.title)
  }

  static let fields: [TemplateField<Self>] = [
    .text("kind") { $0.kind.name },
    .text("anchor") { $0.anchor },
    .text("href") { $0.href },
    .record("person") { $0.person },
    .text("verb") { $0.kind.verb },
    .text("preposition") { $0.kind.preposition },
    .record("time") { $0.time },
    .record("stage") { $0.stage },
    .record("version") { $0.version },
    .text("tag") { $0.tag },
    .text("tag_href") { $0.tagHref },
    .record("commit") { $0.commit },
    .text("note") { $0.note },
    .text("signature") { $0.signature },
  ]
}
