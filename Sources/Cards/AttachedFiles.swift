/// Files that a spool reads besides its own: many, so that only a few of them are open at a time.
struct AttachedFiles {
  /// The offsets from here on lie in attached files, one after the other.
  static let start = 1 << 48

  /// How many are open: a build must do with few open files.
  private static let openLimit = 8

  private struct File {
    var path: String
    let start: Int
    let identity: SpoolFile.Identity
  }

  private var files: [File] = []

  /// By their places in `files`, the one that was used last at the end.
  private var open: [(index: Int, file: SpoolFile)] = []

  /// Takes a file, and gives the offset of its first byte.
  mutating func add(_ path: String) throws(SpoolError) -> Int {
    let file = try SpoolFile(reading: path)
    guard let identity = file.identity else { throw .damaged(path) }
    let start = files.last.map { $0.start + $0.identity.size } ?? Self.start
    files.append(File(path: path, start: start, identity: identity))
    keep(file, at: files.count - 1)
    return start
  }

  /// The file that holds an offset, and the offset of its first byte.
  mutating func file(
    at offset: Int
  ) throws(SpoolError) -> (file: SpoolFile, start: Int, path: String?) {
    var (low, high) = (0, files.count)
    while low < high {
      let middle = (low + high) / 2
      if files[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { throw SpoolError(problem: "there is no attached file at \(offset)") }
    let index = low - 1
    let wanted = files[index]
    if let place = open.firstIndex(where: { $0.index == index }) {
      let found = open.remove(at: place)
      open.append(found)
      return (found.file, wanted.start, wanted.path)
    }
    // Another program may have put another file in its place.
    guard let file = try? SpoolFile(reading: wanted.path), file.identity == wanted.identity else {
      throw .damaged(wanted.path)
    }
    keep(file, at: index)
    return (file, wanted.start, wanted.path)
  }

  /// Finds a file under another name from now on.
  mutating func move(_ path: String, to newPath: String) {
    for index in files.indices where files[index].path == path { files[index].path = newPath }
  }

  private mutating func keep(_ file: SpoolFile, at index: Int) {
    if open.count == Self.openLimit { open.removeFirst() }
    open.append((index, file))
  }
}
