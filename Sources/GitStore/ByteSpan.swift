/// The few searches that parsing Git's objects needs.
extension Span<UInt8> {
  /// The first place of `byte` at or after `start`.
  func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    var index = start
    while index < count {
      if self[index] == byte { return index }
      index += 1
    }
    return nil
  }

  /// The last place of `byte` before `end`.
  func lastIndex(of byte: UInt8, before end: Int? = nil) -> Int? {
    var index = (end ?? count) - 1
    while index >= 0 {
      if self[index] == byte { return index }
      index -= 1
    }
    return nil
  }

  /// The ranges between the separators that hold at least one byte.
  func fields(separatedBy separator: UInt8) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for index in 0...count where index == count || self[index] == separator {
      if index > start { ranges.append(start..<index) }
      start = index + 1
    }
    return ranges
  }

  /// Whether the bytes begin with `prefix`.
  func hasPrefix(_ prefix: StaticString, at start: Int = 0) -> Bool {
    guard count - start >= prefix.utf8CodeUnitCount else { return false }
    for index in 0..<prefix.utf8CodeUnitCount
    where unsafe self[start + index] != prefix.utf8Start[index] { return false }
    return true
  }

  /// The bytes of `range` as text, or nothing where they are not UTF-8.
  func text(_ range: Range<Int>) -> String? {
    let part = extracting(range)
    return unsafe part.withUnsafeBufferPointer { unsafe String(validating: $0, as: UTF8.self) }
  }

  /// The bytes of `range`, copied.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    let part = extracting(range)
    return unsafe part.withUnsafeBufferPointer { unsafe Array($0) }
  }
}
