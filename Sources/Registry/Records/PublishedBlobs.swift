import Cards
import GitStore
import Records

/// Copies files of Git that a site hands out into the site's spool, each distinct one once.
struct PublishedBlobs {
  private var places: [String: Spool.Place]

  /// The largest file, in bytes.
  private let limit: Int

  /// - Parameter earlier: What was copied before.
  init(limit: Int, earlier: EarlierVersions?) {
    self.limit = limit
    places = earlier?.published ?? [:]
  }

  /// Where the bytes lie of those files that belong to some artifacts.
  func places(of contents: [ArtifactContents]) -> [String: Spool.Place] {
    var found: [String: Spool.Place] = [:]
    for place in contents.lazy.flatMap(\.files).compactMap(\.git) where !place.isPointer {
      found[place.blob] = places[place.blob]
    }
    return found
  }

  /// Copies the files of artifacts that were not copied before; pointers of Git LFS are no files.
  mutating func add(
    _ contents: [ArtifactContents], to spool: Spool, _ objects: inout ObjectReader
  ) async throws(GitError) {
    var wanted: [ObjectID] = []
    for file in contents.lazy.flatMap(\.files) {
      guard let place = file.git, !place.isPointer, places[place.blob] == nil,
        let size = file.size, size <= limit, let id = ObjectID(place.blob)
      else { continue }
      wanted.append(id)
    }
    // One at a time: a file may be as large as the limit.
    for id in wanted.distinct() {
      var bytes: [UInt8]?
      try await objects.contents(of: [id]) { _, answer, contents in
        if case .found(.blob, _) = answer { bytes = contents.copied() }
      }
      guard let bytes else { continue }
      do throws(SpoolError) {
        places[id.hex] = try spool.append(bytes)
      } catch {
        // Without room for it, the file is one that the site does not hand out.
        return
      }
    }
  }
}
