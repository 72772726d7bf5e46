/// Reads the start of a line by columns, where tabs reach to multiples of four.
struct LineCursor {
  /// What is not read yet, but for columns of a tab.
  private(set) var rest: ArraySlice<UInt8>
  private var column = 0

  /// The columns of the last tab that are not read yet.
  private var pending = 0

  /// Begins at the start of a line.
  init(_ line: ArraySlice<UInt8>) { rest = line }

  /// What is not read yet, with spaces for the rest of a tab.
  var content: [UInt8] { [UInt8](repeating: UInt8(ascii: " "), count: pending) + rest }

  /// Reads blanks and gives how many columns they took.
  @discardableResult
  mutating func skipBlanks(atMost limit: Int = .max) -> Int {
    var count = 0
    while count < limit {
      if pending == 0 {
        guard let byte = rest.first, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") else {
          return count
        }
        rest.removeFirst()
        pending = byte == UInt8(ascii: "\t") ? 4 - column % 4 : 1
      }
      let step = min(pending, limit - count)
      pending -= step
      column += step
      count += step
    }
    return count
  }

  /// Reads the mark of a block quote and a blank after it; false if there is none.
  mutating func skipQuoteMark() -> Bool {
    var next = self
    guard next.skipBlanks() < 4, next.rest.first == UInt8(ascii: ">") else { return false }
    next.skip(1)
    next.skipBlanks(atMost: 1)
    self = next
    return true
  }

  /// Reads the mark of a list's item and gives by how many columns the item's later lines are
  /// indented; nothing if there is none.
  mutating func skipItemMark() -> Int? {
    var next = self
    let indentation = next.skipBlanks()
    guard let length = ContainerMarks.length(ofMarkAt: next.rest),
      next.rest.first != UInt8(ascii: ">")
    else { return nil }
    next.skip(length)
    self = next
    let blanks = next.skipBlanks(atMost: 5)
    let padding = blanks == 5 || blanks == 0 || next.rest.isEmpty ? 1 : blanks
    skipBlanks(atMost: padding)
    return indentation + length + padding
  }

  private mutating func skip(_ count: Int) {
    rest = rest.dropFirst(count)
    column += count
  }
}
