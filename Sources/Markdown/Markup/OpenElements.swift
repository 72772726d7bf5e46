/// An element that is open, or one that was left out and waits for its end tag.
struct OpenElement {
  /// What is written at its end.
  enum End: Hashable {
    case tag(String)
    case link
    case linkToFragment

    /// The element was left out.
    case nothing
  }

  let name: ElementName

  /// Whether Markdown made it; HTML of the text can't end it then.
  let isOwn: Bool
  let end: End

  /// Whether its end tag came too early, within something that the tag can't end: the element ends
  /// with that.
  var isOverdue = false

  var isWritten: Bool { end != .nothing }

  /// Whether it counts when a place in it is sought.
  var isBarrier: Bool { isWritten || isOwn }
}

/// The open elements, from the outermost, and what can stand in them.
struct OpenElements {
  /// How many elements of the text's HTML may be open in each other.
  private static let depthLimit = 64

  private(set) var all: [OpenElement] = []
  private var writtenDepth = 0
  private var unwrittenDepth = 0

  /// How many of each tag are written.
  private var depths: [String: Int] = [:]

  /// Where a block can stand.
  enum Place: Hashable {
    case here

    /// Once the elements from this index on are ended.
    case afterEnding(from: Int)
    case nowhere
  }

  mutating func push(_ element: OpenElement) {
    all.append(element)
    count(element, 1)
  }

  mutating func pop() -> OpenElement? {
    let last = all.popLast()
    if let last { count(last, -1) }
    return last
  }

  mutating func markOverdue(at index: Int) { all[index].isOverdue = true }

  private mutating func count(_ element: OpenElement, _ step: Int) {
    if case .tag(let name) = element.end { depths[name, default: 0] += step }
    if element.isOwn { return }
    if element.isWritten { writtenDepth += step } else { unwrittenDepth += step }
  }

  /// Whether one more element of a kind that formats would do nothing but confuse: a browser's parser
  /// forgets the outermost of more than three in each other, and then ends others in their place.
  func isRepeated(_ tag: String) -> Bool {
    Self.formatting.contains(tag) && depths[tag, default: 0] >= 3
  }

  private static let formatting: Set = ["b", "code", "em", "i", "s", "small", "strong", "u"]

  /// Whether one more element of the text's HTML can be written.
  var hasRoom: Bool { writtenDepth < Self.depthLimit }

  /// Whether one more that isn't written can be kept in mind.
  var hasRoomUnwritten: Bool { unwrittenDepth < Self.depthLimit }

  /// Whether neither text nor blocks can stand here: in a table of the text's HTML, but in no cell.
  var isBetweenCells: Bool {
    guard let current = all.last(where: \.isWritten), !current.isOwn else { return false }
    return [.table, .section, .row].contains(current.name.kind)
  }

  var indexOfLink: Int? { all.lastIndex { $0.name == .a && $0.isWritten } }

  /// The outermost block that is overdue and that no element of Markdown's own keeps open any more.
  var indexOfOverdueBlock: Int? {
    let reachable = all.lastIndex(where: \.isOwn).map { $0 + 1 } ?? 0
    return all[reachable...].firstIndex { $0.isOverdue && $0.name.kind != .phrasing }
  }

  /// Whether HTML of the text may end all from an index on, and no block is among them.
  func isPhrasing(from index: Int) -> Bool {
    all[index...].allSatisfy { !$0.isOwn && ($0.name.kind == .phrasing || !$0.isWritten) }
  }
}

/// Where elements fit.
extension OpenElements {
  /// The place for a block: a paragraph ends before it, a heading before another one.
  func place(ofBlock name: ElementName) -> Place {
    var place = Place.here
    for index in all.indices.reversed() where all[index].isBarrier {
      let element = all[index]
      if element.isOwn { return element.name.holdsBlocks ? place : .nowhere }
      switch element.name.kind {
      case .paragraph: place = .afterEnding(from: index)
      case .heading where name.kind == .heading: return .afterEnding(from: index)
      case .table, .section, .row, .cell: return place
      default: continue
      }
    }
    return place
  }

  /// The place for an item of a list, or for a term of a list of terms: directly in the list.
  func place(ofItem name: ElementName) -> Place {
    let list: ElementName.Kind = name.kind == .item ? .list : .descriptions
    for index in all.indices.reversed() where all[index].isBarrier {
      let element = all[index]
      switch element.name.kind {
      case _ where element.isOwn: return .nowhere
      case list: return .afterEnding(from: index + 1)
      case name.kind: return .afterEnding(from: index)
      case .phrasing, .paragraph: continue
      default:
        guard element.name == .div || element.name == .center else { return .nowhere }
      }
    }
    return .nowhere
  }

  /// The innermost table of the text's HTML, as far as its parts can be reached, from it to the
  /// innermost row.
  var parts: [ElementName.Kind: Int]? {
    var parts: [ElementName.Kind: Int] = [:]
    for index in all.indices.reversed() where all[index].isBarrier {
      let element = all[index]
      if element.isOwn { return nil }
      switch element.name.kind {
      case .section, .row: parts[element.name.kind] = index
      case .table:
        parts[.table] = index
        return parts
      default: continue
      }
    }
    return nil
  }

  /// The element that an end tag of the text's HTML means, and whether it can end now: not if
  /// something of Markdown's own is open in it, nor an element within a line around a block.
  func target(ofEnd name: ElementName) -> (index: Int, canEnd: Bool)? {
    var canEnd = true
    for index in all.indices.reversed() {
      let element = all[index]
      if !element.isOwn, !element.isOverdue, element.name.isEnded(by: name) {
        return (index, canEnd)
      }
      if element.isWritten, element.name.hides(name) { return nil }
      let isBlock = element.isWritten && element.name.kind != .phrasing
      if element.isOwn || (isBlock && name.kind == .phrasing) { canEnd = false }
    }
    return nil
  }
}

extension ElementName {
  fileprivate func isEnded(by name: ElementName) -> Bool {
    self == name || (kind == .heading && name.kind == .heading)
  }

  /// Whether an end tag of this name within the element has no effect outside.
  fileprivate func hides(_ name: ElementName) -> Bool {
    switch kind {
    case .table: true
    case .cell: ![.table, .section, .row, .cell].contains(name.kind)
    case .list: name.kind == .item
    case .descriptions: name.kind == .description
    default: false
    }
  }
}
