import TestSupport
import Testing

/// How many processes a build starts: as many as there are repositories, and not versions or files.
@Suite(.timeLimit(.minutes(30)))
struct ProcessCountTests {
  @Test func aRepositoryTakesSixProcessesOfGit() async throws {
    try await Vitrine.withDemo { folder, _ in
      let log = "\(folder)/calls"
      let git = try await require(["sh", "-c", "command -v git"]).text.prefix { $0 != "\n" }
      let script = "#!/bin/sh\nprintf '%s\\n' \"$*\" >> '\(log)'\nexec '\(git)' \"$@\"\n"
      try writeFile("\(folder)/bin/git", script)
      try await require(["chmod", "+x", "\(folder)/bin/git"])
      let result = try await Vitrine.run(
        "build", "\(folder)/repositories", "-o", "\(folder)/again", "--offline",
        environment: ["PATH": "\(folder)/bin:\(Vitrine.variable("PATH") ?? "")"])
      #expect(result.succeeded, "\(result.errors)")
      var calls: [String: Int] = [:]
      for line in String(decoding: try readFile(log), as: UTF8.self).split(separator: "\n") {
        let words = line.split(separator: " ").map(String.init)
        let verbs = ["rev-parse", "config", "for-each-ref", "cat-file", "log"]
        calls[words.first(where: verbs.contains) ?? String(line), default: 0] += 1
      }
      // Facts, configuration, refs and objects; the history, which is for records alone; and the refs
      // again at the end, to tell of those that moved meanwhile.
      #expect(
        calls == ["rev-parse": 3, "config": 3, "for-each-ref": 6, "cat-file": 3, "log": 3])
    }
  }
}
