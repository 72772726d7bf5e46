/// Why a text is no listing that may be followed.
package struct FileListingError: Error, Hashable, Sendable {
  package let problem: String

  /// 0 where it is about the text as a whole.
  package let line: Int
}

extension FileListing {
  /// Reads a listing, which may come from anybody.
  ///
  /// - Throws: where it is none or not whole, and where a path would lead out of the folder that a
  ///   download writes to or meets another one.
  package init(_ bytes: [UInt8]) throws(FileListingError) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FileListingError(problem: "it is not UTF-8", line: 0)
    }
    guard bytes.allSatisfy({ $0 >= 32 && $0 != 127 || $0 == 9 || $0 == 10 }) else {
      throw FileListingError(problem: "it holds control characters", line: 0)
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first.map(String.init) == Self.start else {
      throw FileListingError(problem: "it does not begin with “vitrine-files 1”", line: 1)
    }
    var values: [String: String] = [:]
    var notes: [String] = []
    var files: [ArtifactFile] = []
    var count: Int?
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      guard count == nil else {
        throw FileListingError(problem: "something follows its last line", line: index + 1)
      }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      switch fields[0] {
      case "file": files.append(try Self.file(fields, line: index + 1))
      case "note": notes.append(fields.dropFirst().joined(separator: " "))
      case "end": count = fields.count == 2 ? Int(fields[1]) : nil
      case let word: values[word] = fields.dropFirst().joined(separator: " ")
      }
    }
    guard count == files.count else {
      throw FileListingError(problem: "it is cut off", line: 0)
    }
    guard let model = values["model"], let version = values["version"],
      let commit = values["commit"]
    else { throw FileListingError(problem: "it does not say what it lists", line: 0) }
    try Self.check(paths: files.map(\.path))
    self.init(
      model: model, version: version, commit: commit, withdrawal: values["withdrawn"],
      notes: notes, files: files)
  }

  private static func file(
    _ fields: [String], line: Int
  ) throws(FileListingError) -> ArtifactFile {
    guard fields.count >= 4 else {
      throw FileListingError(problem: "a file has no hash, size and path", line: line)
    }
    let hash = ContentHash(text: fields[1])
    let size = Int(fields[2])
    guard fields[1] == "-" || hash != nil, fields[2] == "-" || (size ?? -1) >= 0 else {
      throw FileListingError(problem: "a hash or a size is none", line: line)
    }
    return ArtifactFile(
      path: fields[3], size: size, hashes: hash.map { [$0] } ?? [],
      urls: Array(fields.dropFirst(4)))
  }

  /// Files below one folder, or a single one; none leads out of the folder that is written to, none is
  /// there twice, none is a folder to another.
  package static func check(paths: [String]) throws(FileListingError) {
    var folders: Set<String> = []
    var names: Set<String> = []
    for path in paths {
      guard isSafe(path), names.insert(path).inserted else {
        throw FileListingError(
          problem: "the path \(RemoteError.shown(path)) may not be written to", line: 0)
      }
      var folder = RepositoryPath.folder(of: path)
      while !folder.isEmpty, folders.insert(folder).inserted {
        folder = RepositoryPath.folder(of: folder)
      }
    }
    let tops = Set(paths.map { Array($0.utf8.prefix { $0 != UInt8(ascii: "/") }) })
    guard folders.isDisjoint(with: names), tops.count <= 1 else {
      throw FileListingError(problem: "its paths are not those of one file or folder", line: 0)
    }
  }

  /// Whether a path leads down, through folders that have names, to something with a name.
  private static func isSafe(_ path: String) -> Bool {
    let parts = path.utf8.split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return path.utf8.allSatisfy { $0 >= 32 && $0 != 127 && $0 != UInt8(ascii: "\\") }
      && parts.allSatisfy { part in
        !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
          && part.count <= 255
      }
  }
}
