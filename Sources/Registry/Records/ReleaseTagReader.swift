import GitStore
import Records

/// Makes registrations of plain release tags (`cli.md`, `versions`).
struct ReleaseTagReader {
  let repository: String
  let settings: ReleaseTags
  private(set) var tags: [RegistryTag] = []

  /// The commit behind each tagged object.
  private(set) var commits: [ObjectID: ObjectID] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(repository: String, settings: ReleaseTags) {
    self.repository = repository
    self.settings = settings
  }

  /// A ref that fits the pattern, and the version that it means.
  private struct Release {
    let refName: String
    let id: ObjectID
    let version: String
  }

  /// What stands behind a ref.
  private enum Target {
    case tag(TagObject)
    case commit(CommitObject)
  }

  /// Reads the tags among `references` that fit and are none of GTO's.
  mutating func read(
    _ references: [GitReference], _ objects: inout ObjectReader
  ) async throws(GitError) {
    let releases = self.releases(references)
    var targets: [(release: Release, target: Target)] = []
    var refused: [(refName: String, problem: String)] = []
    try await objects.contents(of: releases.map(\.id)) { index, answer, bytes in
      let release = releases[index]
      switch answer {
      case .missing: refused.append((release.refName, "its object is not in the repository"))
      case .found(.tag, _):
        if let tag = TagObject(parsing: bytes) { return targets.append((release, .tag(tag))) }
        refused.append((release.refName, "its tag object is damaged"))
      case .found(.commit, _):
        if let commit = CommitObject(parsing: bytes) {
          return targets.append((release, .commit(commit)))
        }
        refused.append((release.refName, "its commit is damaged"))
      case .found(let kind, _):
        refused.append((release.refName, "it points at a \(kind.rawValue), not at a commit"))
      }
    }
    for (refName, problem) in refused { refuse(refName, problem) }
    var tagged: [(id: ObjectID, kind: ObjectKind)] = []
    for (_, target) in targets {
      if case .tag(let tag) = target { tagged.append((tag.target, tag.targetKind)) }
    }
    let peeled = try await TagPeeling.peel(tagged, &objects)
    for (release, target) in targets { take(release, target, peeled) }
  }

  private mutating func releases(_ references: [GitReference]) -> [Release] {
    let glob = Glob(settings.pattern)
    var releases: [Release] = []
    for reference in references where reference.name.hasPrefix("refs/tags/") {
      let name = String(reference.name.dropFirst("refs/tags/".count))
      guard glob.matches(name), TagName(parsing: name) == nil else { continue }
      if let version = SemanticVersion.releaseVersion(inTag: name) {
        releases.append(Release(refName: name, id: reference.id, version: version))
      } else {
        refuse(name, "it fits “\(settings.pattern)” and holds no version such as 1.2.3")
      }
    }
    return releases
  }

  private mutating func take(
    _ release: Release, _ target: Target, _ peeled: [ObjectID: TagPeeling.Target]
  ) {
    switch target {
    case .tag(let tag):
      guard let commit = peeled[tag.target]?.commit else {
        return refuse(release.refName, "it leads to no commit")
      }
      guard case .success(let tagger) = tag.tagger else {
        return refuse(release.refName, "it does not say who made it when")
      }
      commits[tag.target] = commit
      keep(release, tag.target, tagger, tag.message ?? "", tag.signatureFormat)
    case .commit(let commit):
      guard let committer = commit.committer else {
        return refuse(release.refName, "its commit does not say who made it when")
      }
      commits[release.id] = release.id
      keep(release, release.id, committer, nil, nil)
    }
  }

  private mutating func keep(
    _ release: Release, _ commit: ObjectID, _ tagger: GitIdentity, _ message: String?,
    _ signature: SignatureFormat?
  ) {
    let event = RegistryEvent(
      kind: .registration, artifact: settings.model ?? repository, version: release.version,
      stage: nil, tag: release.refName, commit: commit, tagger: tagger,
      message: (message ?? "").strippedLikePython(), signature: signature,
      isAnnotated: message != nil)
    tags.append(RegistryTag(refName: release.refName, pass: .versions, event: event))
  }

  private mutating func refuse(_ name: String, _ problem: String) {
    diagnostics.append(
      Diagnostic(
        "T001", .warning, at: DiagnosticPlace(repository: repository, tag: name),
        problem: problem, consequence: "it is left out",
        help: "name release tags after a version, or narrow versions: pattern in vitrine.yaml"))
  }
}
