/// The commits that lead to some others, with the files that each of them touched.
package struct CommitHistory: Sendable {
  /// A commit in its place among the others.
  package struct Entry: Sendable {
    package let id: ObjectID

    /// Where the parents stand, as far as they are known.
    package fileprivate(set) var parents: [Int] = []

    /// The watched paths that differ from the parent; none for a merge.
    package let paths: [String]
  }

  /// Every commit after all its children.
  package private(set) var entries: [Entry] = []

  private var places: [ObjectID: Int] = [:]

  /// Makes the history of no commits.
  package init() {}

  /// The place of a commit.
  package func place(of commit: ObjectID) -> Int? { places[commit] }

  /// The places of commits that lead to `tip` and not to `base`, the newest first, and whether there
  /// are more than `limit`, beyond which nobody looks.
  ///
  /// Walks no further than the commits between the two.
  package func between(
    _ base: ObjectID, _ tip: ObjectID, limit: Int
  ) -> (places: [Int], isCut: Bool) {
    guard let tipPlace = places[tip], let basePlace = places[base] else { return ([], false) }
    // Whether a reached commit leads to the base, too; those that do are not wanted.
    var marks: [Int: Bool] = [tipPlace: false]
    marks[basePlace] = true
    var wanted = tipPlace == basePlace ? 0 : 1
    var found: [Int] = []
    var place = min(tipPlace, basePlace)
    while wanted > 0, place < entries.count {
      defer { place += 1 }
      guard let isOfBase = marks.removeValue(forKey: place) else { continue }
      if !isOfBase {
        wanted -= 1
        found.append(place)
        if found.count > limit { return (Array(found.prefix(limit)), true) }
      }
      for parent in entries[place].parents {
        let old = marks[parent]
        marks[parent] = isOfBase || old == true
        if old == nil, !isOfBase { wanted += 1 }
        if old == false, isOfBase { wanted -= 1 }
      }
    }
    return (found, false)
  }
}

extension CommitHistory {
  /// Reads NUL-separated records: `\u{1}`, an id and the parents' ids, or a path that the commit
  /// before it touched.
  ///
  /// - Parameter isShallow: whether a commit without parents may be one whose parents were cut off,
  ///   so that it seems to have made every file that is there.
  package init(listing: [UInt8], isShallow: Bool = false) {
    var parents: [[ObjectID]] = []
    var header: (id: ObjectID, parents: [ObjectID])?
    var paths: [String] = []
    func close(_ history: inout CommitHistory) {
      guard let known = header else { return }
      history.places[known.id] = history.entries.count
      let isCutOff = isShallow && known.parents.isEmpty
      history.entries.append(Entry(id: known.id, paths: isCutOff ? [] : paths))
      parents.append(known.parents)
      paths = []
    }
    for record in listing.split(separator: 0) {
      if record.first == 1 {
        close(&self)
        let ids = record.dropFirst().split(separator: UInt8(ascii: " "))
          .compactMap { ObjectID(String(decoding: $0, as: UTF8.self)) }
        header = ids.first.map { ($0, Array(ids.dropFirst())) }
      } else {
        let path = record.first == UInt8(ascii: "\n") ? record.dropFirst() : record
        if !path.isEmpty { paths.append(String(decoding: path, as: UTF8.self)) }
      }
    }
    close(&self)
    for index in entries.indices {
      entries[index].parents = parents[index].compactMap { places[$0] }
    }
  }
}

extension GitRepository {
  /// The most commits that a history holds.
  package static let historyLimit = 200_000

  /// The commits that lead to `tips`, and which of them touched a file at or below `paths`.
  ///
  /// One process. Paths with a line feed are not watched: the process takes a path a line.
  package func history(
    of tips: [ObjectID], watching paths: [String]
  ) async throws(GitError) -> CommitHistory {
    var input: [UInt8] = []
    for tip in tips {
      tip.appendHex(to: &input)
      input.append(UInt8(ascii: "\n"))
    }
    input += "--\n".utf8
    for path in paths where !path.utf8.contains(UInt8(ascii: "\n")) && !path.isEmpty {
      input += Array(path.utf8) + [UInt8(ascii: "\n")]
    }
    // Everything that the repository's own configuration could add to the listing is switched off:
    // a signature program, for one, would be run.
    var command = command
    // Paths are taken to begin where the command runs, and the repository may have been named by a
    // folder in its work tree.
    if let workTree { command.directory = workTree }
    let answer = try await command.run(
      [
        "-c", "log.follow=false", "-c", "log.showRoot=true", "--literal-pathspecs", "log",
        "--stdin", "--topo-order", "--full-history", "--sparse",
        "--no-renames", "--name-only", "-z", "--no-show-signature", "--no-notes", "--no-decorate",
        "--no-color", "--no-ext-diff", "--no-textconv", "--no-mailmap", "--no-diff-merges",
        "--max-count=\(Self.historyLimit)", "--format=%x01%H %P",
      ], input: input)
    guard answer.succeeded else {
      throw .commandFailed(path: path, command: "log", message: answer.message)
    }
    return CommitHistory(listing: answer.output, isShallow: isShallow)
  }
}
