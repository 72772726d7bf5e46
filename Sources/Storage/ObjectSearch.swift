import Records

/// The search for one object: what the places visited so far have come to.
struct ObjectSearch: Sendable {
  let object: StoredObject
  let limit: Int
  private(set) var result: FetchResult?
  private var isDamaged = false

  init(_ object: StoredObject, limit: Int) {
    self.object = object
    self.limit = limit
    // A folder's size is that of its files, not of their list.
    if !object.isFolder, let size = object.size, size > limit { result = .tooLarge(size) }
  }

  /// Takes what a place gave. Bytes that don't fit the object are never passed on: they only tell,
  /// in the end, that it was there.
  mutating func take(_ lookup: Lookup) {
    guard result == nil else { return }
    switch lookup {
    case .found(let bytes):
      if object.fits(bytes) { result = .found(bytes) } else { isDamaged = true }
    case .tooLarge(let size):
      // Where the object is known to be smaller, this is something else in its place.
      let isKnown = object.size != nil && !object.isFolder
      if isKnown { isDamaged = true } else { result = .tooLarge(size) }
    case .absent, .refused: break
    case .failed(let reason, let help): giveUp(reason: reason, help: help)
    }
  }

  /// Ends the search without the object.
  mutating func giveUp(reason: String, help: String) {
    guard result == nil else { return }
    result =
      isDamaged
      ? .damaged(
        reason: "its contents do not fit the recorded hash",
        help: "remove it from the cache or remote, and push it again with `dvc push`")
      : .unavailable(reason: reason, help: help)
  }
}
