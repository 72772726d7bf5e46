import Glibc
import Records
import Subprocess

/// Lets a configured program write a file, without a shell and in the user's own environment.
struct CommandTransfer: Sendable {
  let mask: SecretMask

  /// The program's words with the address in them, and the file that its output becomes.
  ///
  /// - Returns: what went wrong; nothing where the program succeeded.
  func run(_ words: [String], url: String, to part: String) async -> WebTransfer.Outcome {
    let words = words.map { $0.replacing("{url}", with: url) }
    guard let program = words.first, !words.contains(where: { $0.utf8.contains(0) }) else {
      return .failed("its storage command can't be started")
    }
    let descriptor = LocalFile.create(part)
    guard descriptor >= 0 else { return .unwritable }
    defer { close(descriptor) }
    do {
      // A path goes through `env`, which takes names and paths alike.
      let isPath = program.utf8.contains(UInt8(ascii: "/"))
      let arguments = Arguments((isPath ? [program] : []) + Array(words.dropFirst()))
      let result = try await Subprocess.run(
        .name(isPath ? "env" : program), arguments: arguments, environment: .inherit,
        platformOptions: ProcessLimits.platformOptions, input: .none, output: .sequence,
        error: .bytes(limit: 1 << 20)
      ) { execution in
        for try await chunk in execution.standardOutput {
          let bytes = unsafe chunk.withUnsafeBytes { unsafe Array($0) }
          guard LocalFile.write(bytes, to: descriptor) else { return false }
        }
        return true
      }
      guard result.closureResult else { return .unwritable }
      if result.terminationStatus.isSuccess { return .ended }
      let message = mask.lastLine(of: result.standardError)
      return .failed(
        "its storage command failed" + (message.isEmpty ? "" : ": \(message)"))
    } catch {
      let isMissing = ProcessLimits.isMissing(error)
      return .failed("its storage command " + (isMissing ? "is not installed" : "failed"))
    }
  }
}
