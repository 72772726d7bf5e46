import Cards
import Digests
import Formats
import GitStore
import Markdown
import Records

/// Finds, renders and completes the cards of versions (`records.md` §12).
///
/// Each distinct card is rendered once, however many versions have it; what its addresses lead to is
/// found for each version.
struct CardReader {
  private let settings: CardSettings
  private let renderer: any CardRendering
  private let spool: Spool
  private let places: CardPlaces
  private var files = CardFiles()
  private var rendered: [FileSource: RenderedCard] = [:]
  private var images: ImageReader
  private var evaluations = EvaluationFiles()

  init(_ settings: CardSettings, _ output: CardOutput) {
    self.settings = settings
    renderer = output.renderer
    spool = output.spool
    places = CardPlaces(settings)
    images = ImageReader(sizeLimit: settings.imageLimit)
  }

  /// A version's card, and what is wrong with it, whether or not another version has it, too.
  struct Found {
    var card: VersionCard?
    var problems: [RecordProblem] = []
  }

  /// The text of a version's card.
  private struct Choice {
    let candidate: CardPlaces.Candidate
    let kind: VersionCard.Kind
  }

  /// The cards of versions whose records were read, in their order.
  mutating func cards(
    of subjects: [CardSubject], _ records: inout CommitRecordsReader,
    _ objects: inout ObjectReader
  ) async throws(GitError) -> [Found] {
    try await cards(of: subjects, records.folders, &records.stored, &objects)
  }

  private mutating func cards(
    of subjects: [CardSubject], _ trees: CommitTrees, _ stored: inout StoredFiles,
    _ objects: inout ObjectReader
  ) async throws(GitError) -> [Found] {
    let candidates = try await self.candidates(of: subjects, trees, &stored, &objects)
    try await files.read(candidates.joined().map(\.source), &stored, &objects)
    let choices = candidates.map { choice(of: $0) }
    try await render(choices.compactMap { $0?.candidate.source }, &stored, &objects)
    let lists = zip(choices, subjects).map { choice, subject in
      choice == nil ? [] : EvaluationFiles.files(of: subject, trees)
    }
    try await evaluations.read(lists.joined().map(\.id), &objects)
    let targets = zip(choices, subjects).map { self.targets(of: $0, $1, trees) }
    try await images.read(
      targets.joined().compactMap { $0.place.image }, into: spool, &stored, &objects)
    files.forgetTexts()
    return choices.indices.map { place in
      found(choices[place], candidates[place], targets[place], lists[place])
    }
  }

  private func candidates(
    of subjects: [CardSubject], _ trees: CommitTrees, _ stored: inout StoredFiles,
    _ objects: inout ObjectReader
  ) async throws(GitError) -> [[CardPlaces.Candidate]] {
    let found = subjects.map { places.candidates(of: $0, trees) }
    try await stored.readLists(found.joined().compactMap(\.source.stored), &objects)
    let present = stored
    return found.map { candidates in
      candidates.filter { $0.source.stored.map { !present.members(of: $0).isEmpty } ?? true }
    }
  }

  /// The first with metadata, else the first that is not merely the repository's own README.
  private func choice(of candidates: [CardPlaces.Candidate]) -> Choice? {
    let readable = candidates.filter { files.files[$0.source] != nil }
    let described = readable.first { files.files[$0.source]?.metadata != nil }
    let card = described ?? readable.first { !$0.isRepositoryReadme }
    return card.map { Choice(candidate: $0, kind: .model) }
      ?? readable.first.map { Choice(candidate: $0, kind: .repository) }
  }

  private mutating func render(
    _ sources: [FileSource], _ stored: inout StoredFiles, _ objects: inout ObjectReader
  ) async throws(GitError) {
    let new = sources.distinct().filter { rendered[$0] == nil }
    try await files.readTexts(new, &stored, &objects)
    let texts = new.map { source in
      files.files[source]?.text ?? CardSourceText(bytes: [], firstLine: 1)
    }
    let cards = await RenderedCard.render(texts, settings, renderer, into: spool)
    for (source, card) in zip(new, cards) { rendered[source] = card }
  }

  private func targets(
    of choice: Choice?, _ subject: CardSubject, _ trees: CommitTrees
  ) -> [(reference: CardReference, place: CardTargets.Place)] {
    guard let candidate = choice?.candidate, let card = rendered[candidate.source] else {
      return []
    }
    let targets = CardTargets(
      trees: trees, subject: subject, folder: RepositoryPath.folder(of: candidate.path))
    let licence = files.files[candidate.source]?.facts.licenseLink.flatMap(
      CardReference.init(licenceLink:))
    return (card.references + (licence.map { [$0] } ?? [])).distinct().map {
      ($0, targets.place(of: $0))
    }
  }

  private func found(
    _ choice: Choice?, _ candidates: [CardPlaces.Candidate],
    _ targets: [(reference: CardReference, place: CardTargets.Place)],
    _ lists: [EvaluationFiles.File]
  ) -> Found {
    var found = Found()
    for candidate in candidates where files.files[candidate.source] == nil {
      found.problems += files.unread[candidate.source].map { [$0.inFile(candidate.path)] } ?? []
    }
    if let choice, let file = files.files[choice.candidate.source],
      let text = rendered[choice.candidate.source]
    {
      var resolved: [String: CardTarget] = [:]
      let path = choice.candidate.path
      found.problems += (file.problems + text.problems).map { $0.inFile(path) }
      for (reference, place) in targets {
        let (target, problem) = target(reference, place, path)
        // An image that is shown is also what a link to it leads to.
        if reference.isImage || resolved[reference.path] == nil {
          resolved[reference.path] = target
        }
        found.problems += problem.map { [$0] } ?? []
      }
      let (results, problems) = evaluations.results(in: lists)
      found.problems += problems
      found.card = text.place.map { place in
        VersionCard(
          kind: choice.kind, path: path, identity: file.identity, metadata: file.metadata,
          facts: file.facts,
          evaluations: EvaluationResult.joined(files: results, card: file.evaluations), text: place,
          note: text.note, original: text.original, targets: resolved)
      }
    }
    return found
  }

  private func target(
    _ reference: CardReference, _ place: CardTargets.Place, _ card: String
  ) -> (CardTarget, RecordProblem?) {
    switch place {
    case .file(let path): return (.file(path), nil)
    case .image(let source):
      switch images.outcomes[source] {
      case .image(let image)?: return (.image(image), nil)
      case .refused(let code, let reason, _)?:
        return missing(reference, code: code, reason: reason, card)
      case nil: return missing(reference, code: "M010", reason: "it was not read", card)
      }
    case .missing(let code, let reason):
      return missing(reference, code: code, reason: reason, card)
    }
  }

  private func missing(
    _ reference: CardReference, code: String, reason: String, _ card: String
  ) -> (CardTarget, RecordProblem?) {
    let problem = RecordProblem.target(
      reference.path, isImage: reference.isImage, code: code, reason: reason, file: card)
    return (.missing(reason), problem)
  }
}
