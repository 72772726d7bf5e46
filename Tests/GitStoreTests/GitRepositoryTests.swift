import FoundationEssentials
import Glibc
import TestSupport
import Testing

@testable import GitStore

@Suite(.timeLimit(.minutes(30)))
struct GitRepositoryTests {
  /// A repository with one commit and one tag.
  private func make(_ path: String, _ options: String...) async throws -> GitScript {
    let script = GitScript(path)
    try await require(
      ["git", "init", "-q", "-b", "main"] + options + [path], environment: GitScript.environment())
    try await script.commit(["dir/sub/file": "text", ".gto": "stages: [dev]\n"])
    try await script.tag("m@v1.0.0", at: 1_704_067_200)
    return script
  }

  private func gitDirectory(_ path: String) -> String? { FileStatus.realPath("\(path)/.git") }

  @Test(arguments: ["", "/dir/sub", "/"])
  func opensWorkTreesAndFoldersInThem(_ below: String) async throws {
    try await withTemporaryFolder { folder in
      let script = try await make("\(folder)/repo")
      let repository = try await GitRepository.open(script.path + below)
      #expect(repository.commonDirectory == gitDirectory(script.path))
      #expect(repository.workTree == FileStatus.realPath(script.path))
      let head = try await script.git("rev-parse", "HEAD")
      #expect(repository.head?.hex == head)
      #expect(repository.idLength == 20)
      #expect(!repository.isShallow)
      #expect(repository.workTreeFile(".gto") == Array("stages: [dev]\n".utf8))
      #expect(repository.workTreeFile("nothing") == nil)
    }
  }

  @Test(arguments: ["", "/dir/sub"])
  func theWorkTreeOfARelativePathIsAbsolute(_ below: String) async throws {
    try await withTemporaryFolder { folder in
      let script = try await make("\(folder)/repo")
      let here = FileManager.default.currentDirectoryPath.split(separator: "/")
      let wayUp = String(repeating: "../", count: here.count)
      let repository = try await GitRepository.open("\(wayUp)\(script.path.dropFirst())\(below)")
      #expect(repository.workTree == FileStatus.realPath(script.path))
      #expect(repository.workTreeFile(".gto") == Array("stages: [dev]\n".utf8))
    }
  }

  @Test func opensTheGitFolderItself() async throws {
    try await withTemporaryFolder { folder in
      let script = try await make("\(folder)/repo")
      let repository = try await GitRepository.open("\(script.path)/.git")
      #expect(repository.commonDirectory == gitDirectory(script.path))
      #expect(repository.head != nil)
    }
  }

  @Test func linkedWorkTreesShareTheirObjects() async throws {
    try await withTemporaryFolder { folder in
      let script = try await make("\(folder)/repo")
      try await script.git("worktree", "add", "-q", "--detach", "\(folder)/linked")
      try writeFile("\(folder)/linked/.gto", "stages: [linked]\n")
      let repository = try await GitRepository.open("\(folder)/linked")
      #expect(repository.commonDirectory == gitDirectory(script.path))
      #expect(repository.workTreeFile(".gto") == Array("stages: [linked]\n".utf8))
      let (references, _) = try await repository.references()
      #expect(references.map(\.name) == ["refs/heads/main", "refs/tags/m@v1.0.0"])
      #expect(references.allSatisfy { !$0.isHead })
    }
  }

  @Test(arguments: ["--bare", "--mirror"])
  func opensBareClones(_ option: String) async throws {
    try await withTemporaryFolder { folder in
      let script = try await make("\(folder)/repo")
      try await script.git("clone", "-q", option, script.path, "\(folder)/copy.git")
      let repository = try await GitRepository.open("\(folder)/copy.git")
      #expect(repository.workTree == nil)
      #expect(repository.workTreeFile(".gto") == nil)
      #expect(repository.commonDirectory == FileStatus.realPath("\(folder)/copy.git"))
      let head = try await script.git("rev-parse", "HEAD")
      #expect(repository.head?.hex == head)
      let configuration = try await repository.configuration()
      #expect(configuration.remoteAddress == script.path)
    }
  }

  @Test func tellsShallowClones() async throws {
    try await withTemporaryFolder { folder in
      let script = try await make("\(folder)/repo")
      try await script.commit()
      try await script.git(
        "clone", "-q", "--depth", "1", "file://\(script.path)", "\(folder)/shallow")
      let repository = try await GitRepository.open("\(folder)/shallow")
      #expect(repository.isShallow)
    }
  }

  @Test func opensSHA256Repositories() async throws {
    try await withTemporaryFolder { folder in
      let script = try await make("\(folder)/repo", "--object-format=sha256")
      let repository = try await GitRepository.open(script.path)
      #expect(repository.idLength == 32)
      #expect(repository.head?.digits == 64)
      let ids = try await repository.references().references.map(\.id)
      let kinds = try await repository.withObjects { objects throws(GitError) in
        var kinds: [ObjectAnswer] = []
        try await objects.contents(of: ids) { _, answer, bytes in
          if case .found(.commit, _) = answer {
            #expect(CommitObject(parsing: bytes)?.tree.digits == 64)
          }
          kinds.append(answer)
        }
        return kinds
      }.result
      #expect(kinds.count == 2)
      #expect(!kinds.contains(.missing))
    }
  }

