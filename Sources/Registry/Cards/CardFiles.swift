import Digests
import Formats
import GitStore
import Records
import Storage

/// Reads files that may be cards, each distinct one once.
struct CardFiles {
  /// Those that were read; texts only until `forgetTexts`.
  private(set) var files: [FileSource: CardFile] = [:]

  /// Why others were not; the file is left open.
  private(set) var unread: [FileSource: RecordProblem] = [:]

  /// More than the text's limit, which is cut only after the metadata.
  private static let sizeLimit = 16 << 20

  /// Reads those that were not read before.
  mutating func read(
    _ sources: [FileSource], _ stored: inout StoredFiles, _ objects: inout ObjectReader
  ) async throws(GitError) {
    let new = sources.distinct().filter { files[$0] == nil && unread[$0] == nil }
    try await load(new, &stored, &objects)
  }

  /// Reads those again whose texts were dropped.
  mutating func readTexts(
    _ sources: [FileSource], _ stored: inout StoredFiles, _ objects: inout ObjectReader
  ) async throws(GitError) {
    try await load(
      sources.distinct().filter { files[$0]?.text == nil && unread[$0] == nil }, &stored, &objects)
  }

  /// Drops the texts.
  mutating func forgetTexts() {
    for source in files.keys { files[source]?.text = nil }
  }

  private mutating func load(
    _ sources: [FileSource], _ stored: inout StoredFiles, _ objects: inout ObjectReader
  ) async throws(GitError) {
    var entries: [(source: FileSource, id: ObjectID)] = []
    for source in sources {
      guard case .git(let entry) = source else { continue }
      if entry.mode.isFile {
        entries.append((source, entry.id))
      } else {
        unread[source] = .notAFile(entry, path: "")
      }
    }
    var blobs = BlobReader(sizeLimit: Self.sizeLimit) { $0 }
    try await blobs.read(entries.map(\.id), &objects)
    for (source, id) in entries {
      if let problem = blobs.unread[id] {
        unread[source] = .unread(problem, file: "")
      } else if let bytes = blobs.parsed[id] {
        take(bytes, source, identity: id.hex)
      }
    }
    for (file, result) in await stored.bytes(of: sources.compactMap(\.stored)) {
      take(result, .stored(file))
    }
  }

  private mutating func take(_ result: FetchResult, _ source: FileSource) {
    switch result {
    case .found(let bytes): take(bytes, source, identity: SHA256(bytes).hex)
    case .unavailable(let reason, let help), .damaged(let reason, let help):
      unread[source] = .unreadCard(reason: reason, help: help)
    case .tooLarge(let size):
      unread[source] = .unreadCard(
        reason: "it has \(size) bytes", help: "keep cards small, and in Git itself")
    }
  }

  private mutating func take(_ bytes: [UInt8], _ source: FileSource, identity: String) {
    if let pointer = LFSPointer(bytes) {
      unread[source] = .pointer(pointer, file: "")
    } else {
      files[source] = CardFile(bytes, identity: identity)
    }
  }
}
