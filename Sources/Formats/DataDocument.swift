/// What a record file says, and what in it was read on over.
package struct DataDocument: Sendable {
  /// Nothing where the file holds nothing.
  package let value: DataValue?

  /// Duplicate keys, unknown tags and their like; the value is what could be made of them.
  package let problems: [FormatError]

  /// Pairs a value with the problems met on the way to it.
  package init(value: DataValue?, problems: [FormatError] = []) {
    self.value = value
    self.problems = problems
  }
}

extension DataDocument {
  /// The document of a file of blanks and line ends only (`bad-input.md`, P009); nothing for a file
  /// that holds more.
  init?(blank bytes: [UInt8]) {
    let text = bytes.dropFirst(TextEncoding.markLength(of: bytes))
    guard text.allSatisfy({ $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }) else { return nil }
    self.init(
      value: nil,
      problems: [
        FormatError(
          code: "P009", line: 1, column: 1, problem: "the file is empty",
          help: "write its content or remove the file")
      ])
  }
}
