/// A version by SemVer 2.0, ordered by precedence; its numbers may have any size (`tags.md` §2.4).
///
/// Build metadata takes no part in the order, so two different versions can be equal in precedence;
/// equality of values is therefore not offered.
package struct SemanticVersion: Sendable {
  package let major: String
  package let minor: String
  package let patch: String

  /// The dot-separated identifiers after `-`.
  package let prerelease: [String]

  /// What follows `+`.
  package let build: String?

  /// Parses `v1.2.3`, with the leading letter that tags have; digits are ASCII.
  package init?(tag text: String) {
    guard text.utf8.first == UInt8(ascii: "v"), text.utf8.allSatisfy({ $0 < 128 }),
      let parts = VersionParts(text.dropFirst())
    else { return nil }
    major = parts.numbers[0]
    minor = parts.numbers[1]
    patch = parts.numbers[2]
    prerelease = parts.prerelease
    build = parts.build
  }

  /// Whether GTO's own pattern takes `text` for a version.
  ///
  /// The pattern allows digits of any script but at the beginning of a number, so it takes a few
  /// names that are no SemVer versions: to GTO they exist, and are never the latest.
  package static func matchesTagPattern(_ text: String) -> Bool {
    // Not `dropFirst()`, which takes an accent away with the letter that it stands on.
    text.utf8.first == UInt8(ascii: "v") && VersionParts(Substring(text.utf8.dropFirst())) != nil
  }

  /// Whether this version comes before the other by precedence.
  package func precedes(_ other: SemanticVersion) -> Bool { order(to: other) < 0 }

  private func order(to other: SemanticVersion) -> Int {
    for (one, two) in [(major, other.major), (minor, other.minor), (patch, other.patch)] {
      let order = Self.order(ofNumber: one, two)
      if order != 0 { return order }
    }
    if prerelease.isEmpty || other.prerelease.isEmpty {
      // A release comes after its pre-releases.
      return (prerelease.isEmpty ? 1 : 0) - (other.prerelease.isEmpty ? 1 : 0)
    }
    for (one, two) in zip(prerelease, other.prerelease) {
      let order = Self.order(ofIdentifier: one, two)
      if order != 0 { return order }
    }
    return prerelease.count - other.prerelease.count
  }

  private static func order(ofIdentifier one: String, _ two: String) -> Int {
    let isNumber = (one.utf8.allSatisfy(\.isASCIIDigit), two.utf8.allSatisfy(\.isASCIIDigit))
    switch isNumber {
    case (true, true): return order(ofNumber: one, two)
    case (true, false): return -1
    case (false, true): return 1
    case (false, false): return order(ofText: one, two)
    }
  }

  /// Numbers have no leading zeros, so the longer one is the greater.
  private static func order(ofNumber one: String, _ two: String) -> Int {
    one.utf8.count == two.utf8.count ? order(ofText: one, two) : one.utf8.count - two.utf8.count
  }

  private static func order(ofText one: String, _ two: String) -> Int {
    if one.utf8.elementsEqual(two.utf8) { return 0 }
    return one.utf8.lexicographicallyPrecedes(two.utf8) ? -1 : 1
  }
}

/// The parts of a version's text, after its `v`.
private struct VersionParts {
  let numbers: [String]
  let prerelease: [String]
  let build: String?

  init?(_ text: Substring) {
    var rest = text
    var build: Substring?
    if let plus = rest.firstIndex(of: "+") {
      build = rest[rest.index(after: plus)...]
      rest = rest[..<plus]
    }
    var prerelease: [Substring] = []
    if let dash = rest.firstIndex(of: "-") {
      prerelease = rest[rest.index(after: dash)...].identifiers
      rest = rest[..<dash]
      guard prerelease.allSatisfy(Self.isPrerelease) else { return nil }
    }
    let numbers = rest.identifiers
    guard numbers.count == 3, numbers.allSatisfy(Self.isNumber) else { return nil }
    if let build {
      guard build.identifiers.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.isIdentifier) })
      else { return nil }
    }
    self.numbers = numbers.map(String.init)
    self.prerelease = prerelease.map(String.init)
    self.build = build.map(String.init)
  }

  /// `0`, or digits that do not begin with zero.
  private static func isNumber(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, first.isASCIIDigit else { return false }
    if first == UInt8(ascii: "0") { return text.utf8.count == 1 }
    return text.unicodeScalars.allSatisfy(isDigit)
  }

  /// A number, or letters and digits with at least one letter or hyphen.
  private static func isPrerelease(_ text: Substring) -> Bool {
    if isNumber(text) { return true }
    let rest = text.unicodeScalars.drop(while: isDigit)
    return !rest.isEmpty && rest.allSatisfy { $0.isASCII && isIdentifier(UInt8($0.value)) }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? UInt8(scalar.value).isASCIIDigit : scalar.properties.generalCategory == .decimalNumber
  }

  private static func isIdentifier(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-")
  }
}

extension Substring {
  /// The parts between dots, empty ones among them.
  fileprivate var identifiers: [Substring] {
    split(separator: ".", omittingEmptySubsequences: false)
  }
}
