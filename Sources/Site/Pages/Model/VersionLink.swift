import GitStore
import Mustache
import Registry

/// A version's name that leads to its page, or the short id of a commit without one.
struct VersionLink: TemplateModel {
  let text: String

  /// Nothing for a commit.
  let href: String?

  /// Leads to the version's page, or to the element with the id `anchor` on it.
  init(_ name: String, in scope: ModelScope, link: SiteLinker, anchor: String? = nil) {
    let page = scope.page(ofVersion: name)
    text = page == nil ? String(name.prefix(7)) : SiteText.shown(name)
    href = page.map { link($0) + (anchor.map { "#\($0)" } ?? "") }
  }

  static let fields: [TemplateField<Self>] = [
    .text("text") { $0.text },
    .text("href") { $0.href },
  ]
}

/// A commit by its short id, with its page on the forge.
struct CommitLink: TemplateModel {
  let text: String
  let full: String

  /// Nothing where the forge isn't known.
  let href: String?

  init(_ commit: ObjectID, in scope: ModelScope) {
    text = commit.short
    full = commit.hex
    href = scope.forge?.commit(commit.hex)
  }

  static let fields: [TemplateField<Self>] = [
    .text("text") { $0.text },
    .text("full") { $0.full },
    .text("href") { $0.href },
  ]
}

/// A label that leads to its page.
struct LabelLink: TemplateModel {
  let text: String
  let href: String

  /// The labels of an annotation, each once.
  static func all(of annotation: Annotation?, in scope: ModelScope, link: SiteLinker) -> [LabelLink]
  {
    var seen = Set<String>()
    return (annotation?.labels ?? []).filter { seen.insert($0).inserted }.map { label in
      LabelLink(text: LabelIndex.text(of: label), href: link(scope.addresses.label(label)))
    }
  }

  static let fields: [TemplateField<Self>] = [
    .text("text") { $0.text },
    .text("href") { $0.href },
  ]
}
