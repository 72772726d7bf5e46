import Cards
import Mustache
import Registry

/// How the card of one version differs from that of another.
struct ComparisonCard: TemplateModel {
  /// `unchanged`, `changed`, `new`, `gone`.
  let words: String
  let path: String?
  let sections: [Section]
  let unchanged: Int

  /// What there is to say where no section tells the difference.
  let note: String?

  /// Nothing where neither version has a card.
  init?(
    from before: VersionCard?, to after: VersionCard?, texts: inout CardTexts
  ) throws(SpoolError) {
    path = (after ?? before).map { SiteText.singleLine($0.path) }
    guard let before, let after else {
      guard before != nil || after != nil else { return nil }
      (words, sections, unchanged) = (before == nil ? "new" : "gone", [], 0)
      note =
        before == nil
        ? "Only the later version has a card." : "Only the earlier version has a card."
      return
    }
    guard before.identity != after.identity else {
      (words, sections, unchanged, note) = ("unchanged", [], 0, nil)
      return
    }
    words = "changed"
    guard let old = try texts.lines(of: before), let new = try texts.lines(of: after) else {
      (sections, unchanged, note) = ([], 0, "The texts of the cards are not at hand.")
      return
    }
    let difference = CardDifference(from: old, to: new)
    sections = difference.sections.prefix(Self.sectionLimit).map(Section.init)
    unchanged = difference.unchanged
    let left = difference.sections.count - sections.count
    if sections.isEmpty {
      note = "The text is the same: only metadata, addresses or the way it is written differ."
    } else {
      note = left > 0 ? "\(CountText.of(left, "more section")) differ." : nil
    }
  }

  private static let sectionLimit = 50

  static let fields: [TemplateField<Self>] = [
    .text("words") { $0.words },
    .text("path") { $0.path },
    .flag("has_sections") { !$0.sections.isEmpty },
    .list("sections") { $0.sections },
    .text("unchanged") { $0.unchanged > 0 ? CountText.of($0.unchanged, "section") : nil },
    .text("note") { $0.note },
  ]

  /// A section that differs.
  struct Section: TemplateModel {
    let heading: String
    let status: String
    let lines: [Line]
    let left: Int

    /// How many lines of a section are shown, and how much of each.
    private static let (limit, lineLimit) = (60, 600)

    init(_ section: CardDifference.Section) {
      heading =
        section.heading.isEmpty
        ? "Before the first heading" : SiteText.singleLine(section.heading, limit: 200)
      status = section.status.rawValue
      let changes = section.lines.changes
      lines = changes.prefix(Self.limit).map { Line($0, limit: Self.lineLimit) }
      left = changes.dropFirst(Self.limit).count
    }

    static let fields: [TemplateField<Self>] = [
      .text("heading") { $0.heading },
      .text("status") { $0.status },
      .flag("has_lines") { !$0.lines.isEmpty },
      .list("lines") { $0.lines },
      .text("left") { $0.left > 0 ? CountText.of($0.left, "more line") : nil },
    ]
  }

  /// A line that was taken out or put in, or how many stayed.
  struct Line: TemplateModel {
    let removed: String?
    let added: String?
    let same: String?

    init(_ change: LineDifference.Change, limit: Int) {
      switch change {
      case .same(let count): (removed, added, same) = (nil, nil, CountText.of(count, "line"))
      case .removed(let text):
        (removed, added, same) = (SiteText.singleLine(text, limit: limit), nil, nil)
      case .added(let text):
        (removed, added, same) = (nil, SiteText.singleLine(text, limit: limit), nil)
      }
    }

    static let fields: [TemplateField<Self>] = [
      .text("removed") { $0.removed },
      .text("added") { $0.added },
      .text("same") { $0.same },
    ]
  }
}

/// The texts of a model's cards as lines, each read once for all comparisons.
struct CardTexts {
  private let context: SiteContext
  private var lines: [String: CardLines?] = [:]

  init(_ context: SiteContext) { self.context = context }

  mutating func lines(of card: VersionCard) throws(SpoolError) -> CardLines? {
    if let known = lines[card.identity] { return known }
    let read = try context.text(of: card).map { CardLines($0) }
    lines[card.identity] = .some(read)
    return read
  }
}
