/// An element of a drawing as a browser would read it, for tests.
package struct DrawnElement {
  package let name: String
  package let attributes: [String: String]

  /// The text up to the next tag.
  package let text: String

  /// The elements of a drawing in the order of their start tags.
  package static func all(in svg: [UInt8]) -> [DrawnElement] {
    String(decoding: svg, as: UTF8.self).split(separator: "<").compactMap { piece in
      guard !piece.hasPrefix("/"), let end = piece.firstIndex(of: ">") else { return nil }
      let tag = piece[..<end].split(separator: " ", maxSplits: 1)
      let rest = tag.count > 1 ? String(tag[1]) : ""
      let name = tag[0].trimmingSlash
      return DrawnElement(
        name: name, attributes: attributes(in: rest),
        text: String(piece[piece.index(after: end)...]))
    }
  }

  /// An attribute as a number.
  package func number(_ attribute: String) -> Double? { attributes[attribute].flatMap(Double.init) }

  private static func attributes(in text: String) -> [String: String] {
    var attributes: [String: String] = [:]
    var parts = text.split(separator: "\"", omittingEmptySubsequences: false)[...]
    while parts.count >= 2 {
      let name = parts.removeFirst().drop { $0 == " " }.dropLast()
      attributes[String(name)] = String(parts.removeFirst())
    }
    return attributes
  }
}

extension Substring {
  fileprivate var trimmingSlash: String { String(last == "/" ? dropLast() : self) }
}
