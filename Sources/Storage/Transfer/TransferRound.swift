import Records

/// One try for each open file of a download, as many at a time as the settings allow.
struct TransferRound {
  private let delivery: Delivery
  private let open: [FileProgress]

  /// How many files one `curl` is asked for.
  private static let portion = 32

  /// Work that is done by one program, or by none.
  private enum Task: Sendable {
    case web([WebTransfer.Request])
    case command(Int, [String], url: String)
    case copy(Int, String)
  }

  init(_ delivery: Delivery, _ open: [FileProgress]) {
    self.delivery = delivery
    self.open = open
  }

  /// What became of each file by its number.
  func run() async throws(TransferFailure) -> [Int: WebTransfer.Outcome] {
    var outcomes: [Int: WebTransfer.Outcome] = [:]
    var requests: [WebTransfer.Request] = []
    var tasks: [Task] = []
    var blobs: [(number: Int, id: String)] = []
    for progress in open {
      if progress.isComplete(delivery.staging) {
        outcomes[progress.number] = .ended
        continue
      }
      switch progress.file.sources[progress.source] {
      case .web(let url, let credentials):
        requests.append(
          WebTransfer.Request(
            number: progress.number, url: url, credentials: credentials,
            part: delivery.staging.part(progress.number), start: progress.start(delivery.staging),
            size: progress.file.size))
      case .command(let words, let url): tasks.append(.command(progress.number, words, url: url))
      case .file(let path): tasks.append(.copy(progress.number, path))
      case .blob(let id): blobs.append((progress.number, id))
      }
    }
    let jobs = max(delivery.settings.jobs, 1)
    let portion = min(Self.portion, (requests.count + jobs - 1) / jobs)
    for start in stride(from: 0, to: requests.count, by: max(portion, 1)) {
      tasks.append(.web(Array(requests[start..<min(start + portion, requests.count)])))
    }
    await write(blobs, &outcomes)
    await work(tasks, jobs, &outcomes)
    return outcomes
  }

  private func write(
    _ blobs: [(number: Int, id: String)], _ outcomes: inout [Int: WebTransfer.Outcome]
  ) async {
    guard !blobs.isEmpty, let writer = delivery.blobs else { return }
    do {
      try await writer(blobs.map { ($0.id, delivery.staging.part($0.number)) })
      for (number, _) in blobs {
        outcomes[number] =
          LocalFile.exists(delivery.staging.part(number)) ? .ended : .absent
      }
    } catch {
      for (number, _) in blobs { outcomes[number] = .absent }
    }
  }

  private func work(
    _ tasks: [Task], _ jobs: Int, _ outcomes: inout [Int: WebTransfer.Outcome]
  ) async {
    let delivery = delivery
    await withTaskGroup(of: [Int: WebTransfer.Outcome].self) { group in
      for (index, task) in tasks.enumerated() {
        if index >= jobs, let done = await group.next() { outcomes.merge(done) { $1 } }
        group.addTask { await Self.run(task, delivery) }
      }
      for await done in group { outcomes.merge(done) { $1 } }
    }
  }

  private static func run(
    _ task: Task, _ delivery: Delivery
  ) async -> [Int: WebTransfer.Outcome] {
    let (settings, staging) = (delivery.settings, delivery.staging)
    switch task {
    case .web(let requests):
      return await WebTransfer(program: settings.downloader, timeout: settings.timeout)
        .run(requests)
    case .command(let number, let words, let url):
      let mask = SecretMask(
        secrets: settings.secrets.map(\.text), environment: SecretMask.environment)
      let outcome = await CommandTransfer(mask: mask).run(
        words, url: url, to: staging.part(number))
      return [number: outcome]
    case .copy(let number, let path):
      switch LocalFile.copy(path, to: staging.part(number)) {
      case .done: return [number: .ended]
      case .unreadable: return [number: .absent]
      case .unwritable: return [number: .unwritable]
      }
    }
  }
}
