import GitStore
import Theme

/// Reads a team's own templates and assets.
enum ThemeFolders {
  /// The built-in theme with the configured folders laid over it.
  static func theme(_ configuration: Configuration) throws(CommandFailure) -> Theme {
    Theme.bundled.overlaid(
      templates: try files(configuration.templates), assets: try files(configuration.assets))
  }

  private static func files(_ folder: String?) throws(CommandFailure) -> [String: [UInt8]] {
    guard let folder else { return [:] }
    guard FileStatus.isFolder(folder) else {
      throw CommandFailure(
        status: CommandFailure.refusedData, "the configured folder \(folder) does not exist [F004]")
    }
    var files: [String: [UInt8]] = [:]
    try collect(folder, "", &files)
    return files
  }

  private static func collect(
    _ folder: String, _ prefix: String, _ files: inout [String: [UInt8]]
  ) throws(CommandFailure) {
    for name in FileStatus.names(in: folder) where !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      if FileStatus.isFolder(path) {
        try collect(path, "\(prefix)\(name)/", &files)
      } else if let bytes = FileStatus.contents(of: path) {
        files[prefix + name] = bytes
      } else {
        throw CommandFailure(
          status: CommandFailure.refusedData, "the theme's file \(path) cannot be read [F004]")
      }
    }
  }
}
