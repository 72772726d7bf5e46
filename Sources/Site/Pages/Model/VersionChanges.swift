import GitStore
import Mustache
import Registry

/// What the annotation says otherwise than at the version before.
struct VersionChanges: TemplateModel {
  let previous: VersionLink?
  let rows: [ChangeRow]

  /// What stands in place of the rows where there are none.
  let summary: String

  /// What changed in the whole repository, on the forge.
  let comparisonHref: String?

  init(at index: Int, in scope: ModelScope, link: SiteLinker) {
    let version = scope.artifact.versions[index]
    guard let earlier = scope.previous(of: index) else {
      (previous, rows, comparisonHref) = (nil, [], nil)
      summary = "There is no earlier version to compare with."
      return
    }
    previous = VersionLink(earlier.name, in: scope, link: link)
    rows = AnnotationChange.all(from: earlier.annotation, to: version.annotation)
      .map(ChangeRow.init)
    summary =
      version.annotation == nil && earlier.annotation == nil
      ? "Neither version has an annotation." : "The annotation is the same."
    comparisonHref =
      version.commit == earlier.commit
      ? nil : scope.forge?.comparison(from: earlier.commit.hex, to: version.commit.hex)
  }

  static let fields: [TemplateField<Self>] = [
    .record("previous") { $0.previous },
    .flag("any") { !$0.rows.isEmpty },
    .list("rows") { $0.rows },
    .text("summary") { $0.summary },
    .text("comparison_href") { $0.comparisonHref },
  ]
}

/// A fact that differs between two versions.
struct ChangeRow: TemplateModel {
  let fact: String
  let before: String?
  let after: String?

  init(_ change: AnnotationChange) {
    fact = SiteText.singleLine(change.fact)
    before = change.before.map { SiteText.shown(PublicAddress.cleaned($0)) }
    after = change.after.map { SiteText.shown(PublicAddress.cleaned($0)) }
  }

  static let fields: [TemplateField<Self>] = [
    .text("fact") { $0.fact },
    .text("before") { $0.before },
    .text("after") { $0.after },
  ]
}
