/// Text between one or two tildes, as GFM finds it (`hostile-input.md` §6).
enum Strikethrough {
  /// Tildes side by side.
  struct Run: Hashable {
    let node: Int

    /// In the node's text.
    let offset: Int
    let length: Int
    let canOpen: Bool
    let canClose: Bool
  }

  private static let tilde = UInt8(ascii: "~")

  /// The runs of a text that may open or close; three tildes or more are text.
  ///
  /// - Parameter before: what stands before the text, and `after` after it.
  static func runs(
    in text: ArraySlice<UInt8>, of node: Int, before: Flank, after: Flank
  ) -> [Run] {
    var result: [Run] = []
    var start = text.startIndex
    while let first = text[start...].firstIndex(of: tilde) {
      let end = text[first...].firstIndex { $0 != tilde } ?? text.endIndex
      start = end
      guard end - first <= 2 else { continue }
      let left = first == text.startIndex ? before : Flank(endOf: text[..<first])
      let right = end == text.endIndex ? after : Flank(startOf: text[end...])
      let canOpen = right.isOpen(from: left)
      let canClose = left.isOpen(from: right)
      guard canOpen || canClose else { continue }
      result.append(
        Run(
          node: node, offset: first - text.startIndex, length: end - first, canOpen: canOpen,
          canClose: canClose))
    }
    return result
  }

  /// The marks of the runs that belong together, two by two.
  static func marks(for runs: [Run]) -> [(node: Int, mark: TextMark)] {
    var openers = Openers()
    var result: [(node: Int, mark: TextMark)] = []
    for (place, run) in runs.enumerated() {
      guard run.canClose, let opening = openers.take(for: run) else {
        if run.canOpen { openers.add(run, at: place) }
        continue
      }
      let opener = runs[opening]
      guard opener.length == run.length else { continue }
      result.append((opener.node, opener.mark(.deletion)))
      result.append((run.node, run.mark(.deletionEnd)))
    }
    return result
  }

  /// The runs that may still open, by what they match, so that none is looked at twice.
  private struct Openers {
    /// The places of those of each length, of 1 and 2, first of those that can't close as well.
    private var places: [[Int]] = [[], [], [], []]

    mutating func add(_ run: Run, at place: Int) {
      places[run.length - 1 + (run.canClose ? 2 : 0)].append(place)
    }

    /// Takes the last run that another one ends at, be it only to make both of them text, and
    /// what is after it: by the rule of CommonMark for emphasis, lengths of 1 and 2 don't meet if
    /// one of the runs could do both.
    mutating func take(for closer: Run) -> Int? {
      var last = max(
        places[closer.length - 1].last ?? -1, places[closer.length + 1].last ?? -1)
      if !closer.canOpen { last = max(last, places[2 - closer.length].last ?? -1) }
      guard last >= 0 else { return nil }
      for kind in places.indices {
        while let place = places[kind].last, place >= last { places[kind].removeLast() }
      }
      return last
    }
  }
}

extension Strikethrough.Run {
  fileprivate func mark(_ kind: TextMark.Kind) -> TextMark {
    TextMark(offset: offset, length: length, kind: kind)
  }
}

/// What is beside a run of marks, as CommonMark tells for emphasis.
enum Flank: Hashable {
  case space, punctuation, other

  /// The kind of a text's first character.
  init(startOf text: ArraySlice<UInt8>) {
    self.init(String(decoding: text.prefix(4), as: UTF8.self).unicodeScalars.first)
  }

  /// The kind of a text's last character.
  init(endOf text: ArraySlice<UInt8>) {
    let start = text.suffix(4).lastIndex { $0 & 0xC0 != 0x80 } ?? text.startIndex
    self.init(startOf: text[start...])
  }

  private init(_ scalar: Unicode.Scalar?) {
    switch scalar?.properties.generalCategory {
    case nil, .control, .spaceSeparator, .lineSeparator, .paragraphSeparator: self = .space
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      self = .punctuation
    default:
      // All of ASCII's are punctuation to CommonMark, also those that Unicode calls symbols.
      self = scalar.map { "$+<=>^`|~".unicodeScalars.contains($0) } == true ? .punctuation : .other
    }
  }

  /// Whether marks between the two open towards this one.
  fileprivate func isOpen(from outside: Flank) -> Bool {
    self == .other || self == .punctuation && outside != .other
  }
}
