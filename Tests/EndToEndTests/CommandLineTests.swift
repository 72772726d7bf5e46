import TestSupport
import Testing

/// The manners of the command line (`cli.md`).
@Suite(.timeLimit(.minutes(30)))
struct CommandLineTests {
  @Test(arguments: [
    (["build"], 64), (["shwo"], 64), (["show", "--json", "--plain"], 64),
    (["show", "--vs", "-2"], 64), (["build", "-o", "x", "--jobs", "0"], 64),
    (["show", "-r", "nowhere"], 66), (["build", "nowhere", "-o", "site"], 66),
    (["build", "-c", "nowhere.yaml", "-o", "site"], 65), (["--version"], 0), (["--help"], 0),
  ])
  func endsWith(_ arguments: [String], _ status: Int) async throws {
    try await withTemporaryFolder { folder in
      let result = try await runTool([Vitrine.binary] + arguments, in: folder)
      #expect(result.status == status, "\(result.text) \(result.errors)")
    }
  }

  @Test func namesTheNearestOption() async throws {
    let result = try await Vitrine.run("build", "-o", "site", "--ofline")
    #expect(result.status == 64)
    #expect(result.errors.contains("--offline"), "\(result.errors)")
  }

  @Test func answersInJSONAlsoWhenItFails() async throws {
    try await Vitrine.withDemo { folder, _ in
      let result = try await Vitrine.run(
        "show", "chrun", "-r", "\(folder)/repositories/churn", "--json")
      #expect(result.status == 1)
      let message = try OrderedJSON.parse(result.output)["error"]?["message"]?.string
      #expect(message?.contains("did you mean 'churn'?") == true)
    }
  }

  @Test(arguments: [
    ["show"], ["show", "--plain"], ["show", "churn"], ["history", "churn"], ["stages"],
    ["show", "--name"], ["show", "churn#prod", "--version"], ["show", "churn@latest", "--ref"],
    ["check-ref", "churn@v1.0.0"], ["check-ref", "refs/tags/churn@v1.0.0", "--event"],
    ["check-ref", "nothing"],
  ])
  func printsTheSameTablesAsRecorded(_ arguments: [String]) async throws {
    try await Vitrine.withDemo { folder, _ in
      let result = try await runTool(
        [Vitrine.binary] + arguments + ["-r", "\(folder)/repositories/churn"])
      #expect(result.status == 0)
      try expectGolden(result.text, arguments.joined(separator: " "))
    }
  }

  @Test func endsWithTheClosingLine() async throws {
    try await withTemporaryFolder { folder in
      let result = try await Vitrine.run("demo", "\(folder)/demo")
      let last = result.errors.split(separator: "\n").last ?? ""
      #expect(last.hasPrefix("Built 7 models, 29 versions from 3 repositories in "))
      #expect(last.hasSuffix(" warnings (report/index.html)."))
      #expect(result.text == "Open \(folder)/demo/site/index.html\n")
      #expect(!result.errors.contains("\u{1b}"))
    }
  }

  @Test func printsNoTextThatATagCouldHavePlanted() async throws {
    try await withTemporaryFolder { folder in
      let script = GitScript("\(folder)/repo")
      try await script.initialize()
      try await script.commit([
        "dvc.yaml": "artifacts:\n  m:\n    path: x\n    \"\\e[2J\\n::error::x\": 1\n"
      ])
      try await script.tag("m@v1.0.0", at: 1_704_067_300)
      let result = try await Vitrine.run("build", "\(folder)/repo", "-o", "\(folder)/site")
      #expect(result.errors.contains("[Y013]"), "\(result.errors)")
      #expect(!result.errors.contains("\u{1b}"))
      #expect(!result.errors.split(separator: "\n").contains { $0.hasPrefix("::") })
    }
  }

  @Test func refusesAFolderThatIsNotOurs() async throws {
    try await Vitrine.withDemo { folder, _ in
      try writeFile("\(folder)/mine/thesis.txt", "precious")
      let result = try await Vitrine.run(
        "build", "\(folder)/repositories", "-o", "\(folder)/mine")
      #expect(result.status == 73)
      #expect(result.errors.contains("thesis.txt"), "\(result.errors)")
      #expect(fileExists("\(folder)/mine/thesis.txt"))
    }
  }
}
