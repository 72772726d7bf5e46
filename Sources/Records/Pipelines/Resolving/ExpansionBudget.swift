/// How much may be made of the files of one project; every loop that a file can stretch draws on it.
struct ExpansionBudget {
  /// Stages, after `foreach` and `matrix`.
  private(set) var stages = 10_000

  /// Paths, params and commands of stages.
  private var nodes = 100_000

  /// Bytes of texts that something was put into.
  private var bytes = 16 << 20

  /// Variables read, merged and looked through, and comparisons with a lock's paths.
  private var steps = 4_000_000

  /// Whether something was asked for that is no longer there.
  private(set) var isSpent = false

  /// Draws a stage with a number of nodes.
  mutating func takeStage(nodes count: Int) -> Bool {
    guard stages > 0, nodes >= count else { return refuse() }
    stages -= 1
    nodes -= count
    return true
  }

  /// Draws bytes of text.
  mutating func takeBytes(_ count: Int) -> Bool {
    guard bytes >= count else { return refuse() }
    bytes -= count
    return true
  }

  /// Draws steps of work.
  mutating func takeSteps(_ count: Int) -> Bool {
    guard steps >= count else { return refuse() }
    steps -= count
    return true
  }

  private mutating func refuse() -> Bool {
    isSpent = true
    return false
  }
}
