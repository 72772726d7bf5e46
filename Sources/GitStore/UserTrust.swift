import Subprocess

/// Folders of other users that this user has told Git to trust.
///
/// Reading a repository uses no configuration of the user's; this one setting is asked for apart,
/// so that `git config --global --add safe.directory` works for Vitrine as it does for Git.
enum UserTrust {
  /// The values of `safe.directory` in the user's and the system's configuration.
  ///
  /// - Parameter variable: the value of a variable of the user's environment.
  static func directories(
    _ variable: (String) -> String? = inherited
  ) async throws(GitError) -> [String] {
    do {
      let result = try await Subprocess.run(
        .name("git"),
        arguments: [
          "-C", "/", "config", "-z", "--type=path", "--get-all", "safe.directory",
        ],
        environment: environment(variable), output: .string(limit: 1 << 20), error: .discarded)
      return result.standardOutput.split(separator: "\0").map(String.init)
    } catch {
      throw GitCommand.failure(error)
    }
  }

  private static func environment(_ variable: (String) -> String?) -> Environment {
    var variables: [Environment.Key: String] = ["LC_ALL": "C"]
    for name in ["PATH", "HOME", "XDG_CONFIG_HOME", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"] {
      if let value = variable(name), let key = Environment.Key(rawValue: name) {
        variables[key] = value
      }
    }
    return .custom(variables)
  }
}
