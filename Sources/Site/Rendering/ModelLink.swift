import Mustache
import Registry

/// A link to a model with the name of its repository.
struct ModelLink: TemplateModel {
  let name: String
  let repository: String
  let href: String
  let isDeprecated: Bool

  init(_ model: ModelReference, in context: SiteContext, link: SiteLinker) {
    name = SiteText.shown(model.artifact.name)
    repository = SiteText.shown(model.repository.id)
    href = link(context.addresses.model(model.artifact, in: model.repository))
    isDeprecated = model.artifact.status == .deprecated
  }

  static let fields: [TemplateField<Self>] = [
    .text("name") { $0.name },
    .text("repository") { $0.repository },
    .text("href") { $0.href },
    .flag("deprecated") { $0.isDeprecated },
  ]
}
