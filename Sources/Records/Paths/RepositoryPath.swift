/// Where a path that a file in the repository speaks of leads to.
package enum RepositoryPath: Hashable, Sendable {
  /// A path relative to the repository's root, without `.`, `..` and empty parts; empty for the root.
  case inside(String)
  /// An address with a scheme, or an absolute path: not in the repository.
  case external(String)
  /// A path that leaves the repository, or no path at all (`bad-input.md`, P006).
  case refused

  /// Takes a path as it was written in a file of `folder`.
  package init(_ written: String, in folder: String) {
    if written.contains("://") || written.hasPrefix("/") {
      self = .external(written)
    } else if let path = Self.joined(folder, written) {
      self = .inside(path)
    } else {
      self = .refused
    }
  }

  /// The path inside the repository, if it is one.
  package var inside: String? {
    guard case .inside(let path) = self else { return nil }
    return path
  }

  /// A path below a folder; nothing where it leaves the repository or holds what no path of Git's does.
  private static func joined(_ folder: String, _ written: String) -> String? {
    guard !written.utf8.contains(0), !written.utf8.contains(UInt8(ascii: "\\")) else { return nil }
    var parts = folder.utf8.split(separator: UInt8(ascii: "/")).map { String($0) ?? "" }
    for part in written.utf8.split(separator: UInt8(ascii: "/")) {
      let name = String(part) ?? ""
      if name == "." { continue }
      if name != ".." {
        parts.append(name)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.joined(separator: "/")
  }

  /// The folder that a path lies in; empty for the root.
  package static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[..<slash])
  }

  /// Whether a path is a folder or lies below it; everything lies below the root.
  package static func lies(_ path: String, in folder: String) -> Bool {
    folder.isEmpty || path == folder || path.utf8.starts(with: Array((folder + "/").utf8))
  }
}
