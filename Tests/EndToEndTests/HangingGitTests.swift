import FoundationEssentials
import TestSupport
import Testing

/// A Git that does not answer costs its own repository, and leaves no process behind
/// (`bad-input.md`, O019), and so does a repository that has gone.
@Suite(.timeLimit(.minutes(30)))
struct HangingGitTests {
  /// Gives `body` two repositories, of which Git does not answer one command for the second, and the
  /// environment in which it is so.
  private func withHangingGit(
    at command: String,
    _ body: (_ folder: String, _ environment: [String: String?]) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      for name in ["good", "slow"] {
        let script = GitScript("\(folder)/\(name)")
        try await script.initialize()
        try await script.commit(["file": "x"])
        try await script.tag("m@v1.0.0", at: 1_704_067_300)
      }
      let git = try await require(["which", "git"]).text.split(separator: "\n")[0]
      // Git's own child stands for what it may have started.
      try writeFile(
        "\(folder)/bin/git",
        """
        #!/bin/sh
        case " $* " in
        *slow*" \(command) "*) sh -c 'sleep 600; :' '\(folder)' & wait ;;
        esac
        exec \(git) "$@"

        """)
      try await require(["chmod", "+x", "\(folder)/bin/git"])
      try writeFile(
        "\(folder)/vitrine.yaml",
        "repositories: [good, slow]\nlimits: {git_seconds: 15}\n")
      let path = Vitrine.variable("PATH") ?? "/usr/bin:/bin"
      try await body(folder, ["PATH": "\(folder)/bin:\(path)"])
    }
  }

  @Test(arguments: ["rev-parse", "for-each-ref", "cat-file"])
  func costsItsOwnRepository(_ command: String) async throws {
    try await withHangingGit(at: command) { folder, environment in
      let result = try await Vitrine.run(
        "build", "-o", "site", "--no-cache", in: folder, environment: environment)
      #expect(result.status == 1, "\(result.errors)")
      #expect(result.errors.contains("error[O019]"), "\(result.errors)")
      #expect(fileExists("\(folder)/site/models/good/m/index.html"))
      #expect(!fileExists("\(folder)/site/models/slow/m/index.html"))
      let left = try await runTool(["pgrep", "-f", "sleep 600.*\(folder)"])
      #expect(left.text.isEmpty, "left behind: \(left.text)")
    }
  }

  @Test func lastGoodDataStays() async throws {
    try await withHangingGit(at: "for-each-ref") { folder, environment in
      let build = ["build", "-o", "site", "--cache", "cache"]
      let first = try await runTool([Vitrine.binary] + build, in: folder)
      #expect(first.status == 0, "\(first.errors)")
      let hanging = try await runTool(
        [Vitrine.binary] + build, in: folder, environment: environment)
      #expect(hanging.status == 1 && hanging.errors.contains("error[O019]"), "\(hanging.errors)")
      #expect(fileExists("\(folder)/site/models/slow/m/index.html"))
      try await require(["mv", "\(folder)/slow", "\(folder)/elsewhere"])
      for _ in 1...2 {
        let gone = try await runTool([Vitrine.binary] + build, in: folder)
        #expect(gone.status == 1 && gone.errors.contains("error[G001]"), "\(gone.errors)")
        #expect(fileExists("\(folder)/site/models/slow/m/index.html"))
        let page = String(
          decoding: try readFile("\(folder)/site/repositories/slow/index.html"), as: UTF8.self)
        #expect(page.contains("Stale"))
      }
      try await require(["mv", "\(folder)/elsewhere", "\(folder)/slow"])
      let back = try await runTool([Vitrine.binary] + build, in: folder)
      #expect(back.status == 0, "\(back.errors)")
    }
  }
}
