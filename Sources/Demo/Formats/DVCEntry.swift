import Digests

/// A file as DVC records it: where it lies, its digest and its size in bytes.
struct DVCEntry {
  let path: String
  let md5: String
  let size: Int

  /// A file that is in Git.
  init(_ file: StoryFile) {
    path = file.path
    md5 = MD5.hex(of: file.bytes)
    size = file.bytes.count
  }

  /// A file that only the team's storage holds; another edition is another digest.
  init(stored path: String, edition: String, size: Int) {
    self.path = path
    md5 = MD5.hex(of: Array("\(path) \(edition)".utf8))
    self.size = size
  }

  /// The `.dvc` file that `dvc add` writes beside the file.
  var tracking: StoryFile {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return StoryFile(
      "\(path).dvc",
      """
      outs:
      - md5: \(md5)
        size: \(size)
        hash: md5
        path: \(name)
      """)
  }

  /// The lines of the entry in `dvc.lock`.
  var lockLines: [String] {
    ["    - path: \(path)", "      hash: md5", "      md5: \(md5)", "      size: \(size)"]
  }
}
