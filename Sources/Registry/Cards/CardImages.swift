import Cards
import Digests
import Formats
import GitStore
import Records
import Storage

/// Reads the images of cards, each distinct one once, into the site's spool (`hostile-input.md` §1).
struct CardImages {
  /// An image, or why there is none.
  enum Outcome {
    case image(CardImage)
    case refused(code: String, reason: String)
  }

  private(set) var outcomes: [CardSource: Outcome] = [:]
  private let sizeLimit: Int

  init(sizeLimit: Int) { self.sizeLimit = sizeLimit }

  /// Reads those that were not read before.
  mutating func read(
    _ sources: [CardSource], into spool: Spool, _ stored: inout StoredFiles,
    _ objects: inout ObjectReader
  ) async throws(GitError) {
    let new = sources.distinct().filter { outcomes[$0] == nil }
    try await readBlobs(new, spool, &objects)
    let files = new.compactMap(\.stored)
    for (file, result) in await stored.bytes(of: files) {
      outcomes[.stored(file)] = outcome(result, spool)
    }
    for file in files where outcomes[.stored(file)] == nil {
      outcomes[.stored(file)] = .refused(code: "M010", reason: "there is no such file")
    }
  }

  private mutating func readBlobs(
    _ sources: [CardSource], _ spool: Spool, _ objects: inout ObjectReader
  ) async throws(GitError) {
    let blobs = sources.compactMap { source -> (source: CardSource, id: ObjectID)? in
      guard case .git(let entry) = source else { return nil }
      return (source, entry.id)
    }
    var readable: [(source: CardSource, id: ObjectID)] = []
    var refused: [(CardSource, Outcome)] = []
    let limit = sizeLimit
    try await objects.kinds(of: blobs.map(\.id)) { index, answer in
      switch answer {
      case .found(.blob, let size) where size <= limit: readable.append(blobs[index])
      case .found(_, let size):
        refused.append((blobs[index].source, Self.tooLarge(size, limit: limit)))
      case .missing:
        let reason = "its contents are not in this clone"
        refused.append((blobs[index].source, .refused(code: "M010", reason: reason)))
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
    case .unavailable(let reason, _), .damaged(let reason, _):
      .refused(code: "M010", reason: reason)
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
      return .refused(code: "M010", reason: error.problem)
    }
  }

  private static func tooLarge(_ size: Int, limit: Int) -> Outcome {
    .refused(code: "M010", reason: "it has \(size) bytes, and \(limit) are shown at most")
  }

  private static func refusal(of bytes: [UInt8]) -> Outcome {
    if LFSPointer(bytes) != nil {
      return .refused(code: "M010", reason: "its contents are in Git LFS, not in Git")
    }
    if isSVG(bytes) {
      return .refused(
        code: "M012", reason: "it is an SVG, which may hold scripts; commit it as PNG")
    }
    return .refused(
      code: "M011", reason: "its bytes are not those of a PNG, JPEG, GIF, WebP or AVIF image")
  }

  private static func isSVG(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(1_024), as: UTF8.self)
    return start.contains("<svg")
  }
}
