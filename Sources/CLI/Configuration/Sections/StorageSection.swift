import Formats
import Storage

/// `storage`: by the scheme of an address, the command that writes an object to its output.
extension ConfigurationReader {
  private static let placeholder = "{url}"
  private static let shells: Set = ["sh", "ash", "bash", "dash", "fish", "ksh", "zsh"]

  func storageCommands(_ node: YAMLNode) throws(ConfigurationError) -> [String: [String]] {
    var commands: [String: [String]] = [:]
    for entry in try entries(of: node) {
      guard let scheme = Self.scheme(entry.key) else {
        throw failure(
          "F004", entry.line, entry.column, "“\(entry.key)” is no scheme of an address",
          help: "what stands before the colon, such as s3")
      }
      guard commands.updateValue(try command(entry.value), forKey: scheme) == nil else {
        throw failure(
          "F004", entry.line, entry.column, "the scheme “\(scheme)” has a command already",
          help: "schemes are the same in small and capital letters")
      }
    }
    return commands
  }

  private func command(_ node: YAMLNode) throws(ConfigurationError) -> [String] {
    let line = try commandLine(node)
    let words: [String]
    do throws(CommandWords.Problem) { words = try CommandWords.split(line) } catch {
      throw failure(node, error.description, help: error.help)
    }
    guard words.contains(where: { $0.contains(Self.placeholder) }) else {
      throw failure(
        node, "the command does not say where {url} goes", help: "for example: rclone cat {url}")
    }
    try require(
      node, words.first.map { !$0.isEmpty && !$0.contains(Self.placeholder) } == true,
      "the command does not begin with a program")
    guard !Self.handsToShell(words) else {
      throw failure(
        node, "a shell would run what the address says",
        help: "give {url} to the script as a word of its own: sh -c 'fetch \"$1\"' fetch {url}")
    }
    return words
  }

  private func commandLine(_ node: YAMLNode) throws(ConfigurationError) -> String {
    guard node.string != nil else {
      throw failure(node, "expected a command line, found \(node.kind)")
    }
    return try text(node)
  }

  /// Whether an address, which anybody who can push chooses, becomes a part of a shell's script.
  private static func handsToShell(_ words: [String]) -> Bool {
    let isShell = words.contains { word in
      shells.contains(word.split(separator: "/").last.map(String.init) ?? word)
    }
    guard isShell else { return false }
    return zip(words, words.dropFirst()).contains { before, word in
      word.contains(placeholder)
        && (word != placeholder || before.hasPrefix("-") && before.hasSuffix("c"))
    }
  }

  /// A scheme in small letters; nothing for a text that is none.
  private static func scheme(_ text: String) -> String? {
    let bytes = Array(text.lowercased().utf8)
    let isLetter: (UInt8) -> Bool = { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
    let isInner: (UInt8) -> Bool = {
      isLetter($0) || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || "+-.".utf8.contains($0)
    }
    guard let first = bytes.first, isLetter(first), bytes.allSatisfy(isInner) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
