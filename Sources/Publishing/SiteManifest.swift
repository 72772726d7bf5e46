/// The list of the files that are ours, kept in the site itself.
///
/// It marks a folder as one that may be replaced, and tells our files from those of others
/// (`hostile-input.md` §5). The text is JSON with one file a line, sorted by bytes.
struct SiteManifest: Equatable, Sendable {
  /// Name of the list in the top folder of a site.
  static let fileName = ".vitrine-site.json"
  /// The same name for system calls.
  static let path = RelativePath(trusted: fileName.utf8)
  /// The layout written by this program; a higher number in a folder is a newer program's.
  static let format = 1

  /// One file of the site: its path below the top folder, and its size in bytes.
  struct File: Equatable, Sendable {
    let path: RelativePath
    let size: Int
  }

  let files: [File]

  /// Takes files in any order.
  init(_ files: [File] = []) {
    self.files = files.sorted { $0.path < $1.path }
  }

  /// The paths, for asking whether a file is ours.
  var paths: Set<RelativePath> { Set(files.lazy.map(\.path)) }

  /// The list as it is written to disk: the same bytes for the same files.
  var rendered: [UInt8] {
    var text = Array(Self.head.utf8)
    text.reserveCapacity(files.count * 48 + 64)
    text.append(contentsOf: "\(Self.format),\n\(Self.filesLine)\n".utf8)
    for (index, file) in files.enumerated() {
      text.append(contentsOf: "    \"".utf8)
      for byte in file.path.terminated.dropLast() {
        if byte == UInt8(ascii: "\"") || byte == Self.backslash { text.append(Self.backslash) }
        text.append(byte)
      }
      text.append(contentsOf: "\": \(file.size)\(index + 1 < files.count ? "," : "")\n".utf8)
    }
    text.append(contentsOf: "  }\n}\n".utf8)
    return text
  }

  private static let head = "{\n  \"format\": "
  private static let filesLine = "  \"files\": {"
  private static let backslash = UInt8(ascii: "\\")

  /// Reads a list back; anything that this program would not have written is damage.
  init(parsing text: [UInt8]) throws(Refusal) {
    guard text.starts(with: Self.head.utf8) else { throw .damagedMarker }
    let lines = text.split(separator: UInt8(ascii: "\n"))
    let number = lines[1].dropFirst(Self.head.utf8.count - 2).prefix { $0 != UInt8(ascii: ",") }
    guard let format = Int(String(decoding: number, as: UTF8.self)), format > 0 else {
      throw .damagedMarker
    }
    guard format <= Self.format else { throw .newerMarker(format: format) }
    self.init(lines.dropFirst(3).compactMap(Self.file))
    // Written again it must be the same: one comparison instead of a rule for every kind of damage.
    let isUnique = zip(files, files.dropFirst()).allSatisfy { $0.path < $1.path }
    guard isUnique, rendered == text else { throw .damagedMarker }
  }

  /// Reads one line such as `"models/index.html": 5120,`.
  private static func file(line: ArraySlice<UInt8>) -> File? {
    var line = line.dropFirst(5)
    if line.last == UInt8(ascii: ",") { line = line.dropLast() }
    guard let colon = line.lastIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
      let size = Int(String(decoding: line[colon...].dropFirst(2), as: UTF8.self)),
      size >= 0
    else { return nil }
    var path: [UInt8] = []
    var isEscaped = false
    for byte in line[..<(colon - 1)] {
      isEscaped = byte == backslash && !isEscaped
      if !isEscaped { path.append(byte) }
    }
    guard let path = try? RelativePath(validating: String(decoding: path, as: UTF8.self)) else {
      return nil
    }
    return File(path: path, size: size)
  }
}

extension RelativePath {
  /// Name of a file on its way to its place; a kill may leave one, the next build removes it.
  static let unfinished: RelativePath = ".vitrine-site.new"

  /// Whether a name in the top folder is kept for what publishing notes, no file of any site.
  var isBookkeeping: Bool { self == SiteManifest.path || self == .unfinished }

  /// Whether a name in the top folder is kept for publishing itself.
  var isReserved: Bool { isBookkeeping || self == UploadOrder.path }
}

extension Refusal: Error {}
