import Records
import Subprocess

/// Fetches files over HTTP, each going on where its part ends, with one `curl` for several of them.
struct WebTransfer: Sendable {
  /// A file that is asked for.
  struct Request: Sendable {
    let number: Int
    let url: String
    let credentials: RemoteCredentials?

    /// The file that it goes to, and how much of it is there.
    let part: String
    let start: Int

    /// The largest that it may be, in bytes.
    let size: Int?
  }

  /// What became of a request.
  enum Outcome: Hashable, Sendable {
    /// The transfer came to its end.
    case ended
    /// Trying again may help.
    case failed(String)
    /// The part must be begun anew.
    case unusablePart
    case tooLarge
    case absent
    case forbidden(Int)
    case unwritable
    case missingProgram
  }

  let program: String

  /// After so many seconds without a byte, a transfer has failed.
  let timeout: Int

  /// What became of each request by its number.
  func run(_ requests: [Request]) async -> [Int: Outcome] {
    var outcomes: [Int: Outcome] = [:]
    var sections: [String] = []
    for request in requests {
      if let section = section(request) {
        sections.append(section)
      } else {
        outcomes[request.number] = .failed("the address or the credentials hold control characters")
      }
    }
    guard !sections.isEmpty else { return outcomes }
    do {
      let answers = try await transfer(sections.joined(separator: "next\n"), requests)
      for request in requests where outcomes[request.number] == nil {
        outcomes[request.number] =
          answers[request.number].map { outcome($0, request) } ?? Self.unanswered(request)
      }
    } catch {
      let isMissing = ProcessLimits.isMissing(error)
      for request in requests where outcomes[request.number] == nil {
        outcomes[request.number] = isMissing ? .missingProgram : Self.unanswered(request)
      }
    }
    return outcomes
  }

  private func section(_ request: Request) -> String? {
    guard let url = DownloadText.quoted(request.url), let part = DownloadText.quoted(request.part),
      let login = DownloadText.login(request.credentials)
    else { return nil }
    var lines = [
      "silent", "fail", "globoff", "netrc-optional", "connect-timeout = \(min(timeout, 20))",
      "speed-limit = 1", "speed-time = \(timeout)", "proto = \"=http,https\"",
      "proto-redir = \"=http,https\"", "max-redirs = 5",
    ]
    lines += login
    // curl sends a header of ours wherever it is led; a name and password only to the first server.
    if !login.contains(where: { $0.hasPrefix("header") }) { lines.append("location") }
    if let size = request.size { lines.append("max-filesize = \(max(size, 1))") }
    lines += [
      "continue-at = \(request.start)", "url = \(url)", "output = \(part)",
      "write-out = \"\\n\(request.number) %{exitcode} %{http_code}\\n\"",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func transfer(
    _ input: String, _ requests: [Request]
  ) async throws -> [Int: DownloadAnswer] {
    let sizes = requests.map(\.size)
    let result = try await Subprocess.run(
      .name(program), arguments: ["-q", "-K", "-"], environment: Downloads.environment,
      platformOptions: ProcessLimits.platformOptions, input: .inputWriter,
      output: .string(limit: 4_096 + requests.count * 64), error: .discarded
    ) { execution in
      if !sizes.contains(nil) {
        // Before it has read what to do, so that no file grows without end.
        ProcessLimits.limitFiles(
          of: execution.processIdentifier.value, to: (sizes.compactMap(\.self).max() ?? 0) + 1)
      }
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

  private func outcome(_ answer: DownloadAnswer, _ request: Request) -> Outcome {
    switch (answer.exitCode, answer.status) {
    case (0, _): .ended
    case (22, 401), (22, 403), (22, 407): .forbidden(answer.status)
    case (22, 404), (22, 410): .absent
    case (22, 416), (33, _), (36, _): .unusablePart
    case (63, _): .tooLarge
    case (23, _): Self.unanswered(request) == .tooLarge ? .tooLarge : .unwritable
    case (22, let status): .failed("status \(status)")
    case (18, _), (56, _), (92, _): .failed("the connection ended early")
    default: .failed("the server \(answer.words)")
    }
  }

  /// A file that outgrows its limit ends the process.
  private static func unanswered(_ request: Request) -> Outcome {
    if let size = request.size, LocalFile.size(of: request.part) > size { return .tooLarge }
    return .failed("curl ended without an answer")
  }
}
