/// A pattern of a single part of a path: a name with `*`, `?` and `[abc]` in it.
struct GlobPart: Hashable, Sendable {
  private enum Token: Hashable {
    case scalar(Unicode.Scalar)
    case any
    case star
    case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)

    /// How many comparisons a scalar costs at most.
    var cost: Int {
      guard case .set(let ranges, _) = self else { return 1 }
      return ranges.count
    }

    func fits(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .scalar(let own): own == scalar
      case .any: true
      case .star: false
      case .set(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
      }
    }
  }

  private let tokens: [Token]

  /// The pattern that fits every name.
  static let everything = GlobPart("*"[...].unicodeScalars)

  /// Reads a pattern; a backslash takes the meaning from the character after it.
  init(_ pattern: Substring.UnicodeScalarView) {
    var tokens: [Token] = []
    var rest = pattern
    while let scalar = rest.popFirst() {
      switch scalar {
      case "*": if tokens.last != .star { tokens.append(.star) }
      case "?": tokens.append(.any)
      case "\\": tokens.append(.scalar(rest.popFirst() ?? scalar))
      case "[": tokens.append(Self.set(&rest) ?? .scalar(scalar))
      default: tokens.append(.scalar(scalar))
      }
    }
    self.tokens = tokens
  }

  /// Whether the whole of a name fits.
  ///
  /// Only the last star is ever tried anew, so the time is bounded by the product of both lengths.
  ///
  /// - Parameter steps: what the comparisons are drawn from.
  func matches(_ name: [Unicode.Scalar], steps: inout Int) -> Bool {
    var (token, position) = (0, 0)
    var star: (token: Int, position: Int)?
    while position < name.count {
      steps &-= token < tokens.count ? tokens[token].cost : 1
      if token < tokens.count, tokens[token] == .star {
        token += 1
        star = (token, position)
      } else if token < tokens.count, tokens[token].fits(name[position]) {
        token += 1
        position += 1
      } else if let last = star {
        star = (last.token, last.position + 1)
        (token, position) = (last.token, last.position + 1)
      } else {
        return false
      }
    }
    return tokens[token...].allSatisfy { $0 == .star }
  }

  /// What stands between brackets, taken from the front of `rest`; nothing where they do not close.
  private static func set(_ rest: inout Substring.UnicodeScalarView) -> Token? {
    var inner = rest
    let isNegated = inner.first == "!" || inner.first == "^"
    if isNegated { inner.removeFirst() }
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    while var scalar = inner.popFirst() {
      if scalar == "]", !ranges.isEmpty {
        rest = inner
        return .set(ranges, isNegated: isNegated)
      }
      if scalar == "\\", let escaped = inner.popFirst() { scalar = escaped }
      let end = inner.dropFirst().first
      if inner.first == "-", let end, end != "]" {
        inner = inner.dropFirst(2)
        // A range that runs backwards holds nothing, but the set is not empty for it.
        ranges.append(scalar <= end ? scalar...end : scalar...scalar)
      } else {
        ranges.append(scalar...scalar)
      }
    }
    return nil
  }
}
