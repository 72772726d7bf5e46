/// The files that one input stands for, where a reader takes several.
///
/// A line `%%% name` begins the file of that name; what stands before the first is the file without
/// one. Of two files with the same name, the first counts.
struct InputParts {
  private(set) var files: [(name: String, bytes: [UInt8])] = []

  /// How many files an input may stand for.
  private static let limit = 64

  init(_ bytes: [UInt8]) {
    let mark = Array("%%% ".utf8)
    var names: Set<String> = []
    var name = ""
    var content: [UInt8] = []
    func close(_ parts: inout InputParts) {
      guard parts.files.count < Self.limit, names.insert(name).inserted else { return }
      parts.files.append((name, content))
    }
    for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
      if line.starts(with: mark) {
        close(&self)
        name = String(decoding: line.dropFirst(mark.count), as: UTF8.self)
        content = []
      } else {
        content += line + [10]
      }
    }
    close(&self)
  }

  /// The lines of a file, as texts.
  static func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
  }
}
