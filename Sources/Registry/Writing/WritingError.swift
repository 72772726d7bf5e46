/// Why nothing is written, in the words of GTO (`tags.md` §4.2).
package struct WritingError: Error, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }

  static func invalidName(_ name: String) -> WritingError {
    WritingError(
      "Invalid value '\(name)'. Only letters, numbers, '_', '-', '/' are allowed. Value must be of "
        + "len >= 2 and must start and end with a letter or a number.")
  }
}
