import TestSupport

/// The programs that download: both scripts, the first in two shells, and ours.
enum GetClient: String, CaseIterable, Sendable {
  case dash, busybox, python, vitrine

  static let scripts: [GetClient] = [.dash, .busybox, .python]

  /// Fetches `choice` into `folder`; the path that it prints is the last line of its output.
  func get(
    _ choice: String, from site: String, into folder: String, _ options: [String] = [],
    environment: [String: String?] = [:]
  ) async throws -> ToolResult {
    try await runTool(
      command + ["--from", site, "-o", folder] + options + [choice],
      environment: environment.merging(["HOME": "\(folder)/none", "NO_COLOR": "1"]) { $1 })
  }

  /// The program and its first words.
  var command: [String] {
    let script = "\(Vitrine.root)/Assets/get-model.sh"
    return switch self {
    case .dash: ["dash", script]
    case .busybox: ["busybox", "sh", script]
    case .python: ["\(Vitrine.environment)/bin/python", "\(Vitrine.root)/Assets/get_model.py"]
    case .vitrine: [Vitrine.binary, "get"]
    }
  }
}

/// Serves a folder by one of the tools `serve_….py` while `body` runs.
func serving<Result: Sendable>(
  _ tool: String, _ folder: String, scratch: String,
  _ body: (_ address: String) async throws -> Result
) async throws -> Result {
  try await require(["mkdir", "-p", scratch])
  return try await withFileServer(
    folder, python: "\(Vitrine.environment)/bin/python",
    script: "\(Vitrine.root)/Tests/Tools/serve_\(tool).py", scratch: scratch, body)
}

/// Everything below a folder, hidden files among it.
func names(in folder: String) async throws -> [String] {
  let found = try await require(["find", folder, "-mindepth", "1"])
  return found.text.split(separator: "\n").map(String.init).sorted()
}
