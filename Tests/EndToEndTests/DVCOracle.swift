import Formats
import TestSupport

/// What the real DVC reads in a fixture.
enum DVCOracle {
  /// Keeps DVC from the user's configuration and from the network's analytics.
  static func environment(_ folder: String) -> [String: String?] {
    [
      "HOME": "\(folder)/home", "XDG_CONFIG_HOME": nil, "XDG_CACHE_HOME": nil,
      // In CI, DVC asks nobody for updates.
      "CI": "true", "DVC_NO_ANALYTICS": "1", "DVC_SITE_CACHE_DIR": "\(folder)/home/site",
      "DVC_GLOBAL_CONFIG_DIR": "\(folder)/home/global",
      "DVC_SYSTEM_CONFIG_DIR": "\(folder)/home/system", "GIT_CONFIG_GLOBAL": "/dev/null",
    ]
  }

  /// DVC's answers for the versions of a fixture, by tag, in one of its projects.
  static func answers(
    _ fixture: DVCFixture, project: String = "", options: [String] = [], in folder: String
  ) async throws -> JSONValue {
    try await answers(
      fixture.name, project: project, tags: fixture.commits.map(fixture.tag),
      options: options + (fixture.needsCheckout ? ["--checkout"] : []), in: folder)
  }

  /// DVC's answers for tags of the repository `folder/repos/name`.
  ///
  /// It is asked in a copy, where it may fill caches; the copy lies as deep below the folder as the
  /// repository, since addresses may be relative.
  static func answers(
    _ name: String, project: String = "", tags: [String], options: [String] = [],
    in folder: String
  ) async throws -> JSONValue {
    let copy = "\(folder)/asked/\(name)"
    if !fileExists(copy) {
      try await require(["mkdir", "-p", "\(folder)/asked"])
      try await require(["cp", "-R", "\(folder)/repos/\(name)", copy])
    }
    let tool = [
      "\(Vitrine.environment)/bin/python", "\(Vitrine.root)/Tests/Tools/dvc_oracle.py",
    ]
    let result = try await require(
      tool + options + [DVCFixture.join(copy, project)] + tags, environment: environment(folder))
    return try OrderedJSON.parse(result.output)
  }

  /// Runs the command line of DVC.
  static func run(
    _ arguments: String..., in path: String, folder: String
  ) async throws -> JSONValue {
    let result = try await require(
      ["\(Vitrine.environment)/bin/dvc"] + arguments, in: path,
      environment: environment(folder))
    return try OrderedJSON.parse(result.output)
  }
}
