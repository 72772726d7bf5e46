import GitStore

/// Why a tag with a name of GTO's, or almost one, is left out or looked at twice.
enum TagProblem: Equatable {
  case lookAlike(String)
  /// An artifact or a stage that GTO's rule for names does not take.
  case badName(String)
  case reserved
  case lightweight
  case objectMissing
  case objectUnreadable
  case objectName(String)
  case otherName(String, isSigned: Bool)
  case tagger(TagObject.TaggerProblem)
  case noBody
  case messageNotUTF8
  case messageTooLong
  /// A date before Git was made, or after the year 2100.
  case oddDate(GitTime)
  case pointsAt(String)
  case targetMissing(ObjectID)
  case chainTooLong
  /// The commit has several versions of the artifact, so that nobody can tell whose stage it is.
  case severalVersions(artifact: String)

  /// What is wrong, in one line.
  var text: String {
    switch self {
    case .lookAlike(let hint): "not a GTO tag: \(hint)"
    case .badName(let name):
      "not a GTO tag: “\(name)” is no name: letters, digits, - _ / only, a letter or digit at both ends"
    case .reserved: "“@created” is reserved, and GTO fails on it"
    case .lightweight: "a lightweight tag, which GTO ignores: it has no author and no date"
    case .objectMissing: "its tag object is not in the repository"
    case .objectUnreadable: "its tag object is damaged"
    case .objectName(let name): "the tag object inside is named “\(name)”, which is no GTO name"
    case .otherName(let name, let isSigned):
      isSigned ? "signed as “\(name)”" : "the tag object inside is named “\(name)”"
    case .tagger(let problem): "its tagger cannot be read: \(Self.text(problem))"
    case .noBody: "its tag object ends after its headers"
    case .messageNotUTF8: "its message is not UTF-8"
    case .messageTooLong: "its message is longer than 1 MiB"
    case .oddDate(let time): "its date, \(time.utc), is before Git was made or after the year 2100"
    case .pointsAt(let kind): "it points at a \(kind), not at a commit"
    case .targetMissing(let id): "its commit \(id.short) is not in the repository"
    case .chainTooLong: "it points at a tag of a tag, more than \(TagPeeling.levels) levels deep"
    case .severalVersions(let artifact):
      "its commit has several versions of \(artifact), so nobody can tell which one it means"
    }
  }

  /// The message for people.
  func diagnostic(_ refName: String, _ repository: String) -> Diagnostic {
    let (code, severity, help) = advice
    return Diagnostic(
      code, severity, at: DiagnosticPlace(repository: repository, tag: refName),
      problem: text, consequence: consequence, help: help)
  }

  private var consequence: String {
    switch self {
    case .otherName(let name, _): "read as \(name), as GTO does"
    case .messageTooLong: "the first 1 MiB is shown"
    case .oddDate: "shown as it is; by dates GTO decides which version holds a stage"
    default: "the tag is left out"
    }
  }

  private var advice: (String, Diagnostic.Severity, String) {
    switch self {
    case .lookAlike:
      ("T001", .warning, "delete it, and register with: gto register NAME --version vX.Y.Z")
    case .badName: ("T002", .warning, "delete it, and make it again with gto under another name")
    case .reserved: ("T001", .warning, "delete the tag: it stops every gto command")
    case .lightweight:
      ("T008", .warning, "make it again as an annotated tag: git tag -a -f NAME NAME^{}")
    case .objectMissing: ("G014", .error, "fetch the tag again, or run git fsck")
    case .objectUnreadable: ("G016", .error, "run git fsck")
    case .objectName, .otherName(_, false):
      ("T014", .warning, "a tag was copied under another name; make it anew with gto")
    case .otherName(_, true):
      (
        "T014", .error,
        "somebody put a signed tag under another name; the signature says nothing here"
      )
    case .tagger, .noBody:
      ("G021", .warning, "make the tag anew with gto; this one stops every gto command")
    case .messageNotUTF8: ("G020", .warning, "make the tag anew with a message in UTF-8")
    case .messageTooLong: ("G019", .warning, "keep long texts in a file")
    case .oddDate: ("G021", .warning, "make the tag anew on a machine whose clock is right")
    case .pointsAt: ("G017", .warning, "tag the commit instead")
    case .targetMissing:
      ("G014", .error, "fetch the whole history (fetch-depth: 0), or run git fsck")
    case .chainTooLong: ("G018", .error, "tag the commit itself")
    case .severalVersions:
      ("T003", .error, "keep one version on each commit; this stops every gto command")
    }
  }

  private static func text(_ problem: TagObject.TaggerProblem) -> String {
    switch problem {
    case .missing: "there is none"
    case .unreadable(.malformed): "a name or an e-mail address is missing"
    case .unreadable(.notUTF8): "it is not UTF-8"
    case .unreadable(.zoneOutOfRange): "its time zone is a day or more away"
    case .unreadable(.timeOutOfRange): "its date is outside the years 1 to 9999"
    }
  }
}
