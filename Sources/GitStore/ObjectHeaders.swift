/// The header block that tag and commit objects begin with.
extension Span<UInt8> {
  /// Gives the range of each header's key and value to `visit`, and returns where the body begins.
  ///
  /// Continuation lines, which begin with a blank, belong to multi-line headers that nobody here
  /// reads; they are passed over. Nothing is returned where the object ends after its headers.
  func eachHeader(_ visit: (Range<Int>, Range<Int>) -> Void) -> Int? {
    var start = 0
    while start < count {
      if self[start] == UInt8(ascii: "\n") { return start + 1 }
      let end = firstIndex(of: UInt8(ascii: "\n"), from: start) ?? count
      if self[start] != UInt8(ascii: " "),
        let blank = firstIndex(of: UInt8(ascii: " "), from: start), blank < end
      {
        visit(start..<blank, blank + 1..<end)
      }
      start = end + 1
    }
    return nil
  }

  /// Whether the bytes of `range` are exactly `word`.
  func matches(_ range: Range<Int>, _ word: StaticString) -> Bool {
    range.count == word.utf8CodeUnitCount && hasPrefix(word, at: range.lowerBound)
  }
}
