import FoundationEssentials

/// Serves a folder over HTTP on the loopback address while `body` runs.
///
/// - Parameters:
///   - python: the interpreter for `script`, the tool `serve_folder.py`.
///   - scratch: a folder for the tool's own file.
///   - body: takes the server's address, without a slash at its end.
package func withFileServer<Result: Sendable>(
  _ folder: String, python: String, script: String, scratch: String,
  _ body: (_ address: String) async throws -> Result
) async throws -> Result {
  let portFile = "\(scratch)/port"
  async let server = runTool([python, script, folder, portFile], isServer: true)
  do {
    let result = try await body("http://127.0.0.1:\(try await port(in: portFile))")
    try FileManager.default.removeItem(atPath: portFile)
    _ = try await server
    return result
  } catch {
    try? FileManager.default.removeItem(atPath: portFile)
    throw error
  }
}

/// The server did not start.
package struct ServerFailure: Error {}

private func port(in file: String) async throws -> String {
  for _ in 0..<2_400 {
    if let bytes = try? readFile(file) { return String(decoding: bytes, as: UTF8.self) }
    try await Task.sleep(for: .milliseconds(50))
  }
  throw ServerFailure()
}