  @Test(arguments: [false, true])
  func aRepositoryMayHaveNoCommit(_ isBare: Bool) async throws {
    try await withTemporaryFolder { folder in
      try await GitScript("\(folder)/repo").initialize(isBare ? "--bare" : "--no-bare")
      let repository = try await GitRepository.open("\(folder)/repo")
      #expect(repository.head == nil)
      #expect((repository.workTree == nil) == isBare)
      let references = try await repository.references().references
      #expect(references.isEmpty)
    }
  }

  @Test func referencesAreSortedWithHeadMarked() async throws {
    try await withTemporaryFolder { folder in
      let script = try await make("\(folder)/repo")
      for name in ["z", "dir=m@v1.0.0", "模型", "a<b>&\"'$(x)"] { try await script.git("tag", name) }
      try await script.git("branch", "other")
      try await script.git("pack-refs", "--all")
      let (references, warnings) = try await GitRepository.open(script.path).references()
      #expect(warnings.isEmpty)
      #expect(
        references.map(\.name) == [
          "refs/heads/main", "refs/heads/other", "refs/tags/a<b>&\"'$(x)", "refs/tags/dir=m@v1.0.0",
          "refs/tags/m@v1.0.0", "refs/tags/z", "refs/tags/模型",
        ])
      #expect(references.filter(\.isHead).map(\.name) == ["refs/heads/main"])
    }
  }

  @Test(arguments: ["garbage\n", ""])
  func damagedReferencesCostOnlyThemselves(_ contents: String) async throws {
    try await withTemporaryFolder { folder in
      let script = try await make("\(folder)/repo")
      try writeFile("\(script.path)/.git/refs/tags/broken", contents)
      let (references, warnings) = try await GitRepository.open(script.path).references()
      #expect(references.map(\.name) == ["refs/heads/main", "refs/tags/m@v1.0.0"])
      #expect(warnings.count == 1)
      #expect(warnings.first?.contains("refs/tags/broken") == true)
    }
  }

  @Test func aMissingPathNamesItsNeighbour() async throws {
    try await withTemporaryFolder { folder in
      try writeFile("\(folder)/churn-model/x", "")
      await #expect(
        throws: GitError.pathMissing(
          path: "\(folder)/churn-modle", sibling: "\(folder)/churn-model")
      ) { try await GitRepository.open("\(folder)/churn-modle") }
      await #expect(throws: GitError.pathMissing(path: "\(folder)/other", sibling: nil)) {
        try await GitRepository.open("\(folder)/other")
      }
    }
  }

  @Test func foldersAndFilesAreNoRepositories() async throws {
    try await withTemporaryFolder { folder in
      try writeFile("\(folder)/file", "")
      for path in [folder, "\(folder)/file"] {
        await #expect(throws: GitError.notARepository(path: path)) {
          try await GitRepository.open(path)
        }
      }
    }
  }

  @Test func unknownFormatsAreNamed() async throws {
    try await withTemporaryFolder { folder in
      let script = try await make("\(folder)/repo")
      try await script.git("config", "core.repositoryFormatVersion", "1")
      try await script.git("config", "extensions.fromTheFuture", "true")
      let error = await #expect(throws: GitError.self) { try await GitRepository.open(script.path) }
      #expect(error?.code == "G010")
      #expect(error?.problem.lowercased().contains("fromthefuture") == true)
    }
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a folder away"))
  func foreignOwnersAreRefused() async throws {
    try await withTemporaryFolder { folder in
      let script = try await make("\(folder)/repo")
      try await require(["chown", "-R", "12345", script.path])
      let error = await #expect(throws: GitError.self) { try await GitRepository.open(script.path) }
      #expect(error == .foreignOwner(path: script.path))
      #expect(error?.code == "G011")
      #expect(error?.help.contains("safe.directory \(script.path)") == true)
      // Once it is trusted, every later command has to trust it, too.
      var command = GitCommand(directory: script.path)
      command.trustedDirectories = ["/elsewhere", script.path]
      let answer = try await command.run(["rev-parse", "HEAD"])
      #expect(answer.succeeded)
    }
  }

  @Test func trustIsReadFromTheUsersConfiguration() async throws {
    try await withTemporaryFolder { folder in
      try writeFile("\(folder)/config", "[safe]\n directory = /data/a b\n directory = ~/models\n")
      let variables = ["GIT_CONFIG_GLOBAL": "\(folder)/config", "HOME": "/home/ann"]
      let trusted = try await UserTrust.directories { variables[$0] ?? inherited($0) }
      #expect(trusted.suffix(2) == ["/data/a b", "/home/ann/models"])
      try writeFile("\(folder)/config", "[safe]\n directory = *\n")
      let everything = try await UserTrust.directories { variables[$0] ?? inherited($0) }
      #expect(everything.last == "*")
    }
  }
}
