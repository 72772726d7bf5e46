import GitStore
import Mustache
import Records

/// Where a file of a lineage comes from, in words and links.
struct LineageOriginText: TemplateModel, Equatable {
  /// What stands before the name: `imported from`.
  let words: String

  /// The stage, file, repository or address.
  private(set) var name: String?
  private(set) var href: String?

  /// The commit that an import is locked at, shortened, and in full.
  private(set) var revision: String?
  private(set) var fullRevision: String?
  private(set) var revisionHref: String?

  /// What was asked for, and where in the other repository.
  private(set) var details: String?

  /// Nothing where nobody says.
  init?(
    _ origin: LineageFile.Origin, at commit: ObjectID, in scope: ModelScope,
    stageHref: (String) -> String?
  ) {
    switch origin {
    case .unknown: return nil
    case .git: words = "in Git"
    case .stage(let name):
      words = "stage"
      self.name = SiteText.singleLine(name, limit: Self.nameLimit)
      href = stageHref(name)
    case .tracked(let file):
      words = "tracked by"
      name = SiteText.singleLine(file)
      href = scope.forge?.file(file, at: commit.hex)
    case .imported(let repository, let path, let revision, let lockedRevision):
      words = "imported from"
      (name, href) = Self.address(repository)
      takeRevision(lockedRevision, of: path, in: repository)
      details = Self.details(path: path, revision: revision)
    case .downloaded(let address):
      words = "downloaded from"
      (name, href) = Self.address(address)
    }
  }

  private static let nameLimit = 200

  private static func address(_ text: String) -> (String, String?) {
    let cleaned = PublicAddress.cleaned(text)
    return (SiteText.singleLine(cleaned, limit: nameLimit), SafeLink.web(cleaned))
  }

  private mutating func takeRevision(_ locked: String?, of path: String, in repository: String) {
    guard let locked else { return }
    fullRevision = SiteText.singleLine(locked, limit: Self.nameLimit)
    let id = ObjectID(locked)
    revision = id?.short ?? fullRevision
    let forge = ForgeLinks(webURL: repository)
    revisionHref = id.flatMap { path.isEmpty ? forge?.tree($0.hex) : forge?.file(path, at: $0.hex) }
  }

  private static func details(path: String, revision: String?) -> String? {
    let parts = [path.isEmpty ? nil : path, revision.map { "as of \($0)" }].compactMap { $0 }
    return parts.isEmpty
      ? nil : SiteText.singleLine(parts.joined(separator: " "), limit: nameLimit)
  }

  static let fields: [TemplateField<Self>] = [
    .text("words") { $0.words },
    .text("name") { $0.name },
    .text("href") { $0.href },
    .text("revision") { $0.revision },
    .text("full_revision") { $0.fullRevision },
    .text("revision_href") { $0.revisionHref },
    .text("details") { $0.details },
  ]
}
