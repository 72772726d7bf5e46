import Subprocess
import TestSupport

/// A web server on this machine for the time of a test.
///
/// `/PLACE/PATH` gives the file PATH of its folder in the way that PLACE says.
struct LoopbackServer: Sendable {
  let port: String
  let folder: String

  /// The address of a place.
  func url(_ place: String) -> String { "http://127.0.0.1:\(port)/\(place)" }

  /// The requests so far: path and credentials of each.
  func requests() throws -> [String] {
    try String(decoding: readFile("\(folder)/log"), as: UTF8.self).split(separator: "\n").map(
      String.init)
  }

  /// Gives `body` a server of the files in `folder`.
  static func run<Result: Sendable>(
    _ folder: String, _ body: (LoopbackServer) async throws -> Result
  ) async throws -> Result {
    try writeFile("\(folder)/log", "")
    try writeFile("\(folder)/server.py", script)
    let ended = try await Subprocess.run(
      .name("python3"), arguments: ["-u", "\(folder)/server.py", folder], input: .none,
      output: .sequence, error: .discarded
    ) { execution in
      var line = ""
      for try await chunk in execution.standardOutput {
        line += unsafe chunk.bytes.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
        if line.contains("\n") { break }
      }
      let server = LoopbackServer(port: line.filter(\.isNumber), folder: folder)
      do {
        let result = try await body(server)
        await execution.teardown(using: [])
        return result
      } catch {
        await execution.teardown(using: [])
        throw error
      }
    }
    return ended.closureResult
  }

  private static let script = """
    import http.server, os, sys, threading
    folder = sys.argv[1]
    lock = threading.Lock()

    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, *arguments):
            pass

        def answer(self, status, body=b"", **headers):
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def endless(self):
            self.send_response(200)
            self.end_headers()
            try:
                for _ in range(2000):
                    self.wfile.write(b"x" * 65536)
            except OSError:
                pass

        def do_GET(self):
            shown = self.headers.get("Authorization") or self.headers.get("X-Token") or "-"
            with lock, open(folder + "/log", "a") as log:
                log.write(self.path + " " + shown + "\\n")
            place, rest = self.path[1:].split("/", 1)
            host = "http://localhost:" + str(self.server.server_port)
            if place == "redirect":
                self.answer(302, Location="/files/" + rest)
            elif place == "elsewhere":
                self.answer(302, Location=host + "/files/" + rest)
            elif place == "loop":
                self.answer(302, Location="/loop/" + rest)
            elif place == "local":
                self.answer(302, Location="file://" + folder + "/" + rest)
            elif place == "status":
                self.answer(int(rest.split("/")[0]))
            elif place == "endless":
                self.endless()
            elif place == "huge":
                self.send_response(200)
                self.send_header("Content-Length", "1000000000")
                self.end_headers()
            elif place == "hang":
                threading.Event().wait(60)
            elif place == "locked" and shown == "-":
                self.answer(401)
            elif os.path.isfile(folder + "/store/" + rest):
                with open(folder + "/store/" + rest, "rb") as file:
                    self.answer(200, file.read())
            else:
                self.answer(404)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    print(server.server_port, flush=True)
    server.serve_forever()
    """
}
