import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// The program under test, and the parts of the machine that the tests use.
enum Vitrine {
  /// The root of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The binary: the one named by `VITRINE_BINARY`, else the debug build.
  static let binary = variable("VITRINE_BINARY") ?? "\(root)/.build/debug/vitrine"

  /// The optimised build, which `make test` names: cards have a limit of time that a debug build on a
  /// busy machine may miss.
  static let optimised = variable("VITRINE_RELEASE_BINARY")

  /// The folder of the Python parts.
  static let environment = variable("VITRINE_VENV") ?? "\(root)/.venv"

  /// The folder with public registries; it may be absent.
  static let bundles = (variable("VITRINE_SHARED") ?? "\(root)/../shared") + "/fixtures/real"

  /// Whether the tests may give files to others and take networks away.
  static let isRoot = geteuid() == 0

  static func variable(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Runs the program.
  static func run(
    _ arguments: String..., in folder: String? = nil, environment: [String: String?] = [:]
  ) async throws -> ToolResult {
    try await runTool([binary] + arguments, in: folder, environment: environment)
  }

  /// Runs one of the checking tools on a site; everything that it complains of is an issue.
  static func expectSound(
    _ tool: String, _ arguments: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let result = try await runTool(
      ["\(environment)/bin/python", "\(root)/Tests/Tools/\(tool).py"] + arguments)
    #expect(
      result.succeeded, "\(tool): \(result.text.prefix(4000)) \(result.errors.suffix(2000))",
      sourceLocation: sourceLocation)
  }

  /// Gives `body` the site of the demonstration.
  static func withDemo<Result>(
    _ body: (_ folder: String, _ site: String) async throws -> Result
  ) async throws -> Result {
    try await withTemporaryFolder { folder in
      try await require([binary, "demo", "\(folder)/demo"])
      return try await body("\(folder)/demo", "\(folder)/demo/site")
    }
  }
}
