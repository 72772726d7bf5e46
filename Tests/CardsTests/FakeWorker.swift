import FoundationEssentials
import Glibc
import Markdown
import Testing

@testable import Cards

/// A program that speaks like a worker and misbehaves as the texts tell it to.
final class FakeWorker: Sendable {
  /// What the program does before it reads anything.
  enum Start: String, Sendable {
    case well = "say(READY)"
    case ending = "sys.stderr.write('no\\nluck'); sys.exit(1)"
    case silent = "time.sleep(600)"
    case wrong = "say(b'something else')"
    case endless = "sys.stdout.buffer.write(b'x' * 1000000)"
  }

  let folder: String
  var path: String { "\(folder)/worker" }

  /// Makes the program.
  ///
  /// - Parameter together: so many processes of it begin to answer only when all of them have
  ///   started, so that none finds all the work done by another that was quicker.
  init(_ start: Start = .well, together: Int = 1) throws {
    let root = FileManager.default.temporaryDirectory
    folder = root.appending(path: "vitrine-worker-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let script = Self.script.replacing("START()", with: start.rawValue)
      .replacing("TOGETHER", with: "\(together)")
    try Data("#!\(try Self.python()) -IS\n\(script)".utf8).write(to: URL(filePath: path))
    try #require(unsafe chmod(path, 0o700) == 0)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// How often the program was started.
  var starts: Int {
    (try? Data(contentsOf: URL(filePath: "\(folder)/starts")))?.count ?? 0
  }

  /// Whether a process of the program is still there.
  var isRunning: Bool {
    let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return numbers.contains { number in
      let line = try? Data(contentsOf: URL(filePath: "/proc/\(number)/cmdline"))
      return line.map { String(decoding: $0, as: UTF8.self).contains(folder) } ?? false
    }
  }

  /// What the program makes of a text that asks for nothing else.
  static func outcome(_ text: String) -> CardOutcome {
    .rendered(RenderedMarkdown(pieces: [.markup(Array(text.utf8))]))
  }

  /// The first Python that is a program itself, not a script which asks the environment.
  private static func python() throws -> String {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return try #require(
      folders.map { "\($0)/python3" }.first { path in
        FileManager.default.isExecutableFile(atPath: path)
          && (try? Data(contentsOf: URL(filePath: path)))?.starts(with: [0x7F, 0x45, 0x4C, 0x46])
            == true
      })
  }

  private static let script = #"""
    import os, signal, sys, time
    READY = b"vitrine card worker 1"
    STARTS = os.path.dirname(sys.argv[0]) + "/starts"
    with open(STARTS, "a") as log: log.write("x")

    def say(message):
        sys.stdout.buffer.write(len(message).to_bytes(4, "little") + message)
        sys.stdout.buffer.flush()

    def number(value):
        out = bytearray()
        while value > 127:
            out.append(value & 127 | 128)
            value >>= 7
        return bytes(out + bytes([value]))

    def markup(text):
        return b"\0\1\1\0" + number(len(text)) + text + b"\0\0"

    START()
    while os.path.getsize(STARTS) < TOGETHER: time.sleep(0.01)
    while True:
        head = sys.stdin.buffer.read(4)
        if len(head) < 4: break
        request = sys.stdin.buffer.read(int.from_bytes(head, "little"))
        for word in (b"hang", b"crash", b"abort", b"quota", b"leave", b"noise", b"endless", b"large"):
            if not request.endswith(b"!" + word): continue
            if word == b"hang": time.sleep(600)
            if word == b"crash": os.kill(os.getpid(), signal.SIGSEGV)
            if word == b"abort": os.kill(os.getpid(), signal.SIGABRT)
            if word == b"quota": os.kill(os.getpid(), signal.SIGXCPU)
            if word == b"leave": sys.stderr.write("out of\nideas"); sys.exit(3)
            if word == b"noise": say(b"\0\2noise")
            if word == b"endless": sys.stdout.buffer.write(b"\xff" * 1000000)
            if word == b"large": say(markup(b"x" * 3000000))
            break
        else:
            say(markup(request[request.rindex(b"#"):]))
    """#
}

extension CardText {
  /// A text that the fake worker gives back from the last `#` on.
  init(_ text: String) { self.init(Array(text.utf8), firstLine: 1) }
}
