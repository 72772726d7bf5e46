import Mustache
import Registry

/// A stage, or the version that holds it, in the stage's colours.
struct StageBadge: TemplateModel {
  let style: BadgeStyle

  /// What stands on it.
  let text: String

  /// What it says besides to those who don't see its colours.
  var hidden = ""

  /// Nothing for a badge that leads nowhere.
  let href: String?

  static let fields: [TemplateField<Self>] = [
    .text("style") { $0.style.name },
    .text("text") { $0.text },
    .text("hidden") { $0.hidden },
    .text("title") { $0.text.utf8.count > 24 ? $0.text : nil },
    .text("href") { $0.href },
    .markup("mark") { $0.style.inlineMark },
  ]
}

extension BadgeStyle {
  /// The mark as a drawing within a line of text.
  var inlineMark: [UInt8] {
    Array(
      "<svg class=\"mark\" viewBox=\"0 0 10 10\" width=\"10\" height=\"10\" aria-hidden=\"true\">"
        .utf8) + Array(mark(x: 5, y: 5).utf8) + Array("</svg>".utf8)
  }
}

extension SiteContext {
  /// The badge of a stage, which leads to the stage's page.
  func badge(stage: String, link: SiteLinker) -> StageBadge {
    StageBadge(
      style: self.style(of: stage), text: title(of: stage),
      href: link(addresses.stage(stage)))
  }

  /// The badge of the version that holds a stage, which leads to the version's page.
  ///
  /// A commit without a version has no page; its badge shows the short id.
  func badge(holder: StageHolder, of model: ModelReference, link: SiteLinker) -> StageBadge {
    StageBadge(
      style: self.style(of: holder.stage),
      text: holder.isRegistered ? SiteText.shown(holder.version) : String(holder.version.prefix(7)),
      hidden: title(of: holder.stage) + (holder.isRegistered ? "" : ", unregistered commit"),
      href: holder.isRegistered
        ? versionPath(holder.version, of: model).map(link.callAsFunction) : nil)
  }

  /// The page of a version by its name; nothing for a name that isn't one of the model's versions.
  func versionPath(_ name: String, of model: ModelReference) -> SitePath? {
    model.artifact.versions.first { $0.name == name }
      .map { addresses.version($0, of: model.artifact, in: model.repository) }
  }
}
