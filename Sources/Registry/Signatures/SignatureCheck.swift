import GitStore

/// Verifies the tags that a team wants signed.
struct SignatureCheck {
  private let settings: SigningSettings
  private let verification: TagVerification
  private let ids: [String: ObjectID]
  private let repository: String

  /// How many tags are verified at a time.
  private static let width = 8

  init(
    _ settings: SigningSettings, _ repository: GitRepository, _ references: [GitReference],
    id: String
  ) {
    self.settings = settings
    self.repository = id
    verification = TagVerification(
      repository, allowedSigners: settings.allowedSigners, keyring: settings.keyring)
    let prefix = "refs/tags/"
    ids = Dictionary(
      references.filter { $0.name.hasPrefix(prefix) }.map {
        (String($0.name.dropFirst(prefix.count)), $0.id)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// A tag that has to be signed, with its place.
  private struct Subject: Sendable {
    let event: RegistryEvent
    let place: DiagnosticPlace
  }

  func diagnostics(of artifacts: [Artifact]) async throws(GitError) -> [Diagnostic] {
    let subjects = artifacts.flatMap(subjects)
    var found: [Diagnostic] = []
    for start in stride(from: 0, to: subjects.count, by: Self.width) {
      let batch = Array(subjects[start..<min(start + Self.width, subjects.count)])
      for (subject, verdict) in zip(batch, try await verdicts(on: batch)) {
        found += diagnostic(verdict, subject).map { [$0] } ?? []
      }
    }
    return found
  }

  private func subjects(of artifact: Artifact) -> [Subject] {
    let registrations =
      settings.versions ? artifact.versions.filter(\.isActive).compactMap(\.registration) : []
    let assignments = artifact.stages.filter {
      settings.stages?.contains($0.stage) ?? true
    }.map(\.holder.assignment)
    return (registrations + assignments).map { event in
      Subject(
        event: event,
        place: DiagnosticPlace(
          repository: repository, tag: event.tag, artifact: artifact.name,
          version: artifact.versions.contains { $0.name == event.version } ? event.version : nil,
          commit: event.commit.hex))
    }
  }

  private func verdicts(on subjects: [Subject]) async throws(GitError) -> [TagVerdict] {
    let outcomes = await withTaskGroup(of: (Int, Result<TagVerdict, GitError>).self) { group in
      for (index, subject) in subjects.enumerated() {
        group.addTask { (index, await verdict(on: subject)) }
      }
      var outcomes: [(Int, Result<TagVerdict, GitError>)] = []
      for await outcome in group { outcomes.append(outcome) }
      return outcomes.sorted { $0.0 < $1.0 }.map(\.1)
    }
    var verdicts: [TagVerdict] = []
    for outcome in outcomes { verdicts.append(try outcome.get()) }
    return verdicts
  }

  /// A tag object that lies under another name vouches for nothing; that was told already.
  private func verdict(on subject: Subject) async -> Result<TagVerdict, GitError> {
    guard subject.event.signature != nil, let id = ids[subject.event.tag] else {
      return .success(.unsigned)
    }
    do throws(GitError) {
      return .success(try await verification.verdict(on: id))
    } catch {
      return .failure(error)
    }
  }

  private func diagnostic(_ verdict: TagVerdict, _ subject: Subject) -> Diagnostic? {
    let (code, severity, problem): (String, Diagnostic.Severity, String)
    switch verdict {
    case .valid: return nil
    case .unsigned: (code, severity, problem) = ("R011", .error, "the tag is not signed")
    case .bad: (code, severity, problem) = ("T015", .error, "the tag's signature is bad")
    case .unknownKey:
      (code, severity, problem) = ("T015", .warning, "the tag is signed by an unknown key")
    case .expired:
      (code, severity, problem) = (
        "T015", .warning, "the tag is signed by a key that has expired or was revoked"
      )
    case .toolMissing:
      (code, severity, problem) = (
        "T015", .warning, "the program that verifies the tag's signature is missing"
      )
    }
    return Diagnostic(
      code, settings.severities[code] ?? severity, at: subject.place, problem: problem,
      consequence: "everything is shown", help: "make the tag anew: git tag -s -f NAME NAME^{}")
  }
}
