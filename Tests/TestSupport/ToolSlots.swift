/// Lets a few programs run at a time, however many tests ask for one.
///
/// Tests run side by side, and hundreds of processes would only wait for each other.
actor ToolSlots {
  static let shared = ToolSlots(count: 6)

  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  private init(count: Int) { free = count }

  /// Runs `work` as soon as there is a slot.
  nonisolated func run<Result>(
    _ work: () async throws -> Result
  ) async rethrows -> Result {
    await take()
    do {
      let result = try await work()
      await give()
      return result
    } catch {
      await give()
      throw error
    }
  }

  private func take() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  private func give() {
    if waiting.isEmpty {
      free += 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}
