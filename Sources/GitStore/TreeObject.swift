/// One entry of a tree object.
package struct TreeEntry: Hashable, Sendable {
  package let name: String
  package let mode: Mode
  package let id: ObjectID

  /// What an entry is, told by its mode and not by what its id points at.
  package enum Mode: Hashable, Sendable {
    case file, executable, folder, symbolicLink, submodule, other

    /// Whether the entry's object is a file's contents.
    package var isFile: Bool { self == .file || self == .executable }
  }
}

/// A tree object: one folder of one commit.
///
/// Kept as the bytes that Git gave: most of its entries are never asked for.
package struct TreeObject: Sendable {
  private let bytes: [UInt8]
  private let idLength: Int

  /// Takes a tree object's bytes; `idLength` is 20 or 32.
  package init(_ data: Span<UInt8>, idLength: Int) {
    bytes = data.bytes(0..<data.count)
    self.idLength = idLength
  }

  /// The entry of that name.
  package func entry(named name: String) -> TreeEntry? {
    let wanted = Array(name.utf8)
    var found: TreeEntry?
    forEach { data, mode, nameRange, id in
      guard nameRange.count == wanted.count, data.bytes(nameRange) == wanted else { return true }
      found = Self.entry(data, mode, nameRange, id)
      return false
    }
    return found
  }

  /// All entries, in Git's order; those after damaged bytes are left out.
  ///
  /// Names that are not UTF-8 are decoded leniently: no file that Vitrine looks for has one.
  package var entries: [TreeEntry] {
    var entries: [TreeEntry] = []
    forEach { data, mode, name, id in
      if let entry = Self.entry(data, mode, name, id) { entries.append(entry) }
      return true
    }
    return entries
  }

  /// Gives the ranges of mode, name and id of each entry to `visit` until it returns false.
  private func forEach(
    _ visit: (Span<UInt8>, Range<Int>, Range<Int>, Range<Int>) -> Bool
  ) {
    let data = bytes.span
    var start = 0
    while start < data.count {
      guard let blank = data.firstIndex(of: UInt8(ascii: " "), from: start),
        let zero = data.firstIndex(of: 0, from: blank), zero + idLength < data.count
      else { return }
      let end = zero + 1 + idLength
      guard visit(data, start..<blank, blank + 1..<zero, zero + 1..<end) else { return }
      start = end
    }
  }

  private static func entry(
    _ data: Span<UInt8>, _ mode: Range<Int>, _ name: Range<Int>, _ id: Range<Int>
  ) -> TreeEntry? {
    ObjectID(raw: data.extracting(id)).map { id in
      TreeEntry(
        name: String(decoding: data.bytes(name), as: UTF8.self), mode: Self.mode(data, mode),
        id: id)
    }
  }

  private static func mode(_ data: Span<UInt8>, _ range: Range<Int>) -> TreeEntry.Mode {
    if data.matches(range, "40000") { return .folder }
    if data.matches(range, "100644") || data.matches(range, "100664") { return .file }
    if data.matches(range, "100755") { return .executable }
    if data.matches(range, "120000") { return .symbolicLink }
    if data.matches(range, "160000") { return .submodule }
    return .other
  }
}
