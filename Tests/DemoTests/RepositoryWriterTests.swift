import TestSupport
import Testing

@testable import GitStore

@Suite(.timeLimit(.minutes(30)))
struct RepositoryWriterTests {
  @Test func neverWritesIntoWhatIsThere() async throws {
    try await withTemporaryFolder { folder in
      let refusal = GitError.commandFailed(path: folder, command: "init", message: "File exists")
      await #expect(throws: refusal) { _ = try await RepositoryWriter.create(at: folder) }
    }
  }

  @Test(arguments: ["feature done\ncommit refs/heads/main\n", "feature done\n", "nonsense\n"])
  func refusesAStreamThatIsCutOffOrUnknown(stream: String) async throws {
    try await withTemporaryFolder { folder in
      let writer = try await RepositoryWriter.create(at: "\(folder)/new")
      let error = await #expect(throws: GitError.self) {
        try await writer.importing(stream: Array(stream.utf8))
      }
      guard case .commandFailed(_, "fast-import", _) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }

  @Test func leavesNoLogOfRefs() async throws {
    try await withTemporaryFolder { folder in
      let path = "\(folder)/new"
      let writer = try await RepositoryWriter.create(at: path)
      let stream = """
        feature done
        commit refs/heads/main
        committer A <a@example.com> 1 +0000
        data 0
        M 100644 inline file
        data 2
        x

        done

        """
      try await writer.importing(stream: Array(stream.utf8))
      try await writer.checkout()
      #expect(FileStatus.contents(of: "\(path)/file") == Array("x\n".utf8))
      #expect(!FileStatus.exists("\(path)/.git/logs"))
    }
  }
}
