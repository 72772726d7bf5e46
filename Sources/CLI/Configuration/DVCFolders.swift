/// Where DVC keeps its own configuration of this machine.
enum DVCFolders {
  /// The system's folder and the user's, the later one stronger.
  ///
  /// Like DVC, takes the first of several, and no relative path, from the XDG variables.
  ///
  /// - Parameter variable: the value of an environment variable that is set and not empty.
  static func configuration(_ variable: (String) -> String?) -> [String] {
    let system = (variable("XDG_CONFIG_DIRS") ?? "").split(separator: ":").first(where: isAbsolute)
    let user =
      variable("XDG_CONFIG_HOME").flatMap { isAbsolute($0[...]) ? $0 : nil }
      ?? variable("HOME").map { "\($0)/.config" }
    let folders = [
      variable("DVC_SYSTEM_CONFIG_DIR") ?? "\(system ?? "/etc/xdg")/dvc",
      variable("DVC_GLOBAL_CONFIG_DIR") ?? user.map { "\($0)/dvc" },
    ]
    return folders.compactMap(\.self)
  }

  private static func isAbsolute(_ path: Substring) -> Bool { path.hasPrefix("/") }
}
