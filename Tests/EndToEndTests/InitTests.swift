import FoundationEssentials
import TestSupport
import Testing

/// `vitrine init`: files that the services' own schemas and a shell checker take.
@Suite(.timeLimit(.minutes(30)))
struct InitTests {
  private static func tool(_ name: String) -> String { "\(Vitrine.environment)/bin/\(name)" }

  @Test(arguments: [
    ("github", ".github/workflows/vitrine.yml", "vendor.github-workflows"),
    ("gitlab", ".gitlab-ci.yml", "vendor.gitlab-ci"),
  ])
  func writesAWorkflow(_ service: String, _ path: String, _ schema: String) async throws {
    try await withTemporaryFolder { folder in
      let result = try await Vitrine.run("init", folder, "--ci", service)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.text == "Wrote vitrine.yaml\nWrote \(path)\n")
      let check = try await runTool([
        Self.tool("check-jsonschema"), "--builtin-schema", schema, "\(folder)/\(path)",
      ])
      #expect(check.succeeded, "\(check.text) \(check.errors)")
      try await Vitrine.expectSound("check_scripts", ["\(folder)/\(path)"])
    }
  }

  @Test func keepsWhatIsThere() async throws {
    try await withTemporaryFolder { folder in
      try writeFile("\(folder)/vitrine.yaml", "title: mine\n")
      let result = try await Vitrine.run("init", folder, "--ci", "gitlab")
      #expect(result.status == 0)
      #expect(result.text == "Kept vitrine.yaml, which is there\nWrote .gitlab-ci.yml\n")
      #expect(try readFile("\(folder)/vitrine.yaml") == Array("title: mine\n".utf8))
      let again = try await Vitrine.run("init", folder, "--ci", "gitlab")
      #expect(again.text.split(separator: "\n").allSatisfy { $0.hasPrefix("Kept ") })
    }
  }

  @Test func everyExampleOfTheConfigurationIsRead() async throws {
    try await CheckTests.withRepository { folder, _ in
      try await require([Vitrine.binary, "init", folder])
      let text = String(decoding: try readFile("\(folder)/vitrine.yaml"), as: UTF8.self)
      let untouched = try await runTool([Vitrine.binary, "check", "repo"], in: folder)
      #expect(untouched.status == 0, "\(untouched.errors)")
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        // Prose begins with one blank.
        line.hasPrefix("#") && (!line.hasPrefix("# ") || line.hasPrefix("#  "))
          ? line.dropFirst() : line
      }
      let all = lines.joined(separator: "\n").replacing("../churn", with: "repo")
      try writeFile("\(folder)/vitrine.yaml", all)
      let result = try await runTool(
        [Vitrine.binary, "check", "repo", "--fail-on", "never"], in: folder)
      #expect(result.status == 0, "\(result.errors)")
    }
  }

  @Test func tellsADeployJobWhatATagDid() async throws {
    try await CheckTests.withRepository { folder, script in
      let file = "\(folder)/output"
      try writeFile(file, "before=1\n")
      let run = try await runTool(
        [Vitrine.binary, "check-ref", "refs/tags/m#prod#1", "-r", "repo", "--github-output"],
        in: folder, environment: ["GITHUB_OUTPUT": file])
      #expect(run.status == 0, "\(run.errors)")
      let outputs = String(decoding: try readFile(file), as: UTF8.self)
      #expect(outputs.hasPrefix("before=1\nevent<<vitrine-"))
      for (name, value) in [
        ("event", "assignment"), ("name", "m"), ("version", "v1.0.0"), ("stage", "prod"),
        ("path", "m.bin"), ("type", ""),
      ] {
        let part = outputs.split(separator: "\(name)<<").last ?? ""
        let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count > 2 && lines[1] == value && lines[2] == lines[0], "\(name) \(outputs)")
      }
      let variables = try await runTool(
        [Vitrine.binary, "check-ref", "m@v1.0.0", "-r", "repo", "--dotenv"], in: folder)
      #expect(variables.text.hasPrefix("VITRINE_EVENT=registration\nVITRINE_NAME=m\n"))
      try await script.git("tag", "other")
      let other = try await runTool(
        [Vitrine.binary, "check-ref", "other", "-r", "repo", "--dotenv"], in: folder)
      #expect(other.text.hasPrefix("VITRINE_EVENT=\nVITRINE_NAME=\n"), "\(other.text)")
    }
  }
}
