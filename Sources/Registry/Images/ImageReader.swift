import Cards
import Digests
import Formats
import GitStore
import Records
import Storage

/// Reads images of cards and plots, each distinct one once, into the site's spool (`hostile-input.md` §1).
struct ImageReader {
  /// An image, or why there is none.
  enum Outcome {
    case image(CardImage)
    case refused(code: String, reason: String, help: String)
  }

  private(set) var outcomes: [FileSource: Outcome] = [:]
  private let sizeLimit: Int

  init(sizeLimit: Int) { self.sizeLimit = sizeLimit }

  /// Reads those that were not read before.
  mutating func read(
    _ sources: [FileSource], into spool: Spool, _ stored: inout StoredFiles,
    _ objects: inout ObjectReader
  ) async throws(GitError) {
    let new = sources.distinct().filter { outcomes[$0] == nil }
    try await readBlobs(new, spool, &objects)
    let files = new.compactMap(\.stored)
    for (file, result) in await stored.bytes(of: files) {
      outcomes[.stored(file)] = outcome(result, spool)
    }
    for file in files where outcomes[.stored(file)] == nil {
      let absence = stored.absence(of: file)
      outcomes[.stored(file)] = .refused(
        code: "M010", reason: absence.reason, help: absence.help)
    }
  }

  private mutating func readBlobs(
    _ sources: [FileSource], _ spool: Spool, _ objects: inout ObjectReader
  ) async throws(GitError) {
    let blobs = sources.compactMap { source -> (source: FileSource, id: ObjectID)? in
      guard case .git(let entry) = source else { return nil }
      return (source, entry.id)
    }
    var readable: [(source: FileSource, id: ObjectID)] = []
    var refused: [(FileSource, Outcome)] = []
    let limit = sizeLimit
    try await objects.kinds(of: blobs.map(\.id)) { index, answer in
      switch answer {
      case .found(.blob, let size) where size <= limit: readable.append(blobs[index])
      case .found(_, let size):
        refused.append((blobs[index].source, Self.tooLarge(size, limit: limit)))
      case .missing:
        let reason = "its contents are not in this clone"
        let help = "clone without --filter, or run git fsck"
        refused.append((blobs[index].source, .refused(code: "M010", reason: reason, help: help)))
      }
    }
    // One at a time: an image may be as large as the limit.
    for (source, id) in readable {
      var bytes: [UInt8] = []
      try await objects.contents(of: [id]) { _, _, contents in
        bytes = contents.copied()
      }
      outcomes[source] = outcome(bytes, spool)
    }
    for (source, outcome) in refused { outcomes[source] = outcome }
  }

  private func outcome(_ result: FetchResult, _ spool: Spool) -> Outcome {
    switch result {
    case .found(let bytes) where bytes.count <= sizeLimit: outcome(bytes, spool)
    case .found(let bytes): Self.tooLarge(bytes.count, limit: sizeLimit)
    case .tooLarge(let size): Self.tooLarge(size, limit: sizeLimit)
    case .unavailable(let reason, let help), .damaged(let reason, let help):
      .refused(code: "M010", reason: reason, help: help)
    }
  }

  private func outcome(_ bytes: [UInt8], _ spool: Spool) -> Outcome {
    guard let header = ImageHeader(bytes) else { return Self.refusal(of: bytes) }
    do throws(SpoolError) {
      return .image(
        CardImage(
          bytes: try spool.append(bytes), digest: SHA256(bytes).hex, format: header.format,
          width: header.width, height: header.height))
    } catch {
      return .refused(
        code: "M010", reason: error.problem,
        help: "make room in the folder for temporary files, or let TMPDIR name another")
    }
  }

  private static func tooLarge(_ size: Int, limit: Int) -> Outcome {
    .refused(
      code: "M010", reason: "it has \(size) bytes, and \(limit) are shown at most",
      help: "make the image smaller")
  }

  private static func refusal(of bytes: [UInt8]) -> Outcome {
    if LFSPointer(bytes) != nil {
      return .refused(
        code: "M010", reason: "its contents are in Git LFS, not in Git",
        help: "keep small images in Git itself: git lfs untrack")
    }
    if isSVG(bytes) {
      return .refused(
        code: "M012", reason: "it is an SVG, which may hold scripts; commit it as PNG",
        help: "commit the image as PNG")
    }
    return .refused(
      code: "M011", reason: "its bytes are not those of a PNG, JPEG, GIF, WebP or AVIF image",
      help: "commit the image itself under this name")
  }

  private static func isSVG(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(1_024), as: UTF8.self)
    return start.contains("<svg")
  }
}
