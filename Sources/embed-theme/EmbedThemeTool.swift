import FoundationEssentials

/// Writes a Swift file that holds the given files: `embed-theme ROOT OUTPUT FILE…`.
@main
enum EmbedThemeTool {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 2 else { throw Misuse() }
    let root = arguments[1] + "/"
    var text = "enum EmbeddedTheme {\n"
    text += "  static let files: [(path: StaticString, base64: StaticString)] = [\n"
    for path in arguments[3...] {
      let data = try Data(contentsOf: URL(filePath: path))
      text += "    (\"\(path.dropFirst(root.count))\", \"\(data.base64EncodedString())\"),\n"
    }
    text += "  ]\n}\n"
    try Data(text.utf8).write(to: URL(filePath: arguments[2]), options: .atomic)
  }

  struct Misuse: Error, CustomStringConvertible {
    var description: String { "usage: embed-theme ROOT OUTPUT FILE…" }
  }
}
