import GitStore

/// Finds what is odd about a repository as a whole (`bad-input.md`, group G).
struct CloneProblems {
  private(set) var diagnostics: [Diagnostic] = []
  private let id: String
  private let references: [GitReference]

  /// - Parameter references: all that were listed, also those that a limit leaves out.
  init(
    _ repository: GitRepository, _ configuration: GitConfiguration, references: [GitReference],
    id: String
  ) {
    self.id = id
    self.references = references
    if repository.isShallow { tellShallow() }
    if configuration.isPartialClone { tellPartial() }
    if repository.hasGrafts || references.contains(where: { $0.name.hasPrefix("refs/replace/") }) {
      tell(
        "G022", .note, "the repository replaces objects by others, or grafts its history",
        consequence: "ignored: the site shows the true objects",
        help: "nothing, or rewrite the history for good and tag it anew")
    }
    if repository.borrowsObjects {
      tell(
        "G023", .warning, "the repository borrows objects of another one (objects/info/alternates)",
        consequence: "read as long as the other one is there",
        help: "git repack -a -d, then delete objects/info/alternates")
    }
  }

  /// Tells of refs that are left out for their number.
  mutating func checkCount(limit: Int) {
    guard references.count > limit else { return }
    tell(
      "G028", .error, "the repository has \(references.count) refs, and \(limit) are read at most",
      consequence: "the rest, in the order of their names, is left out",
      help: "raise limits.references in vitrine.yaml, or delete refs that nobody needs")
  }

  /// Tells of refs that are no longer as they were when reading began.
  mutating func checkSame(_ now: [GitReference]) {
    guard now != references else { return }
    tell(
      "G027", .note, "refs changed during the build",
      consequence: "the site shows them as they were when it began", help: "build again")
  }

  private mutating func tellShallow() {
    tell(
      "G005", .error, "the clone is shallow: tags and commits may be missing",
      consequence: "the site shows what is there",
      help: "in CI, fetch everything: fetch-depth: 0 (GitHub), GIT_DEPTH: 0 (GitLab); "
        + "by hand: git fetch --unshallow --tags")
  }

  private mutating func tellPartial() {
    tell(
      "G006", .warning, "the clone is partial: some objects are only on the server",
      consequence: "what they hold is left out; nothing is fetched",
      help: "clone without --filter; in CI with fetch-depth: 0 (GitHub), GIT_DEPTH: 0 (GitLab)")
  }

  private mutating func tell(
    _ code: String, _ severity: Diagnostic.Severity, _ problem: String, consequence: String,
    help: String
  ) {
    diagnostics.append(
      Diagnostic(
        code, severity, at: DiagnosticPlace(repository: id), problem: problem,
        consequence: consequence, help: help))
  }
}
