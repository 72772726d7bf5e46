import Formats
import Records
import Storage

/// The file in which whoever uses models keeps exactly which ones: version, commit, and what every file
/// has to be.
struct LockedModels: Equatable {
  /// A model as it was when it was locked.
  struct Entry: Equatable {
    /// The id under which the source knew it.
    let model: String
    let version: String
    let commit: String

    /// The address of the site; nothing for a folder or repository, which others do not have.
    let source: String?
    let files: [File]
  }

  struct File: Equatable {
    let path: String
    let size: Int

    /// Of the bytes that were fetched.
    let sha256: String

    /// What the source said of it.
    let hashes: [ContentHash]
  }

  private(set) var entries: [Entry] = []

  /// Puts an entry in place of the one of the same model, or in its order by name.
  mutating func put(_ entry: Entry) {
    entries.removeAll { $0.model == entry.model }
    let place = entries.firstIndex {
      entry.model.utf8.lexicographicallyPrecedes($0.model.utf8)
    }
    entries.insert(entry, at: place ?? entries.count)
  }

  var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("lock_version", 1)
      json.member("models") { json in
        json.array(entries) { json, entry in
          json.object { json in
            json.member("model", entry.model)
            json.member("version", entry.version)
            json.member("commit", entry.commit)
            json.member("from", entry.source)
            json.member("files") { json in
              json.array(entry.files) { json, file in
                json.object { json in
                  json.member("path", file.path)
                  json.member("size", file.size)
                  json.member("sha256", file.sha256)
                  json.member("recorded", file.hashes.map(\.text))
                }
              }
            }
          }
        }
      }
    }
    return json.finished()
  }

  init() {}

  /// Reads a lock file.
  ///
  /// - Throws: the reason why it is none, in a few words.
  init(_ bytes: [UInt8]) throws(FormatError) {
    let root = try JSONReader.read(bytes).value
    guard root?["lock_version"]?.number?.text == "1", let models = root?["models"]?.items else {
      throw Self.error("it is no lock file of version 1")
    }
    for model in models { entries.append(try Self.entry(model)) }
  }

  private static func entry(_ value: DataValue) throws(FormatError) -> Entry {
    guard let model = value["model"]?.text, let version = value["version"]?.text,
      let commit = value["commit"]?.text, let items = value["files"]?.items, !items.isEmpty
    else { throw error("a model in it has no version, commit or files") }
    var files: [File] = []
    for item in items {
      guard let path = item["path"]?.text,
        let size = item["size"]?.number.flatMap({ Int($0.text) }),
        let digest = item["sha256"]?.text.flatMap({ ContentHash(text: "sha256:\($0)") })
      else { throw error("a file of \(model) in it has no path, size or sha256") }
      let hashes = (item["recorded"]?.items ?? []).compactMap {
        $0.text.flatMap { ContentHash(text: $0) }
      }
      files.append(File(path: path, size: size, sha256: digest.value, hashes: hashes))
    }
    return Entry(
      model: model, version: version, commit: commit, source: value["from"]?.text, files: files)
  }

  private static func error(_ problem: String) -> FormatError {
    FormatError(code: "F004", line: 1, column: 1, problem: problem)
  }
}

extension DataValue {
  fileprivate var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }
}

extension LockedModels.Entry {
  /// What a source says now that the lock does not; nothing where they agree.
  func difference(from found: FoundVersion) -> String? {
    if found.version != version { return "it is \(found.version) now, not \(version)" }
    if found.commit != commit { return "\(version) is another commit now: \(found.commit)" }
    let locked = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    guard locked.count == found.files.count else {
      return "\(version) has \(found.files.count) files now, not \(locked.count)"
    }
    for file in found.files {
      guard let known = locked[file.path] else { return "\(file.path) is not in the lock file" }
      if let size = file.size, size != known.size {
        return "\(file.path) has \(size) bytes now, not \(known.size)"
      }
      let isOther = file.hashes.contains { hash in
        known.hashes.contains { $0.algorithm == hash.algorithm && $0 != hash }
      }
      if isOther { return "\(file.path) has another hash now" }
    }
    return nil
  }

  /// The files with all that the lock demands of them.
  func demanding(_ found: FoundVersion) -> FoundVersion {
    let locked = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var found = found
    found.files = found.files.map { file in
      guard let known = locked[file.path] else { return file }
      return file.demanding(size: known.size, ContentHash(.sha256, known.sha256))
    }
    return found
  }
}
