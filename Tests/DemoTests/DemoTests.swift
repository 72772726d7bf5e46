import Glibc
import TestSupport
import Testing

@testable import Demo
@testable import GitStore

@Suite(.timeLimit(.minutes(30)))
struct DemoTests {
  @Test func repositoriesAreTheSameToTheLastId() async throws {
    try await withTemporaryFolder { folder in
      let repositories = try await Demo.write(to: "\(folder)/demo")
      #expect(repositories == GoldenReferences.all.map { "\(folder)/demo/\($0.repository)" })
      for (path, golden) in zip(repositories, GoldenReferences.all) {
        #expect(try await references(of: path) == golden.references)
      }
    }
  }

  /// What a user, a CI system or a strange machine may have set changes nothing.
  @Test func nothingOfTheMachineReachesARepository() async {
    await #expect(processExitsWith: .success) {
      umask(0o077)
      for (name, value) in [
        ("TZ", "Pacific/Auckland"), ("LC_ALL", "tr_TR.UTF-8"), ("HOME", "/"),
        ("GIT_DIR", "/nonexistent"), ("GIT_DEFAULT_HASH", "sha256"), ("GIT_COMMITTER_NAME", "X"),
        ("GIT_COMMITTER_DATE", "1 +0000"), ("GIT_TEMPLATE_DIR", "/nonexistent"),
        ("GIT_CONFIG_COUNT", "1"), ("GIT_CONFIG_KEY_0", "core.autocrlf"),
        ("GIT_CONFIG_VALUE_0", "true"),
      ] { unsafe setenv(name, value, 1) }
      try await withTemporaryFolder { folder in
        let repositories = try await Demo.write(to: "\(folder)/ä b/-x")
        for (path, golden) in zip(repositories, GoldenReferences.all) {
          #expect(try await references(of: path) == golden.references)
        }
      }
    }
  }

  @Test func gitFindsNothingWrong() async throws {
    try await withTemporaryFolder { folder in
      for path in try await Demo.write(to: folder) {
        let git = GitCommand(directory: path)
        let check = try await git.run(["fsck", "--strict", "--full"])
        #expect(check.succeeded, "\(check.message)")
        let status = try await git.run(["status", "--porcelain", "--ignored"])
        #expect(status.succeeded)
        #expect(status.output.isEmpty)
        let branch = try await git.run(["symbolic-ref", "HEAD"])
        #expect(branch.output == Array("refs/heads/main\n".utf8))
      }
    }
  }

  @Test func filesOnDiskAreThoseOfTheStory() async throws {
    try await withTemporaryFolder { folder in
      let repositories = try await Demo.write(to: folder)
      for (path, story) in zip(repositories, Demo.stories) {
        for (name, bytes) in story.files {
          #expect(FileStatus.contents(of: "\(path)/\(name)") == bytes, "\(name)")
        }
      }
    }
  }

  @Test func staysSmall() async throws {
    try await withTemporaryFolder { folder in
      _ = try await Demo.write(to: folder)
      let sizes = try filesBelow(folder).map { try readFile("\(folder)/\($0)").count }
      #expect(sizes.reduce(0, +) < 300_000)
    }
  }
}
