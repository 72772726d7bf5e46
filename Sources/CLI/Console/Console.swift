import Glibc

/// Where the program talks to people and to other programs.
struct Console: Sendable {
  /// When colours or progress are wanted.
  enum Choice: String, CaseIterable, Sendable {
    case auto, always, never
  }

  let isColored: Bool
  let isQuiet: Bool

  /// - Parameters:
  ///   - color: what the user asked for; with `auto` the terminal and the environment decide.
  ///   - isQuiet: whether only errors are said.
  init(color: Choice = .auto, isQuiet: Bool = false) {
    isColored =
      switch color {
      case .always: true
      case .never: false
      case .auto: Self.wantsColor(isTerminal: Self.isTerminal)
      }
    self.isQuiet = isQuiet
  }

  /// Whether a person watches the messages.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// The value of an environment variable; nothing where it is unset or empty.
  static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Writes an answer to standard output.
  static func write(_ bytes: [UInt8]) { send(bytes, to: STDOUT_FILENO) }

  /// Writes a line of an answer to standard output.
  static func line(_ text: String) { write(Array("\(text)\n".utf8)) }

  /// Says something to people.
  func say(_ text: String) {
    if !isQuiet { Self.send(Array("\(text)\n".utf8), to: STDERR_FILENO) }
  }

  /// Says why the program fails.
  func complain(_ text: String) {
    Self.send(Array("\(styled("error:", .error)) \(text)\n".utf8), to: STDERR_FILENO)
  }

  /// Writes to the terminal without ending the line.
  static func draw(_ text: String) { send(Array(text.utf8), to: STDERR_FILENO) }

  enum Style: String, Sendable {
    case error = "1;31"
    case warning = "1;33"
  }

  /// The text in a style, where colours are on.
  func styled(_ text: String, _ style: Style) -> String {
    isColored ? "\u{1b}[\(style.rawValue)m\(text)\u{1b}[0m" : text
  }

  /// Whether answers on standard output are coloured.
  static func colorsAnswers(_ color: Choice) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: wantsColor(isTerminal: isatty(STDOUT_FILENO) == 1)
    }
  }

  private static func wantsColor(isTerminal: Bool) -> Bool {
    if variable("NO_COLOR") != nil { return false }
    if variable("CLICOLOR_FORCE") != nil || variable("FORCE_COLOR") != nil { return true }
    return isTerminal && variable("TERM") != "dumb"
  }

  /// A reader that has gone away ends the program quietly, as the signal would.
  private static func send(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { exit(errno == EPIPE ? 0 : CommandFailure.failedOutput) }
      rest = rest.dropFirst(count)
    }
  }
}
