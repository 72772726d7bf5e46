extension Sequence where Element == Int {
  /// The sum; nothing where it is larger than any file can be, as sizes that somebody made up are.
  package var checkedSum: Int? {
    var sum = 0
    for number in self {
      let (next, isTooLarge) = sum.addingReportingOverflow(number)
      guard !isTooLarge else { return nil }
      sum = next
    }
    return sum
  }
}
