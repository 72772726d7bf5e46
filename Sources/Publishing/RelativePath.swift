/// A path below a folder, kept as the file system's own bytes.
///
/// Names found on a disk need not be UTF-8, and two spellings that Swift's `String` calls equal are
/// two files: therefore bytes are compared, never text.
struct RelativePath: Hashable, Comparable, Sendable {
  /// Longest part of a path that every usual file system takes, in bytes.
  static let longestPart = 255
  /// Longest path that a system call takes, in bytes, without the closing NUL.
  static let longest = 4095

  /// The bytes with a closing NUL, ready for a system call.
  let terminated: [UInt8]

  private init(terminated: [UInt8]) {
    self.terminated = terminated
  }

  /// Takes a name that the program or the file system itself chose.
  init(trusted name: some Sequence<UInt8>) {
    var bytes = Array(name)
    bytes.append(0)
    terminated = bytes
  }

  /// Takes a path of the site, which must be safe on any disk; throws `PublishError.badPath`.
  init(validating path: String) throws(PublishError) {
    var bytes = Array(path.utf8)
    if let flaw = Self.flaw(in: bytes) { throw .badPath(path, flaw) }
    bytes.append(0)
    terminated = bytes
  }

  private static func flaw(in bytes: [UInt8]) -> PathFlaw? {
    guard let first = bytes.first else { return .empty }
    guard first != slash else { return .absolute }
    guard bytes.count <= longest else { return .tooLong }
    guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return .controlCharacter }
    for part in bytes.split(separator: slash, omittingEmptySubsequences: false) {
      if part.isEmpty { return .emptyPart }
      if part.count > longestPart { return .partTooLong }
      if part.allSatisfy({ $0 == dot }) && part.count <= 2 { return .dotPart }
    }
    return nil
  }

  private static let slash = UInt8(ascii: "/")
  private static let dot = UInt8(ascii: ".")

  /// The path as text; bytes that are not UTF-8 are shown as U+FFFD.
  var text: String { String(decoding: terminated.dropLast(), as: UTF8.self) }

  /// The folder that the last part lies in; nil at the top.
  var folder: RelativePath? {
    terminated.lastIndex(of: Self.slash).map { RelativePath(trusted: terminated[..<$0]) }
  }

  /// The last part.
  var name: RelativePath {
    guard let slash = terminated.lastIndex(of: Self.slash) else { return self }
    return RelativePath(terminated: Array(terminated[(slash + 1)...]))
  }

  /// The parts from the top down.
  var parts: [RelativePath] {
    terminated.dropLast().split(separator: Self.slash).map(RelativePath.init(trusted:))
  }

  /// How many parts there are.
  var depth: Int { terminated.count { $0 == Self.slash } + 1 }

  /// Every folder above the path, the nearest first.
  var folders: some Sequence<RelativePath> {
    sequence(state: self) { (path: inout RelativePath) -> RelativePath? in
      guard let above = path.folder else { return nil }
      path = above
      return above
    }
  }

  /// Returns the path of an entry of this folder.
  func appending(_ name: RelativePath) -> RelativePath {
    var bytes = terminated
    bytes[bytes.count - 1] = Self.slash
    bytes.append(contentsOf: name.terminated)
    return RelativePath(terminated: bytes)
  }

  /// Whether the bytes of the path begin with those of `prefix`.
  func hasPrefix(_ prefix: String) -> Bool { terminated.starts(with: prefix.utf8) }

  /// Whether the bytes of the path end with those of `suffix`.
  func hasSuffix(_ suffix: String) -> Bool {
    terminated.dropLast().suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  /// Byte order: the closing NUL sorts a folder before what lies in it.
  static func < (one: RelativePath, other: RelativePath) -> Bool {
    one.terminated.lexicographicallyPrecedes(other.terminated)
  }
}

extension RelativePath: ExpressibleByStringLiteral {
  init(stringLiteral name: StaticString) {
    self.init(trusted: name.description.utf8)
  }
}
