/// A ref: its full name and the object that it points at, not peeled.
package struct GitReference: Hashable, Sendable {
  /// The name from `refs/` on.
  package let name: String
  package let id: ObjectID

  /// Whether it is the branch that HEAD names.
  package let isHead: Bool

  /// Makes a reference from its parts.
  package init(name: String, id: ObjectID, isHead: Bool = false) {
    self.name = name
    self.id = id
    self.isHead = isHead
  }
}

extension GitReference {
  /// Reads the records of `for-each-ref`: name, id and a star for HEAD's branch, each ended by NUL,
  /// the last one by a line feed.
  static func parse(_ output: [UInt8]) -> [GitReference] {
    let bytes = output.span
    var references: [GitReference] = []
    var start = 0
    while start < bytes.count {
      guard let nameEnd = bytes.firstIndex(of: 0, from: start),
        let idEnd = bytes.firstIndex(of: 0, from: nameEnd + 1),
        let end = bytes.firstIndex(of: UInt8(ascii: "\n"), from: idEnd + 1)
      else { break }
      // A ref whose name is not UTF-8 can't be a GTO tag, and no page could link to it.
      if let name = bytes.text(start..<nameEnd),
        let id = ObjectID(hex: bytes.extracting(nameEnd + 1..<idEnd))
      {
        references.append(
          GitReference(name: name, id: id, isHead: bytes[idEnd + 1] == UInt8(ascii: "*")))
      }
      start = end + 1
    }
    return references
  }

  /// The format that `parse` reads.
  ///
  /// Only fields that open no object: with any other, one ref whose object is missing ends the
  /// whole listing.
  static let format = "--format=%(refname)%00%(objectname)%00%(HEAD)"
}
