import FoundationEssentials
import Subprocess

/// Reads single documents of a web server with `curl`, which neither the user's `~/.curlrc` nor the
/// environment steers, but for proxies and certificates.
package enum WebDocument {
  /// What became of a request.
  package enum Answer: Sendable {
    case found([UInt8])
    case absent

    /// Why there is no answer, for people.
    case failed(String)
  }

  /// The longest document, in bytes, and the longest wait, in seconds.
  private static let (limit, timeout) = (1 << 28, 120)

  /// Whether a text is an address that can be read.
  package static func isAddress(_ text: String) -> Bool {
    text.hasPrefix("https://") || text.hasPrefix("http://")
  }

  /// The document at an address of the web.
  package static func read(_ address: String) async -> Answer {
    guard isAddress(address), let url = DownloadText.quoted(address) else {
      return .failed("it is no address that begins with https:// or http://")
    }
    let input = [
      "silent", "fail", "globoff", "location", "max-redirs = 5", "connect-timeout = 10",
      "max-time = \(timeout)", "retry = 2", "max-filesize = \(limit)", "proto = \"=http,https\"",
      "proto-redir = \"=http,https\"", "url = \(url)",
      "write-out = \"%{stderr}0 %{exitcode} %{http_code}\"",
    ].joined(separator: "\n")
    let outcome = await ProcessLimits.run(seconds: timeout + 10) {
      let result = try await Subprocess.run(
        .name("curl"), arguments: ["-q", "-K", "-"], environment: Downloads.environment,
        platformOptions: ProcessLimits.platformOptions, input: .string(input),
        output: .bytes(limit: limit), error: .string(limit: 1 << 16))
      return (result.standardOutput, result.standardError)
    }
    switch outcome {
    case .late: return .failed("the server did not answer in time")
    case .failed(let error):
      return .failed(
        ProcessLimits.isMissing(error) ? "curl is not installed" : "curl could not be run")
    case .done(let (bytes, words)):
      guard let answer = words.split(separator: "\n").compactMap(DownloadAnswer.read).last?.answer
      else { return .failed("curl gave no answer") }
      if answer.exitCode == 0 { return .found(bytes) }
      if answer.status == 404 || answer.status == 410 { return .absent }
      return .failed(
        answer.status >= 400
          ? "the server answers with status \(answer.status)" : "the server \(answer.words)")
    }
  }
}
