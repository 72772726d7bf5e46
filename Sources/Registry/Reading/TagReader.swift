import Formats
package import GitStore

/// What reading the tags of one repository gave.
package struct TagReading: Sendable {
  /// The tags that GTO's rules apply to, in the order of their refs' names.
  package var tags: [RegistryTag] = []

  /// The commit that each tagged object peels to.
  package var commits: [ObjectID: ObjectID] = [:]
  package var ignored: [IgnoredTag] = []
  package var diagnostics: [Diagnostic] = []
}

/// Reads the tag objects of a repository and tells which of them GTO's rules apply to.
///
/// Where GTO dies of a tag, the tag is named in a diagnostic and left out, and the rest goes on.
struct TagReader {
  let repository: String
  private(set) var reading = TagReading()

  /// A ref whose name is one of GTO's, and the pass that its name puts it in.
  private struct Candidate {
    let refName: String
    let id: ObjectID
    let pass: RegistryTag.Pass
  }

  init(repository: String) { self.repository = repository }

  /// Reads everything below `refs/tags/` among `references`.
  mutating func read(
    _ references: [GitReference], _ objects: inout ObjectReader
  ) async throws(GitError) {
    let candidates = self.candidates(references)
    var pending: [RegistryTag] = []
    var targets: [(id: ObjectID, kind: ObjectKind)] = []
    let ids = candidates.map(\.id)
    var findings: [TagFinding] = []
    findings.reserveCapacity(ids.count)
    try await objects.contents(of: ids) { index, answer, bytes in
      findings.append(TagFinding(refName: candidates[index].refName, answer, bytes))
    }
    for (candidate, finding) in zip(candidates, findings) {
      switch finding {
      case .event(let event, let targetKind, let problems):
        reading.diagnostics += problems.map { $0.diagnostic(candidate.refName, repository) }
        pending.append(RegistryTag(refName: candidate.refName, pass: candidate.pass, event: event))
        targets.append((event.commit, targetKind))
      case .refused(let problem):
        refuse(candidate.refName, problem)
      }
    }
    let peeled = try await TagPeeling.peel(targets, &objects)
    for tag in pending { keep(tag, peeled[tag.event.commit]) }
    reading.commits = peeled.compactMapValues(\.commit)
  }

  /// GTO never opens what a deprecation points at; every other tag has to lead to a commit.
  private mutating func keep(_ tag: RegistryTag, _ target: TagPeeling.Target?) {
    if tag.event.kind != .deprecation, let problem = target?.problem {
      refuse(tag.refName, problem)
    } else {
      reading.tags.append(tag)
    }
  }

  private mutating func refuse(_ refName: String, _ problem: TagProblem) {
    reading.diagnostics.append(problem.diagnostic(refName, repository))
    reading.ignored.append(IgnoredTag(name: refName, reason: problem.text))
  }

  private mutating func candidates(_ references: [GitReference]) -> [Candidate] {
    var candidates: [Candidate] = []
    let prefix = "refs/tags/"
    for reference in references where reference.name.hasPrefix(prefix) {
      let refName = String(reference.name.dropFirst(prefix.count))
      if let name = TagName(parsing: refName) {
        if let pass = name.pass {
          candidates.append(
            Candidate(refName: refName, id: reference.id, pass: pass))
        } else {
          refuse(refName, .reserved)
        }
      } else if let problem = LookAlike.problem(of: refName) {
        refuse(refName, problem)
      }
    }
    return candidates
  }
}

/// What one tag object says.
private enum TagFinding {
  case event(RegistryEvent, ObjectKind, [TagProblem])
  case refused(TagProblem)

  init(refName: String, _ answer: ObjectAnswer, _ bytes: Span<UInt8>) {
    guard case .found(let kind, _) = answer else {
      self = .refused(.objectMissing)
      return
    }
    guard kind == .tag else {
      self = .refused(.lightweight)
      return
    }
    self = TagObject(parsing: bytes).map { TagFinding($0, refName) } ?? .refused(.objectUnreadable)
  }

  private init(_ object: TagObject, _ refName: String) {
    guard let name = TagName(parsing: object.name), name.action != .create else {
      self = .refused(.objectName(object.name))
      return
    }
    switch object.tagger {
    case .failure(let problem):
      self = .refused(.tagger(problem))
    case .success(let tagger):
      guard let message = object.message else {
        self = .refused(object.body == nil ? .noBody : .messageNotUTF8)
        return
      }
      var problems: [TagProblem] = []
      if object.name != refName {
        problems.append(.otherName(object.name, isSigned: object.signatureFormat != nil))
      }
      if !Self.soundDates.contains(tagger.time.seconds) { problems.append(.oddDate(tagger.time)) }
      let text = message.strippedLikePython()
      let shown = text.prefixOfBytes(Self.messageLimit)
      if shown.utf8.count < text.utf8.count { problems.append(.messageTooLong) }
      let event = RegistryEvent(name, object: object, tagger: tagger, message: shown)
      self = .event(event, object.targetKind, problems)
    }
  }

  /// From Git's first commit, in April 2005, to the end of the year 2100.
  private static let soundDates: Range<Int64> = 1_112_911_993..<4_133_980_800

  /// The longest message that is shown, in bytes.
  private static let messageLimit = 1 << 20
}

extension RegistryEvent {
  fileprivate init(_ name: TagName, object: TagObject, tagger: GitIdentity, message: String) {
    let (kind, version, stage): (Kind, String?, String?) =
      switch name.action {
      case .register(let version): (.registration, version, nil)
      case .deregister(let version): (.deregistration, version, nil)
      case .assign(let stage): (.assignment, nil, stage)
      case .unassign(let stage): (.unassignment, nil, stage)
      case .deprecate, .create: (.deprecation, nil, nil)
      }
    self.init(
      kind: kind, artifact: name.artifact, version: version, stage: stage, tag: object.name,
      commit: object.target, tagger: tagger, message: message, signature: object.signatureFormat)
  }
}

extension String {
  /// The text up to a number of bytes, cut between characters.
  fileprivate func prefixOfBytes(_ count: Int) -> String {
    guard utf8.count > count else { return self }
    var end = utf8.index(startIndex, offsetBy: count)
    while end > startIndex, end.samePosition(in: self) == nil { end = utf8.index(before: end) }
    return String(self[..<end])
  }

  /// The text without the white space at its ends that Python's `strip` takes for such.
  func strippedLikePython() -> String {
    let isSpace: (Unicode.Scalar) -> Bool = { scalar in
      scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
