/// A pattern of paths: `*`, `?` and `[abc]` inside one part, `**` over any number of parts.
///
/// A match takes time in proportion to the two lengths at worst, whatever the pattern
/// (`bad-input.md`, F007).
package struct Glob: Hashable, Sendable {
  private enum Part: Hashable {
    case anyParts
    case name(GlobPart)
  }

  /// The longest pattern and the longest path that are compared, in bytes; Git itself has no longer
  /// paths on Linux.
  private static let lengthLimit = 4096

  private let parts: [Part]

  /// Where the last `**` stands.
  private let lastStar: Int?

  /// Whether the pattern is too long to fit any path.
  private let isTooLong: Bool

  /// Reads a pattern; parts that are empty or a dot mean nothing.
  package init(_ pattern: String) {
    isTooLong = pattern.utf8.count > Self.lengthLimit
    var parts: [Part] = []
    for part in pattern.unicodeScalars.split(separator: "/") where !isTooLong {
      if part.elementsEqual(["."]) { continue }
      if !part.elementsEqual(["*", "*"]) {
        parts.append(.name(GlobPart(part)))
      } else if parts.last != .anyParts {
        parts.append(.anyParts)
      }
    }
    // `a/**` is what lies below `a`, not `a` itself.
    if parts.last == .anyParts { parts.insert(.name(.everything), at: parts.count - 1) }
    self.parts = parts
    lastStar = parts.lastIndex(of: .anyParts)
  }

  /// Whether the whole of a path fits.
  package func matches(_ path: String) -> Bool {
    guard let path = GlobPath(path) else { return false }
    var steps = Int.max
    return matches(path.parts[...], steps: &steps)
  }

  /// Whether the whole of a path fits that was taken apart before.
  ///
  /// - Parameter steps: what the comparisons are drawn from; the answer is right even where they
  ///   are spent, so that the caller has to look.
  func matches(_ path: ArraySlice<[Unicode.Scalar]>, steps: inout Int) -> Bool {
    steps &-= 1
    guard !isTooLong else { return false }
    var (part, position) = (0, path.startIndex)
    var star: (part: Int, position: Int)?
    while position < path.endIndex {
      if part == lastStar {
        // What follows fits the end of the path or nothing.
        position = max(position, path.endIndex - (parts.count - part - 1))
        part += 1
        star = nil
      } else if part < parts.count, parts[part] == .anyParts {
        part += 1
        star = (part, position)
      } else if part < parts.count, case .name(let name) = parts[part],
        name.matches(path[position], steps: &steps)
      {
        part += 1
        position += 1
      } else if let last = star {
        star = (last.part, last.position + 1)
        (part, position) = (last.part, last.position + 1)
      } else {
        return false
      }
    }
    return parts[part...].allSatisfy { $0 == .anyParts }
  }

  /// A path taken apart for patterns.
  struct GlobPath {
    let parts: [[Unicode.Scalar]]

    /// The root and every folder down to the path itself.
    var folders: [String] {
      parts.reduce(into: [""]) { folders, part in
        let name = String(String.UnicodeScalarView(part))
        folders.append(folders.count == 1 ? name : "\(folders.last ?? "")/\(name)")
      }
    }

    /// Nothing for a path that is too long to be one.
    init?(_ path: String) {
      guard path.utf8.count <= Glob.lengthLimit else { return nil }
      parts = path.unicodeScalars.split(separator: "/").map(Array.init)
    }
  }
}
