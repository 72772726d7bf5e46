/// Finds counters that no tag of an artifact has: a tag was deleted, or was not fetched.
enum CounterGaps {
  /// A longer number was not counted up to.
  private static let digitLimit = 9

  /// One diagnostic, whatever the number of gaps (`bad-input.md`, T005).
  static func diagnostics(of artifact: Artifact, in repository: String) -> [Diagnostic] {
    let counters = artifact.events.compactMap { TagName(parsing: $0.tag)?.counter }
      .filter { $0.utf8.count <= digitLimit }.compactMap { Int($0) }.filter { $0 > 0 }
    let known = Set(counters).sorted()
    // Where no tag has a counter, nothing counts; one without may stand for any number before it.
    let uncounted = artifact.events.count - counters.count
    var gaps: [(first: Int, last: Int)] = []
    var next = 1
    for counter in known {
      if counter > next { gaps.append((next, counter - 1)) }
      next = counter + 1
    }
    let missing = gaps.reduce(0) { $0 + $1.last - $1.first + 1 }
    guard missing > uncounted, let first = gaps.first else { return [] }
    let count = missing - uncounted
    return [
      Diagnostic(
        "T005", .warning, at: DiagnosticPlace(repository: repository, artifact: artifact.name),
        problem: count == 1
          ? "a counter is left out among its tags, the first near \(first.first)"
          : "\(count) counters are left out among its tags, the first near \(first.first)",
        consequence: "none, unless tags were deleted or not fetched",
        help: "git fetch --tags; deregister and unassign instead of deleting tags")
    ]
  }
}
