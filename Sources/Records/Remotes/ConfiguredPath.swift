/// The folder that a configuration file lies in, which its relative paths begin at.
package enum ConfigurationFolder: Hashable, Sendable {
  /// The folder `.dvc` of the project, wherever that is on a machine.
  case project
  /// A folder of this machine.
  case folder(String)
}

/// A path of a machine as a configuration file gives it: never part of a site.
package struct ConfiguredPath: Hashable, Sendable {
  package let written: String
  package let folder: ConfigurationFolder

  /// Takes a path from a file in `folder`.
  package init(_ written: String, in folder: ConfigurationFolder) {
    self.written = written
    self.folder = folder
  }

  /// The absolute path, without `.` and `..`; nothing where it begins at a folder that isn't there.
  ///
  /// - Parameters:
  ///   - projectFolder: the DVC project in a work tree.
  ///   - homeFolder: what a leading `~` stands for.
  package func resolved(projectFolder: String?, homeFolder: String?) -> String? {
    guard !written.utf8.contains(0) else { return nil }
    if written.hasPrefix("/") { return Self.normalized(written) }
    if written == "~" || written.hasPrefix("~/") {
      return homeFolder.map { Self.normalized("\($0)/\(written.dropFirst())") }
    }
    switch folder {
    case .folder(let path): return Self.normalized("\(path)/\(written)")
    case .project: return projectFolder.map { Self.normalized("\($0)/.dvc/\(written)") }
    }
  }

  /// A path below this one.
  package func appending(_ relative: String) -> ConfiguredPath {
    let base = RemoteURL.withoutTrailingSlashes(written)
    return ConfiguredPath(
      base.isEmpty && written.isEmpty ? relative : "\(base)/\(relative)", in: folder)
  }

  private static func normalized(_ path: String) -> String {
    var parts: [Substring.UTF8View.SubSequence] = []
    for part in Substring(path).utf8.split(separator: UInt8(ascii: "/")) {
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        _ = parts.popLast()
      } else {
        parts.append(part)
      }
    }
    return "/" + parts.map { String(Substring($0)) }.joined(separator: "/")
  }
}
