import Records

/// The part of curl's configuration that asks for one object.
struct DownloadText: Sendable {
  let limit: Int
  let timeout: Int

  /// What stands before all parts.
  static let start = "parallel\nparallel-max = 16\n"

  /// The lines for an object; nothing where a text in them could be taken for another line.
  func section(_ order: RemoteOrder, _ number: Int, _ file: String) -> String? {
    var lines = [
      "silent", "fail", "globoff", "connect-timeout = \(min(timeout, 10))",
      "max-time = \(timeout)", "retry = 2", "retry-max-time = \(timeout)",
      "max-filesize = \(limit)", "proto = \"=http,https\"", "proto-redir = \"=http,https\"",
      "max-redirs = 5",
    ]
    guard let url = Self.quoted(order.url), let file = Self.quoted(file),
      let login = Self.login(order.remote.credentials)
    else { return nil }
    // curl sends a header of ours wherever it is led; a name and password only to the first server.
    lines.append(contentsOf: login)
    if !login.contains(where: { $0.hasPrefix("header") }) { lines.append("location") }
    lines += ["url = \(url)", "output = \(file)"]
    lines.append("write-out = \"\\n\(number) %{exitcode} %{http_code}\\n\"")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The lines that show credentials; nothing where they can't be shown.
  static func login(_ credentials: RemoteCredentials?) -> [String]? {
    guard let credentials else { return [] }
    if let name = credentials.header, let value = credentials.password {
      return isHeaderName(name)
        ? quoted("\(name): \(value.text)").map { ["header = \($0)"] } : nil
    }
    if let token = credentials.token {
      return quoted("Authorization: Bearer \(token.text)").map { ["header = \($0)"] }
    }
    guard let user = credentials.user else { return [] }
    guard let login = quoted("\(user.text):\(credentials.password?.text ?? "")") else {
      return nil
    }
    return credentials.method == "digest" ? ["digest", "user = \(login)"] : ["user = \(login)"]
  }

  /// A text as curl's configuration has it; nothing for one with control characters.
  static func quoted(_ text: String) -> String? {
    guard text.utf8.allSatisfy({ $0 >= 32 && $0 != 127 }) else { return nil }
    var bytes: [UInt8] = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        bytes.append(UInt8(ascii: "\\"))
      }
      bytes.append(byte)
    }
    return String(decoding: bytes + [UInt8(ascii: "\"")], as: UTF8.self)
  }

  /// Whether a header may be called so; one that begins with an at sign would name a file.
  private static func isHeaderName(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { byte in
        byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
          || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || "-_".utf8.contains(byte)
      }
  }
}

/// What curl says about one object.
struct DownloadAnswer: Sendable {
  let exitCode: Int

  /// Of HTTP; 0 where no server has answered.
  let status: Int

  /// Reads `number exitcode status`.
  static func read(_ line: Substring) -> (number: Int, answer: DownloadAnswer)? {
    let words = line.split(separator: " ").map { Int($0) }
    guard words.count == 3, let number = words[0], let code = words[1], let status = words[2] else {
      return nil
    }
    return (number, DownloadAnswer(exitCode: code, status: status))
  }

  /// The reason in words of our own: curl's hold figures that differ each time.
  var words: String {
    switch exitCode {
    case 5: "lies behind a proxy whose name is unknown"
    case 6: "has an unknown host"
    case 7: "can't be reached"
    case 28: "did not answer in time"
    case 35, 51, 53, 54, 58, 59, 60, 66, 77, 80, 82, 83, 90, 91:
      "has no certificate that can be trusted"
    case 47: "leads from one address to the next"
    case 1, 3: "has an address, or leads to one, that can't be fetched"
    default: "can't be read (curl \(exitCode))"
    }
  }
}
