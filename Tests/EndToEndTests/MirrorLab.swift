import FoundationEssentials
import TestSupport

/// A repository on a server of its own, and the site that is built from it.
struct MirrorLab: Sendable {
  let folder: String

  /// The server's address.
  let address: String

  /// Gives `body` a server with one repository, `models/churn.git`.
  static func with(_ body: (MirrorLab) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      let origin = GitScript("\(folder)/work")
      try await origin.initialize()
      try await origin.commit([
        "metrics.json": "{\"auc\": 0.81}\n", "model.bin": "the weights\n",
        "dvc.yaml": "metrics: [metrics.json]\nartifacts:\n  churn: {path: model.bin}\n",
      ])
      try await origin.tag("churn@v1.0.0", at: 1_704_067_300)
      try await origin.tag("churn#prod#1", at: 1_704_067_400)
      try await require(["mkdir", "-p", "\(folder)/served/models"])
      try await origin.git("clone", "-q", "--bare", ".", "\(folder)/served/models/churn.git")
      try await withFileServer(
        "\(folder)/served", python: "\(Vitrine.environment)/bin/python",
        script: "\(Vitrine.root)/Tests/Tools/serve_git.py", scratch: folder
      ) { address in
        try await body(MirrorLab(folder: folder, address: address))
      }
    }
  }

  var origin: GitScript { GitScript("\(folder)/work") }

  /// The repository's address where the server behaves in a way.
  func url(_ mode: String = "plain") -> String { "\(address)/\(mode)/models/churn.git" }

  /// Makes the server behave in a way, whatever the address says; with nothing, as the address says.
  func misbehave(_ mode: String?) throws {
    let file = "\(folder)/port.mode"
    guard let mode else { return try FileManager.default.removeItem(atPath: file) }
    try writeFile(file, mode)
  }

  /// Brings to the server what has changed in the repository.
  func push() async throws {
    try await origin.git(
      "push", "-q", "--prune", "\(folder)/served/models/churn.git", "+refs/heads/*:refs/heads/*",
      "+refs/tags/*:refs/tags/*")
  }

  /// What the server was asked since the last time.
  func takeLog() throws -> [String] {
    let file = "\(folder)/port.log"
    guard fileExists(file) else { return [] }
    let lines = String(decoding: try readFile(file), as: UTF8.self).split(separator: "\n")
    try FileManager.default.removeItem(atPath: file)
    return lines.map(String.init)
  }

  @discardableResult
  func build(
    _ arguments: [String], site: String = "site", environment: [String: String?] = [:]
  ) async throws -> ToolResult {
    try await runTool(
      [
        Vitrine.binary, "build", "-o", "\(folder)/\(site)", "--cache", "\(folder)/cache",
      ] + arguments, in: folder, environment: environment)
  }

  func text(_ path: String) throws -> String {
    String(decoding: try readFile("\(folder)/\(path)"), as: UTF8.self)
  }
}
