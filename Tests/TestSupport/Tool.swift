import Subprocess

/// What a finished program left behind.
package struct ToolResult: Sendable {
  package let status: Int
  package let output: [UInt8]
  package let errors: String

  /// The standard output as text.
  package var text: String { String(decoding: output, as: UTF8.self) }

  /// Whether the program ended with status 0.
  package var succeeded: Bool { status == 0 }
}

/// Runs a program to its end and collects what it writes.
///
/// - Parameters:
///   - command: the program's name or path, and its arguments.
///   - environment: variables laid over the inherited ones; nil takes one away.
///   - isServer: whether others wait for what it does, so that it must not wait for them.
package func runTool(
  _ command: [String], in directory: String? = nil, environment: [String: String?] = [:],
  input: [UInt8] = [], isServer: Bool = false
) async throws -> ToolResult {
  // Tests run in CI as anywhere else.
  let surroundings = ["CI", "GITHUB_ACTIONS", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"]
  var variables: [Environment.Key: String?] = [:]
  for name in surroundings {
    if let key = Environment.Key(rawValue: name) { variables[key] = String?.none }
  }
  for (name, value) in environment {
    if let key = Environment.Key(rawValue: name) { variables[key] = value }
  }
  // Through `env`, which takes the folder, and a path or a name for the program.
  let arguments = Arguments((directory.map { ["-C", $0] } ?? []) + command)
  let all = Environment.inherit.updating(variables)
  let program = {
    try await run(
      .name("env"), arguments: arguments, environment: all, input: .array(input),
      output: .bytes(limit: 1 << 28), error: .string(limit: 1 << 24))
  }
  let result = isServer ? try await program() : try await ToolSlots.shared.run(program)
  let status: Int =
    switch result.terminationStatus {
    case .exited(let code): Int(code)
    case .signaled(let signal): 128 + Int(signal)
    }
  return ToolResult(
    status: status, output: result.standardOutput, errors: result.standardError)
}

/// A program that a test needs did not succeed.
package struct ToolFailure: Error, CustomStringConvertible {
  package let command: [String]
  package let message: String

  /// Says which program failed and with what words.
  package init(command: [String], message: String) {
    self.command = command
    self.message = message
  }

  package var description: String { "\(command.joined(separator: " ")): \(message)" }
}

/// Runs a program that has to succeed.
@discardableResult
package func require(
  _ command: [String], in directory: String? = nil, environment: [String: String?] = [:],
  input: [UInt8] = []
) async throws -> ToolResult {
  let result = try await runTool(
    command, in: directory, environment: environment, input: input)
  guard result.succeeded else {
    throw ToolFailure(command: command, message: result.errors + result.text)
  }
  return result
}
