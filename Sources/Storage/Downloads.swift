import FoundationEssentials
import Glibc
import Records
import Subprocess

/// Fetches objects over HTTP with a single `curl`, which asks for several at a time.
///
/// Neither the user's `~/.curlrc` nor anything else of the environment has a say, but for proxies and
/// certificates.
struct Downloads: Sendable {
  let program: String

  /// The largest object, in bytes.
  let limit: Int

  /// For one object, in seconds; for all together, four times as long.
  let timeout: Int

  /// The answer to each order, in the order of `orders`.
  func run(_ orders: [RemoteOrder]) async -> [(RemoteOrder, Lookup)] {
    guard !orders.isEmpty else { return [] }
    guard let folder = PrivateFolder() else {
      let lookup = Lookup.failed(
        reason: "no temporary folder can be made for the download",
        help: "set TMPDIR to a folder that can be written to")
      return orders.map { ($0, lookup) }
    }
    defer { folder.remove(count: orders.count) }
    var lookups = Array(repeating: Lookup?.none, count: orders.count)
    let texts = orders.indices.map { index in
      DownloadText(limit: limit, timeout: timeout).section(orders[index], index, folder.file(index))
    }
    for index in orders.indices where texts[index] == nil {
      lookups[index] = .failed(
        reason: "the address or the credentials of remote \(FetchText.shown(orders[index].remote)) "
          + "hold control characters",
        help: "mend the remote in DVC's configuration")
    }
    await fill(&lookups, orders, texts, folder)
    return orders.indices.map { (orders[$0], lookups[$0] ?? .absent) }
  }

  /// Runs curl until every object has an answer: more than once only where an object was larger than
  /// the limit without saying so, which ends the process.
  private func fill(
    _ lookups: inout [Lookup?], _ orders: [RemoteOrder], _ texts: [String?], _ folder: PrivateFolder
  ) async {
    let end = ContinuousClock.now + .seconds(timeout * 4)
    var words = "did not answer in time"
    for _ in 0..<Self.runLimit {
      let open = texts.indices.filter { lookups[$0] == nil }
      let left = (end - ContinuousClock.now).components.seconds
      guard !open.isEmpty, left > 0 else { break }
      let input = DownloadText.start + open.compactMap { texts[$0] }.joined(separator: "next\n")
      let outcome = await ProcessLimits.run(seconds: Int(left)) { [self] in
        try await transfer(input, count: open.count)
      }
      guard case .done(let answers) = outcome else {
        if case .failed(let error) = outcome, ProcessLimits.isMissing(error) {
          for index in open { lookups[index] = Self.missing }
        }
        break
      }
      var hasGrown = false
      for index in open {
        if let answer = answers[index] {
          lookups[index] = lookup(answer, folder.file(index), orders[index].remote)
        } else if LocalFile.size(of: folder.file(index)) > limit {
          lookups[index] = .tooLarge(limit + 1)
          hasGrown = true
        }
      }
      guard hasGrown else {
        words = "can't be read: curl ended without an answer"
        break
      }
    }
    for index in orders.indices where lookups[index] == nil {
      let remote = orders[index].remote
      lookups[index] = Self.failed(remote, words, Self.later)
    }
  }

  /// Starts curl and returns what it says about each object by its number.
  private func transfer(_ input: String, count: Int) async throws -> [Int: DownloadAnswer] {
    let result = try await Subprocess.run(
      .name(program), arguments: ["-q", "-K", "-"], environment: Self.environment,
      platformOptions: ProcessLimits.platformOptions, input: .inputWriter,
      output: .string(limit: 4_096 + count * 64), error: .discarded
    ) { execution in
      // Before it has read what to do, so that no file escapes the limit.
      ProcessLimits.limitFiles(of: execution.processIdentifier.value, to: limit + 1)
      _ = try await execution.standardInputWriter.write(Array(input.utf8))
      try await execution.standardInputWriter.finish()
    }
    var answers: [Int: DownloadAnswer] = [:]
    for line in result.standardOutput.split(separator: "\n") {
      guard let (number, answer) = DownloadAnswer.read(line) else { continue }
      answers[number] = answer
    }
    return answers
  }

  private func lookup(_ answer: DownloadAnswer, _ file: String, _ remote: DVCRemote) -> Lookup {
    switch (answer.exitCode, answer.status) {
    case (0, _):
      let found = LocalFile.read(file, limit: limit)
      // For an answer without a body, curl may write no file.
      return found == .absent ? .found([]) : found
    case (63, _): return .tooLarge(limit + 1)
    case (_, 401), (_, 403):
      let help =
        remote.withholdsCredentials
        ? "the credentials of this machine are meant for another server: name this one in the work "
          + "tree's .dvc/config, too"
        : "set the remote's credentials in .dvc/config.local or the user's DVC configuration"
      return Self.failed(remote, "refuses access (status \(answer.status))", help)
    case (_, 404), (_, 410):
      return .failed(reason: FetchText.absent(remote), help: FetchText.dvcPush)
    case (_, 400...): return Self.failed(remote, "answers with status \(answer.status)", Self.later)
    default: return Self.failed(remote, answer.words, Self.later)
    }
  }

  private static func failed(_ remote: DVCRemote, _ words: String, _ help: String) -> Lookup {
    .failed(reason: "remote \(FetchText.shown(remote)) \(words)", help: help)
  }

  private static let later = "try again, or run `dvc fetch` before"

  private static let missing = Lookup.failed(
    reason: "curl, which fetches from remotes in the web, is not installed",
    help: "install curl, or run `dvc fetch` before")

  /// How often curl is started at most.
  private static let runLimit = 4

  static var environment: Environment {
    let names = [
      "http_proxy", "https_proxy", "HTTPS_PROXY", "no_proxy", "NO_PROXY", "all_proxy", "ALL_PROXY",
      "SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE", "PATH",
    ]
    let inherited = ProcessInfo.processInfo.environment
    var variables: [Environment.Key: String] = ["LC_ALL": "C"]
    for name in names {
      if let value = inherited[name], let key = Environment.Key(rawValue: name) {
        variables[key] = value
      }
    }
    return .custom(variables)
  }
}
