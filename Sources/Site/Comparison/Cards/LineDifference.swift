/// What lines were taken out and put in between two texts.
struct LineDifference: Equatable, Sendable {
  enum Change: Equatable, Sendable {
    /// So many lines that both have.
    case same(Int)
    case removed(String)
    case added(String)
  }

  private(set) var changes: [Change] = []

  /// Longer texts are told apart without asking which lines correspond: the work grows with the product
  /// of both lengths.
  private static let limit = 500_000

  init(from before: [String], to after: [String]) {
    var start = 0
    while start < min(before.count, after.count), before[start] == after[start] { start += 1 }
    var end = 0
    while end < min(before.count, after.count) - start,
      before[before.count - 1 - end] == after[after.count - 1 - end]
    {
      end += 1
    }
    append(same: start)
    let (old, new) = (before[start..<before.count - end], after[start..<after.count - end])
    if old.count * new.count > Self.limit {
      changes += old.map(Change.removed) + new.map(Change.added)
    } else {
      compare(Array(old), Array(new))
    }
    append(same: end)
  }

  var isEmpty: Bool { changes.allSatisfy { if case .same = $0 { true } else { false } } }

  /// By the longest common subsequence, what is removed before what is added.
  private mutating func compare(_ old: [String], _ new: [String]) {
    let (oldNumbers, newNumbers) = Self.numbers(old, new)
    let width = new.count + 1
    var lengths = [Int32](repeating: 0, count: (old.count + 1) * width)
    for one in old.indices.reversed() {
      for other in new.indices.reversed() {
        lengths[one * width + other] =
          oldNumbers[one] == newNumbers[other]
          ? lengths[(one + 1) * width + other + 1] + 1
          : max(lengths[(one + 1) * width + other], lengths[one * width + other + 1])
      }
    }
    var (one, other) = (0, 0)
    while one < old.count || other < new.count {
      if one < old.count, other < new.count, oldNumbers[one] == newNumbers[other] {
        append(same: 1)
        (one, other) = (one + 1, other + 1)
      } else if other == new.count
        || (one < old.count
          && lengths[(one + 1) * width + other] >= lengths[one * width + other + 1])
      {
        changes.append(.removed(old[one]))
        one += 1
      } else {
        changes.append(.added(new[other]))
        other += 1
      }
    }
  }

  /// The lines as numbers, equal for equal ones, since each is compared with many.
  private static func numbers(_ old: [String], _ new: [String]) -> ([Int], [Int]) {
    var numbers: [String: Int] = [:]
    func number(_ line: String) -> Int {
      if let known = numbers[line] { return known }
      defer { numbers[line] = numbers.count }
      return numbers.count
    }
    return (old.map(number), new.map(number))
  }

  private mutating func append(same count: Int) {
    guard count > 0 else { return }
    if case .same(let before) = changes.last {
      changes[changes.count - 1] = .same(before + count)
    } else {
      changes.append(.same(count))
    }
  }
}
