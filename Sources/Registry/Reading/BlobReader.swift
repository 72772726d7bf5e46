import GitStore

/// Reads each distinct blob once and keeps what was parsed from it.
struct BlobReader<Parsed: Sendable> {
  /// What was parsed, by blob.
  private(set) var parsed: [ObjectID: Parsed] = [:]

  /// Blobs that are not there, or too large.
  private(set) var unread: [ObjectID: BlobProblem] = [:]

  private let parse: @Sendable ([UInt8]) -> Parsed

  private let sizeLimit: Int

  init(
    sizeLimit: Int = BlobProblem.sizeLimit, _ parse: @escaping @Sendable ([UInt8]) -> Parsed
  ) {
    self.sizeLimit = sizeLimit
    self.parse = parse
  }

  /// Reads those of `ids` that were not read before.
  mutating func read(
    _ ids: [ObjectID], _ objects: inout ObjectReader
  ) async throws(GitError) {
    let new = ids.distinct().filter { parsed[$0] == nil && unread[$0] == nil }
    var readable: [ObjectID] = []
    var problems: [(ObjectID, BlobProblem)] = []
    let limit = sizeLimit
    try await objects.kinds(of: new) { index, answer in
      if case .found(_, let size) = answer {
        if size <= limit {
          readable.append(new[index])
        } else {
          problems.append((new[index], .tooLarge(size, limit: limit)))
        }
      } else {
        problems.append((new[index], .missing))
      }
    }
    var contents: [(ObjectID, Parsed)] = []
    let parse = self.parse
    try await objects.contents(of: readable) { index, answer, bytes in
      if case .found = answer {
        contents.append((readable[index], parse(bytes.copied())))
      } else {
        problems.append((readable[index], .missing))
      }
    }
    for (id, value) in contents { parsed[id] = value }
    for (id, problem) in problems { unread[id] = problem }
  }
}

/// Why a file's contents were not read.
enum BlobProblem: Sendable {
  case missing
  /// In bytes.
  case tooLarge(Int, limit: Int)

  /// The largest file of annotations or pipelines that is read, in bytes.
  static let sizeLimit = 16 << 20
}

extension Span<UInt8> {
  /// The bytes, to keep.
  func copied() -> [UInt8] {
    unsafe withUnsafeBufferPointer { unsafe Array($0) }
  }
}
