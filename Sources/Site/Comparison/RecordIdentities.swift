import Records

/// The files and keys of a model's records, each pair under a number: what is the same metric has the
/// same one in all versions.
struct RecordIdentities: Sendable {
  /// A file and a way of keys in it.
  struct Identity: Hashable, Sendable {
    let file: Int
    let keys: Int
  }

  private(set) var files: [String] = []
  private(set) var keys: [[String]] = []
  private(set) var identities: [Identity] = []

  /// What people read for each: its keys, or the file's name where the file is one value.
  private(set) var labels: [String] = []

  /// The keys as people read them, by the number of the keys.
  private(set) var names: [String] = []
  private var fileNumbers: [String: Int] = [:]
  private var keyNumbers: [[String]: Int] = [:]
  private var numbers: [Identity: Int] = [:]

  /// The number of a file, new or known.
  mutating func number(ofFile path: String) -> Int {
    if let number = fileNumbers[path] { return number }
    fileNumbers[path] = files.count
    files.append(path)
    return files.count - 1
  }

  /// The number of an entry, new or known.
  mutating func number(of entry: RecordEntry, inFile file: Int) -> Int {
    let identity = Identity(file: file, keys: number(ofKeysOf: entry))
    if let number = numbers[identity] { return number }
    numbers[identity] = identities.count
    identities.append(identity)
    let name = entry.keys.isEmpty ? fileName(of: file) : names[identity.keys]
    labels.append(SiteText.singleLine(name, limit: 200))
    return identities.count - 1
  }

  private mutating func number(ofKeysOf entry: RecordEntry) -> Int {
    if let number = keyNumbers[entry.keys] { return number }
    keyNumbers[entry.keys] = keys.count
    keys.append(entry.keys)
    names.append(entry.name)
    return keys.count - 1
  }

  /// The number of the same keys in another file; nothing where no version has that.
  func number(ofKeys keys: Int, inFile file: Int) -> Int? {
    numbers[Identity(file: file, keys: keys)]
  }

  /// The last part of a file's path.
  func fileName(of file: Int) -> String {
    let path = files[file]
    return path.utf8.lastIndex(of: UInt8(ascii: "/"))
      .map { String(path[path.utf8.index(after: $0)...]) } ?? path
  }
}
