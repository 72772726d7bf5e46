extension GitRepository {
  /// The commit that a revision means, such as `HEAD`, a tag, or the beginning of an id; nothing where
  /// there is none.
  ///
  /// One process.
  package func commit(of revision: String) async throws(GitError) -> ObjectID? {
    let answer = try await command.run([
      "rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}",
    ])
    guard answer.succeeded else { return nil }
    return ObjectID(GitCommand.text(answer.output))
  }
}
