import GitStore
import Mustache
import Registry

/// What stands beside a model: where it is, how it began, and what scripts and READMEs use.
struct ModelFacts: TemplateModel {
  let repository: String
  let repositoryHref: String
  let forgeHref: String?
  let path: ArtifactPath?
  let file: String?
  let fileHref: String?
  let latest: VersionLink?
  let versions: String
  let first: TimeText?
  let last: TimeText?
  let badges: [BadgeLine]
  let documents: [DocumentLink]

  /// Whether the badges' addresses need the site's own in front.
  let needsAddress: Bool

  init(_ scope: ModelScope, link: SiteLinker) {
    let (artifact, repository) = (scope.artifact, scope.repository)
    let annotation = artifact.annotation
    let commit = artifact.latest?.annotation == nil ? repository.head : artifact.latest?.commit
    let gone = artifact.versions.count { !$0.isActive }
    self.repository = SiteText.shown(repository.id)
    repositoryHref = link(scope.addresses.repository(repository))
    forgeHref = scope.forge?.home
    path = ArtifactPath(annotation, at: commit, in: scope)
    file = annotation.map { SiteText.singleLine($0.file) }
    fileHref = annotation.flatMap { annotation in
      commit.flatMap { scope.forge?.file(annotation.file, at: $0.hex) }
    }
    latest = artifact.latest.map { VersionLink($0.name, in: scope, link: link) }
    versions =
      CountText.digits(artifact.versions.count)
      + (gone > 0 ? ", \(CountText.digits(gone)) of them deregistered" : "")
    first = artifact.events.last { $0.kind == .registration }.map { TimeText($0.time) }
    last = artifact.events.first.map { TimeText($0.time) }
    badges = BadgeLine.all(in: scope, link: link)
    documents = DocumentLink.all(of: scope, link: link)
    needsAddress = scope.context.settings.baseURL == nil
  }

  static let fields: [TemplateField<Self>] = [
    .text("repository") { $0.repository },
    .text("repository_href") { $0.repositoryHref },
    .text("forge_href") { $0.forgeHref },
    .text("forge") { $0.forgeHref?.drop { $0 != "/" }.drop { $0 == "/" }.description },
    .record("path") { $0.path },
    .text("file") { $0.file },
    .text("file_href") { $0.fileHref },
    .record("latest") { $0.latest },
    .text("versions") { $0.versions },
    .record("first") { $0.first },
    .record("last") { $0.last },
    .list("badges") { $0.badges },
    .list("documents") { $0.documents },
    .flag("needs_address") { $0.needsAddress },
  ]
}

/// A badge with the line of Markdown that shows it in a README.
struct BadgeLine: TemplateModel {
  let title: String
  let src: String
  let command: String

  /// The latest version's badge and one for every stage that the model was ever given.
  static func all(in scope: ModelScope, link: SiteLinker) -> [BadgeLine] {
    let (artifact, repository) = (scope.artifact, scope.repository)
    let stages = artifact.stagesEverGiven.map { stage in
      (stage, scope.addresses.stageBadge(stage, of: artifact, in: repository))
    }
    let latest = ("latest", scope.addresses.latestBadge(of: artifact, in: repository))
    let base = scope.context.settings.baseURL ?? ""
    return ([latest] + stages).map { name, path in
      let title = "\(artifact.name) \(name)"
      return BadgeLine(
        title: title, src: link(path),
        command: "[![\(title)](\(base)\(path.encoded))](\(base)\(scope.path.encoded))")
    }
  }

  static let fields: [TemplateField<Self>] = [
    .text("title") { $0.title },
    .text("src") { $0.src },
    .text("command") { $0.command },
  ]
}

/// A document for scripts.
struct DocumentLink: TemplateModel {
  let text: String
  let href: String

  static func all(of scope: ModelScope, link: SiteLinker) -> [DocumentLink] {
    let (artifact, repository) = (scope.artifact, scope.repository)
    let addresses = scope.addresses
    let latest = [
      addresses.latestDocument(of: artifact, in: repository),
      addresses.latestText(of: artifact, in: repository),
    ]
    let always = [
      addresses.modelDocument(of: artifact, in: repository),
      addresses.timelineDocument(of: artifact, in: repository),
    ]
    return (always + (artifact.latest == nil ? [] : latest)).map { path in
      let name = path.text.split(separator: "/").last.map(String.init)
      return DocumentLink(text: name ?? path.text, href: link(path))
    }
  }

  static let fields: [TemplateField<Self>] = [
    .text("text") { $0.text },
    .text("href") { $0.href },
  ]
}
