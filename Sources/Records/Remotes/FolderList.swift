package import Formats

/// The files of a tracked folder, as the folder's `.dir` object lists them (`records.md` §8).
package struct FolderList: Equatable, Sendable {
  /// In the list's order, which is that of the paths.
  package let files: [TrackedOutput.File]

  /// Entries that are left out, with the reason (`bad-input.md`, P006), and what else is odd.
  package let problems: [FormatError]

  /// Reads a list.
  ///
  /// - Parameters:
  ///   - bytes: JSON, an array of objects with `md5` and `relpath`.
  ///   - isLegacy: whether the folder's own hash is one of DVC 1 or 2, as those of its files then are.
  /// - Throws: where it is no such list, or a longer one than `limit` allows.
  package init(
    _ bytes: [UInt8], isLegacy: Bool = false, limit: Int = FolderList.limit
  ) throws(FormatError) {
    let document = try JSONReader.read(bytes)
    guard let items = document.value?.items else {
      throw Self.error("Y012", "the list of a folder's files is not a list")
    }
    guard items.count <= limit else {
      throw Self.error("J007", "the list of a folder's files has more than \(limit) entries")
    }
    let algorithm = isLegacy ? ContentHash.Algorithm.md5DOSToUnix : .md5
    var files: [TrackedOutput.File] = []
    var problems = Array(document.problems.prefix(Self.problemLimit))
    var refused = 0
    files.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      do throws(FormatError) {
        files.append(try Self.file(item, index + 1, algorithm))
      } catch {
        refused += 1
        if refused <= Self.problemLimit { problems.append(error) }
      }
    }
    if refused > Self.problemLimit {
      let rest = refused - Self.problemLimit
      problems.append(Self.error("P006", "\(rest) more entries are left out for such reasons"))
    }
    self.files = files
    self.problems = problems
  }

  /// The most entries that are read.
  package static let limit = 1_000_000

  private static let problemLimit = 20

  private static func file(
    _ item: DataValue, _ number: Int, _ algorithm: ContentHash.Algorithm
  ) throws(FormatError) -> TrackedOutput.File {
    guard case .string(let written) = item["relpath"], case .string(let md5) = item["md5"]
    else { throw error("Y012", "entry \(number) has no md5 and relpath") }
    guard let path = RepositoryPath(written, in: "").inside, !path.isEmpty else {
      throw error("P006", "the path of entry \(number) leaves the folder; it is left out")
    }
    guard ObjectLayout.current.path(md5: md5, isFolder: false) != nil else {
      throw error("P006", "the md5 of entry \(number) is no MD5; it is left out")
    }
    let size = item["size"]?.number.flatMap { Int($0.text) }.flatMap { $0 < 0 ? nil : $0 }
    return TrackedOutput.File(path: path, hash: ContentHash(algorithm, md5), size: size)
  }

  private static func error(_ code: String, _ problem: String) -> FormatError {
    FormatError(
      code: code, line: 1, column: 1, problem: problem,
      help: "`dvc commit` in a work tree that has the folder writes its list anew")
  }
}
