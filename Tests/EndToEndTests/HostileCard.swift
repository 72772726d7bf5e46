import FoundationEssentials
import TestSupport

/// A card that tries something (`bad-input.md`, Cards), with the files that lie beside it.
struct HostileCard: Sendable {
  /// The name of its model: the code of what it tries, and a word.
  let name: String

  /// The codes that the version's notes must have, each with those that do as well.
  var codes: [[String]] = []

  var text: [UInt8]

  /// Files beside the card, by name.
  var files: [String: [UInt8]] = [:]

  /// Symbolic links beside the card, by name.
  var links: [String: String] = [:]

  /// What the page shows of every card.
  var greeting: String { "Begin of \(name)." }
}

extension HostileCard {
  /// Those in the files of the folder `HostileCards`, and those with images.
  static func all() throws -> [HostileCard] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "HostileCards").path
    return try filesBelow(folder).flatMap { try read("\(folder)/\($0)") } + withImages
  }

  /// A card that does no harm, which the pages of the others are compared with.
  static let harmless = HostileCard(
    name: "harmless", text: Array("Begin of harmless.\n\n# Use\n\nA *plain* card.\n".utf8))

  /// Reads a file of cards: `%%% name code…` begins one.
  ///
  /// In its text, `⟦hh⟧` stands for a byte, and `⟦×count text⟧` for a repeated text.
  private static func read(_ path: String) throws -> [HostileCard] {
    let text = String(decoding: try readFile(path), as: UTF8.self)
    return text.split(separator: "%%% ").map { part in
      let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      let words = lines[0].split(separator: " ").map(String.init)
      return HostileCard(
        name: words[0],
        codes: words.dropFirst().map { $0.split(separator: "|").map(String.init) },
        text: repeated(withBytes(Array(lines.dropFirst().joined().utf8))))
    }
  }

  private static let opening = Array("⟦".utf8)
  private static let closing = Array("⟧".utf8)

  private static func withBytes(_ text: [UInt8]) -> [UInt8] {
    replaceMarks(in: text) { mark in
      guard mark.count == 2 else { return nil }
      return UInt8(String(decoding: mark, as: UTF8.self), radix: 16).map { [$0] }
    }
  }

  private static func repeated(_ text: [UInt8]) -> [UInt8] {
    let times = Array("×".utf8)
    return replaceMarks(in: text) { mark in
      guard mark.starts(with: times), let blank = mark.firstIndex(of: 32),
        let count = Int(String(decoding: mark[..<blank].dropFirst(times.count), as: UTF8.self))
      else { return nil }
      return Array(repeatElement(mark[(blank + 1)...], count: count).joined())
    }
  }

  /// Replaces what stands between innermost marks; nil leaves it as it is.
  private static func replaceMarks(
    in text: [UInt8], _ replacement: (ArraySlice<UInt8>) -> [UInt8]?
  ) -> [UInt8] {
    var result: [UInt8] = []
    var rest = text[...]
    while let start = rest.firstRange(of: opening) {
      let inside = rest[start.upperBound...]
      guard let end = inside.firstRange(of: closing),
        let bytes = replacement(inside[..<end.lowerBound])
      else {
        result += rest[..<start.upperBound]
        rest = inside
        continue
      }
      result += rest[..<start.lowerBound] + bytes
      rest = rest[end.upperBound...]
    }
    return result + rest
  }
}
