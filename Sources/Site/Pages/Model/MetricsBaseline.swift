import Mustache
import Registry

/// The versions that a version's metrics and params are compared with.
struct MetricsBaselines: Sendable {
  /// One of them.
  struct Baseline: TemplateModel {
    let place: Int

    /// As hidden words name it.
    let name: String

    /// `Since`, or `Against prod`.
    let words: String
    let version: VersionLink

    /// What else it is, behind its name.
    let remark: String?

    static let fields: [TemplateField<Self>] = [
      .text("words") { $0.words },
      .record("version") { $0.version },
      .text("remark") { $0.remark },
    ]
  }

  private(set) var all: [Baseline] = []

  /// The place of the active version below.
  let earlier: Int?

  /// What there is to say of the production-like stage where it has no column.
  private(set) var production: String?

  init(at index: Int, in scope: ModelScope, link: SiteLinker) {
    let artifact = scope.artifact
    let baseline = { (place: Int, words: String, remark: String?) in
      let name = artifact.versions[place].name
      return Baseline(
        place: place, name: SiteText.shown(name), words: words,
        version: VersionLink(name, in: scope, link: link), remark: remark)
    }
    earlier = scope.previousPlace(of: index)
    let holding = scope.holdings.first { scope.context.stage($0.stage)?.isProduction == true }
    let stage = holding.map { scope.context.title(of: $0.stage) } ?? ""
    let holder = holding.flatMap { scope.records.place(ofVersion: $0.holder.version) }
    if let earlier {
      all.append(baseline(earlier, "Since", holder == earlier ? "(\(stage))" : nil))
    }
    guard let holding else { return }
    if let holder, holder != earlier, holder != index {
      all.append(baseline(holder, "Against \(stage)", nil))
    } else if holder == index {
      production = "This version itself holds \(stage)."
    } else if holder == nil {
      let commit = holding.holder.version.prefix(7)
      production = "\(stage) is held by \(commit), a commit without a version to compare with."
    }
  }
}
