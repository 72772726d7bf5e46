import Digests
import TestSupport

/// Contents that DVC keeps outside Git, under their digest (`records.md` §8 and §9.2).
struct DVCObject: Sendable {
  let text: String

  /// Whether DVC 1 or 2 made it: another place, and a digest that ignores how lines end.
  var isLegacy = false

  /// Whether it is the list of a folder's files.
  private var isFolder = false

  /// A file's contents.
  init(_ text: String, isLegacy: Bool = false) {
    self.text = text
    self.isLegacy = isLegacy
  }

  /// The list of a folder's files, which are objects themselves.
  init(folder files: KeyValuePairs<String, DVCObject>) {
    let entries = files.map { #"{"md5": "\#($0.value.md5)", "relpath": "\#($0.key)"}"# }
    text = "[\(entries.joined(separator: ", "))]"
    isFolder = true
  }

  /// The digest as dvc.lock writes it.
  var md5: String {
    let hashed = isLegacy ? text.replacing("\r\n", with: "\n") : text
    return MD5.hex(of: Array(hashed.utf8)) + (isFolder ? ".dir" : "")
  }

  /// The path below a cache or a remote.
  var location: String {
    (isLegacy ? "" : "files/md5/") + "\(md5.prefix(2))/\(md5.dropFirst(2))"
  }

  /// An entry of `outs` in a dvc.lock or `.dvc` file.
  func entry(_ path: String) -> String {
    let hash = isLegacy ? "" : "hash: md5, "
    return "{path: '\(path)', \(hash)md5: \(md5), size: \(text.utf8.count)}"
  }

  /// Puts the object into a cache or a remote.
  func write(to folder: String) throws { try writeFile("\(folder)/\(location)", text) }
}
