import Cards
import Digests
import Markdown
import Records

/// What came of rendering the text of a card.
struct RenderedCard {
  /// Where the coded text lies; nothing where it could not be kept.
  let place: Spool.Place?

  /// Why the text is shown as it is written.
  let note: String?

  /// The whole text, where it is cut or not rendered.
  var original: CardOriginal?
  let references: [CardReference]

  /// What is told of the text; the file is left open.
  var problems: [RecordProblem]

  /// Renders texts together.
  static func render(
    _ texts: [CardSourceText], _ settings: CardSettings, _ renderer: any CardRendering,
    into spool: Spool
  ) async -> [RenderedCard] {
    let shown = texts.map { text in
      let end = MarkdownRenderer.cut(text.bytes, limit: settings.sizeLimit)
      return CardText(Array(text.bytes.prefix(end)), firstLine: text.firstLine)
    }
    let outcomes = await renderer.render(shown)
    return zip(zip(texts, shown), outcomes).map { texts, outcome in
      let (whole, shown) = texts
      var card = RenderedCard(outcome, of: shown, settings, into: spool)
      let isCut = shown.bytes.count < whole.bytes.count
      if isCut { card.problems.append(cut(whole, at: shown.bytes)) }
      if isCut || card.note != nil { card.keep(whole, in: spool) }
      return card
    }
  }

  private init(
    place: Spool.Place?, note: String?, references: [CardReference], problems: [RecordProblem]
  ) {
    self.place = place
    self.note = note
    self.references = references
    self.problems = problems
  }

  private init(
    _ outcome: CardOutcome, of text: CardText, _ settings: CardSettings, into spool: Spool
  ) {
    let rendered =
      if case .rendered(let markdown) = outcome { markdown } else {
        MarkdownRenderer.plain(text.bytes, options: settings.markdown)
      }
    let plain = RecordProblem.plainCard(outcome)
    var problems = (plain.map { [$0] } ?? []) + rendered.findings.map(RecordProblem.init)
    var place: Spool.Place?
    do throws(SpoolError) {
      place = try spool.append(rendered.coded)
    } catch {
      problems.append(.unkept(error))
    }
    self.init(
      place: place, note: plain?.problem, references: CardReference.all(in: rendered),
      problems: problems)
  }

  private mutating func keep(_ text: CardSourceText, in spool: Spool) {
    do throws(SpoolError) {
      original = CardOriginal(
        bytes: try spool.append(text.bytes), digest: SHA256(text.bytes).hex)
    } catch {
      problems.append(.unkept(error))
    }
  }

  private static func cut(_ text: CardSourceText, at shown: [UInt8]) -> RecordProblem {
    let line = shown.reduce(text.firstLine) { $0 + ($1 == 0x0A ? 1 : 0) }
    return RecordProblem(
      MarkdownFinding(
        .cutText, count: text.bytes.count - shown.count, line: line, example: ""))
  }
}

extension RecordProblem {
  /// A card that the temporary file did not take.
  fileprivate static func unkept(_ error: SpoolError) -> RecordProblem {
    RecordProblem(
      "O006", .error, file: "", problem: error.problem,
      consequence: "the version is shown without its card",
      help: "make room in the folder for temporary files, or let TMPDIR name another")
  }
}
