import Mustache
import Registry

/// A model in a table: what `gto show` says of it.
struct ModelRow: TemplateModel {
  let name: String
  let href: String
  let repository: String
  let repositoryHref: String

  /// Nothing for what almost all are: models.
  let type: String?

  /// Nothing for a model in use.
  let status: String?
  let latest: String?
  let latestHref: String?

  /// Where it says what could not be read of the latest version.
  let problemHref: String?
  let cells: [StageCell]
  let updated: TimeText?

  /// The first metric; nothing where the table has no column for it.
  var headline: HeadlineCell?

  init(_ model: ModelReference, stages: [SiteStage], in context: SiteContext, link: SiteLinker) {
    let (artifact, repository) = (model.artifact, model.repository)
    name = SiteText.shown(artifact.name)
    href = link(context.addresses.model(artifact, in: repository))
    self.repository = SiteText.shown(repository.id)
    repositoryHref = link(context.addresses.repository(repository))
    type = artifact.annotation?.type.flatMap { $0 == "model" ? nil : SiteText.singleLine($0) }
    status = artifact.status == .active ? nil : artifact.status.rawValue
    latest = (artifact.latest?.name).map(SiteText.shown)
    latestHref = artifact.latest.map {
      link(context.addresses.version($0, of: artifact, in: repository))
    }
    problemHref = artifact.latest.flatMap { latest in
      context.isIncomplete(latest, of: model) ? link(context.addresses.report) : nil
    }
    cells = stages.map {
      StageCell(artifact.holding(of: $0.name), of: model, in: context, link: link)
    }
    updated = model.lastEvent.map { TimeText($0.time) }
  }

  static let fields: [TemplateField<Self>] = [
    .text("name") { $0.name },
    .text("href") { $0.href },
    .text("repository") { $0.repository },
    .text("repository_href") { $0.repositoryHref },
    .text("type") { $0.type },
    .text("status") { $0.status },
    .text("latest") { $0.latest },
    .text("latest_href") { $0.latestHref },
    .text("problem_href") { $0.problemHref },
    .list("cells") { $0.cells },
    .record("updated") { $0.updated },
    .record("headline") { $0.headline },
  ]
}

/// Who holds one stage of a model: a version in the stage's colours, and who put it there when.
struct StageCell: TemplateModel {
  let badge: StageBadge?
  let person: PersonText?
  let time: TimeText?

  init(
    _ holding: StageHolding?, of model: ModelReference, in context: SiteContext, link: SiteLinker
  ) {
    let holder = holding?.holder
    badge = holder.map { context.badge(holder: $0, of: model, link: link) }
    person = holder.flatMap {
      PersonText($0.assignment.tagger, policy: context.settings.authors)
    }
    time = holder.map { TimeText($0.assignment.time) }
  }

  static let fields: [TemplateField<Self>] = [
    .record("badge") { $0.badge },
    .record("person") { $0.person },
    .record("time") { $0.time },
  ]
}
