import GitStore
import Mustache
import Registry

/// An event in words: "Ann registered v1.2.0 of churn".
struct EventRow: TemplateModel {
  let kind: RegistryEvent.Kind
  let person: PersonText?
  let time: TimeText
  let stage: StageBadge?
  let version: String?
  let versionHref: String?
  let model: String
  let modelHref: String
  let repository: String
  let repositoryHref: String
  let tag: String
  let tagHref: String?
  let commit: String
  let commitHref: String?
  /// What a person wrote; empty where there are only GTO's own words.
  let message: String

  /// The form of a signature that nobody has checked.
  let signature: String?

  init(
    _ event: RegistryEvent, of reference: ModelReference, in context: SiteContext, link: SiteLinker
  ) {
    let forge = context.forge(of: reference.repository)
    let page = event.version.flatMap { context.versionPath($0, of: reference) }
    kind = event.kind
    person = PersonText(event.tagger, policy: context.settings.authors)
    time = TimeText(event.time)
    stage = event.stage.map { context.badge(stage: $0, link: link) }
    // What has no page is a commit's id.
    version = event.version.map { page == nil ? String($0.prefix(7)) : SiteText.shown($0) }
    versionHref = page.map(link.callAsFunction)
    model = SiteText.shown(reference.artifact.name)
    modelHref = link(context.addresses.model(reference.artifact, in: reference.repository))
    repository = SiteText.shown(reference.repository.id)
    repositoryHref = link(context.addresses.repository(reference.repository))
    tag = SiteText.singleLine(event.tag)
    tagHref = forge?.tag(event.tag)
    commit = event.commit.short
    commitHref = forge?.commit(event.commit.hex)
    message = SiteText.shown(event.note ?? "")
    signature = event.signature?.title
  }

  static let fields: [TemplateField<Self>] = [
    .text("kind") { $0.kind.name },
    .record("person") { $0.person },
    .text("verb") { $0.kind.verb },
    .text("preposition") { $0.kind.preposition },
    .record("time") { $0.time },
    .record("stage") { $0.stage },
    .text("version") { $0.version },
    .text("version_href") { $0.versionHref },
    .text("model") { $0.model },
    .text("model_href") { $0.modelHref },
    .text("repository") { $0.repository },
    .text("repository_href") { $0.repositoryHref },
    .text("tag") { $0.tag },
    .text("tag_href") { $0.tagHref },
    .text("commit") { $0.commit },
    .text("commit_href") { $0.commitHref },
    .text("message") { $0.message },
    .text("signature") { $0.signature },
  ]
}
