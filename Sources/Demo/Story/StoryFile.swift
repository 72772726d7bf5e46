/// A file of a repository and what is in it.
struct StoryFile: Sendable {
  /// Where it lies, from the repository's root.
  let path: String
  let bytes: [UInt8]

  /// A file of raw bytes.
  init(_ path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A text file; it gets the final line end that a Swift literal lacks.
  init(_ path: String, _ text: String) {
    self.init(path, bytes: Array(text.utf8) + [UInt8(ascii: "\n")])
  }

  /// The same file, below a folder.
  func below(_ folder: String) -> StoryFile { StoryFile("\(folder)/\(path)", bytes: bytes) }
}
