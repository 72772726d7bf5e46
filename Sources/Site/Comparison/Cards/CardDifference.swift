/// How the text of one card differs from that of another, section by section.
struct CardDifference: Sendable {
  /// A section that differs.
  struct Section: Sendable {
    enum Status: String, Sendable { case added, removed, changed }

    /// Empty for what stands before the first heading.
    let heading: String
    let status: Status
    let lines: LineDifference
  }

  /// In the order of the later card, then what it lacks.
  private(set) var sections: [Section] = []

  /// How many sections are the same in both.
  private(set) var unchanged = 0

  /// A heading, and how many equal ones stand before it.
  private struct Key: Hashable {
    let heading: String
    let ordinal: Int
  }

  init(from before: CardLines, to after: CardLines) {
    let (old, new) = (Self.keyed(before), Self.keyed(after))
    let earlier = Dictionary(old, uniquingKeysWith: { first, _ in first })
    let kept = Set(new.map(\.0))
    for (key, lines) in new {
      guard let known = earlier[key] else {
        append(key, .added, from: [], to: lines)
        continue
      }
      if known == lines { unchanged += 1 } else { append(key, .changed, from: known, to: lines) }
    }
    for (key, lines) in old where !kept.contains(key) {
      append(key, .removed, from: lines, to: [])
    }
  }

  private mutating func append(
    _ key: Key, _ status: Section.Status, from before: [String], to after: [String]
  ) {
    sections.append(
      Section(
        heading: key.heading, status: status, lines: LineDifference(from: before, to: after)))
  }

  private static func keyed(_ card: CardLines) -> [(Key, [String])] {
    var counts: [String: Int] = [:]
    return card.sections.map { section in
      let ordinal = counts[section.heading, default: 0]
      counts[section.heading] = ordinal + 1
      return (Key(heading: section.heading, ordinal: ordinal), section.lines)
    }
  }
}
