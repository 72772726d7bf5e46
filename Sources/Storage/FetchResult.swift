/// What became of the search for an object.
package enum FetchResult: Hashable, Sendable {
  /// The bytes, which fit the object's hash.
  case found([UInt8])
  /// No place has it; `reason` is a few words, `help` says how to get it.
  case unavailable(reason: String, help: String)
  /// There were bytes, but they don't fit the object's hash, and no other place has better ones.
  case damaged(reason: String, help: String)
  /// It is larger than the limit: its size in bytes, or the least that it can be.
  case tooLarge(Int)
}

/// What looking in a single place came to.
enum Lookup: Hashable, Sendable {
  case found([UInt8])
  case absent
  /// Something is there that may not be read: a link, a pipe, a folder.
  case refused
  case tooLarge(Int)
  case failed(reason: String, help: String)
}
