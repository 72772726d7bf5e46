import FoundationEssentials
import TestSupport
import Testing

@testable import GitStore

/// Reading a repository runs nothing that the repository chooses (`hostile-input.md` §4).
@Suite(.timeLimit(.minutes(30)))
struct HostileRepositoryTests {
  @Test func nothingOfItsConfigurationRuns() async throws {
    try await withTemporaryFolder { folder in
      let script = GitScript("\(folder)/repo")
      try await script.initialize()
      try await script.commit(["file": "text", ".gitattributes": "* diff=evil filter=evil\n"])
      try await script.tag("m@v1.0.0", at: 1_704_067_200)
      let mark = "\(folder)/ran"
      let program = "\(folder)/evil.sh"
      try writeFile(program, "#!/bin/sh\ntouch '\(mark)'\n")
      try await require(["chmod", "+x", program])
      let settings = [
        "core.fsmonitor", "core.pager", "core.sshCommand", "core.askPass", "core.editor",
        "gpg.program", "gpg.ssh.program", "diff.external", "diff.evil.command",
        "diff.evil.textconv", "filter.evil.smudge", "filter.evil.process", "credential.helper",
        "alias.cat-file", "alias.for-each-ref", "alias.rev-parse", "pager.for-each-ref",
      ]
      for key in settings {
        try await script.git("config", key, key.hasPrefix("alias.") ? "!\(program)" : program)
      }
      for hook in ["post-index-change", "reference-transaction", "post-checkout"] {
        try writeFile("\(folder)/hooks/\(hook)", "#!/bin/sh\ntouch '\(mark)'\n")
        try await require(["chmod", "+x", "\(folder)/hooks/\(hook)"])
      }
      try await script.git("config", "core.hooksPath", "\(folder)/hooks")
      try? FileManager.default.removeItem(atPath: mark)

      let repository = try await GitRepository.open(script.path)
      let (references, warnings) = try await repository.references()
      #expect(warnings.isEmpty)
      _ = try await repository.configuration()
      let ids = references.map(\.id)
      _ = try await repository.withObjects { objects throws(GitError) in
        try await objects.contents(of: ids) { _, answer, _ in #expect(answer != .missing) }
      }
      #expect(references.count == 2)
      #expect(!fileExists(mark))
    }
  }

  @Test func replacedObjectsAreReadAsTheyAre() async throws {
    try await withTemporaryFolder { folder in
      let script = GitScript("\(folder)/repo")
      try await script.initialize()
      let first = try await script.commit(message: "true")
      let second = try await script.commit(message: "false")
      try await script.git("replace", first, second)
      let id = try #require(ObjectID(first))
      let message = try await GitRepository.open(script.path).withObjects {
        objects throws(GitError) in
        var message: String?
        try await objects.contents(of: [id]) { _, _, bytes in
          message = CommitObject(parsing: bytes)?.message
        }
        return message
      }.result
      #expect(message == "true\n")
    }
  }

  @Test func theEnvironmentIsMadeFromNothing() async throws {
    // What Git's own children see is what it was given, and a little of its own making.
    let answer = try await GitCommand(directory: "/").run(["-c", "alias.env=!env", "env"])
    let names = String(decoding: answer.output, as: UTF8.self).split(separator: "\n")
      .compactMap { $0.split(separator: "=").first.map(String.init) }
    let given = Set(names).subtracting([
      "PWD", "OLDPWD", "SHLVL", "_", "GIT_PREFIX", "GIT_CONFIG_PARAMETERS", "GIT_EXEC_PATH",
      "GIT_CONFIG_COUNT",
    ])
    #expect(
      given == [
        "PATH", "HOME", "LANG", "LC_ALL", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_GLOBAL",
        "GIT_NO_LAZY_FETCH", "GIT_ALLOW_PROTOCOL", "GIT_NO_REPLACE_OBJECTS", "GIT_OPTIONAL_LOCKS",
        "GIT_TERMINAL_PROMPT", "GIT_ATTR_NOSYSTEM", "GIT_PAGER",
      ])
  }
}
