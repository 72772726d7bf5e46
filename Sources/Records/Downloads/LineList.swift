/// A text of the index that names models or versions, a line for each, and ends with their count.
package struct LineList: Hashable, Sendable {
  /// The fields of each line, without the first line and the last.
  package let lines: [[String]]

  /// Reads a whole text.
  ///
  /// - Parameter word: what it begins with, such as `vitrine-models`.
  package init(_ bytes: [UInt8], word: String) throws(FileListingError) {
    guard let text = String(validating: bytes, as: UTF8.self), !text.utf8.contains(13) else {
      throw FileListingError(problem: "it is no text of a Vitrine site", line: 0)
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard lines.first == [word, "1"] else {
      throw FileListingError(problem: "it does not begin with “\(word) 1”", line: 1)
    }
    guard lines.popLast() == [""], lines.popLast() == ["end", String(lines.count - 1)] else {
      throw FileListingError(problem: "it is cut off", line: 0)
    }
    self.lines = Array(lines.dropFirst())
  }
}
