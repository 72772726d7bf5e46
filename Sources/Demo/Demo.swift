import GitStore

/// The demonstration: three repositories that a team could own, their tags written as GTO writes
/// them (`cli.md`, `demo`).
package enum Demo {
  /// Writes the repositories and a configuration into `directory` and returns the repositories' paths.
  ///
  /// The folder has to be absent, empty, or an earlier demonstration, which is replaced. The object
  /// ids are the same everywhere. Throws `DemoError`, and leaves the folder alone where it refuses.
  package static func write(to directory: String) async throws(DemoError) -> [String] {
    let stories = stories
    let folder = DemoFolder(path: directory)
    try folder.prepare(for: stories.map(\.name))
    var paths: [String] = []
    for story in stories {
      let path = folder.path(of: story.name)
      do throws(GitError) {
        let writer = try await RepositoryWriter.create(at: path)
        try await writer.importing(stream: story.stream)
        try await writer.checkout()
        try await writer.setOrigin(story.origin)
      } catch {
        throw .git(error)
      }
      paths.append(path)
    }
    return paths
  }

  /// The name of the configuration's file.
  package static var configurationName: String { DemoConfiguration.fileName }

  /// What the repositories hold, in the order in which they are listed.
  static var stories: [RepositoryStory] {
    [ChurnStory.tell(), VisionStory.tell(), PricingStory.tell()]
  }
}
