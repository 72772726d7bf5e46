import TestSupport
import Testing

/// Past one machine: facts collected one repository at a time, and merged (`cli.md`, `collect`).
@Suite(.timeLimit(.minutes(30)))
struct CollectTests {
  private static let names = ["churn", "pricing", "vision"]

  /// Collects the repositories of the demonstration into `folder/facts`.
  private func collect(_ folder: String, _ names: [String] = names) async throws -> [String] {
    try await require(["mkdir", "-p", "\(folder)/facts"])
    var files: [String] = []
    for name in names {
      let file = "\(folder)/facts/\(name).facts"
      let result = try await Vitrine.run(
        "collect", "\(folder)/repositories/\(name)", "-o", file, "-c", configuration(folder),
        "--offline", "--fail-on", "never")
      #expect(result.status == 0, "\(result.errors)")
      files.append(file)
    }
    return files
  }

  private func configuration(_ folder: String) -> String { "\(folder)/repositories/vitrine.yaml" }

  private func merge(
    _ files: [String], _ folder: String, _ site: String, _ more: [String] = []
  ) async throws -> ToolResult {
    try await runTool(
      [Vitrine.binary, "build"] + more
        + [
          "-o", site, "-c", configuration(folder), "--offline", "--no-cache", "--fail-on", "never",
        ]
        + ["--from"] + files)
  }

  @Test("The merged site is the one that a single build makes, byte for byte")
  func mergesToTheSameSite() async throws {
    try await Vitrine.withDemo { folder, site in
      let files = try await collect(folder)
      let all = try await merge(files.reversed(), folder, "\(folder)/merged")
      #expect(all.status == 0, "\(all.errors)")
      try await require(["diff", "-r", site, "\(folder)/merged"])
      let some = try await merge(
        Array(files.dropFirst()), folder, "\(folder)/mixed", ["\(folder)/repositories/churn"])
      #expect(some.status == 0, "\(some.errors)")
      try await require(["diff", "-r", site, "\(folder)/mixed"])
    }
  }

  @Test("The same repository gives the same file, from wherever it is read")
  func isDeterministic() async throws {
    try await Vitrine.withDemo { folder, _ in
      let first = try await collect(folder)
      try await require(["mkdir", "\(folder)/elsewhere"])
      try await require(["cp", "-r", "\(folder)/repositories", "\(folder)/elsewhere/repositories"])
      let second = try await collect("\(folder)/elsewhere")
      for (one, other) in zip(first, second) { try await require(["cmp", one, other]) }
    }
  }

  @Test("A damaged file costs its own repository, and is named")
  func survivesDamage() async throws {
    try await Vitrine.withDemo { folder, _ in
      let files = try await collect(folder)
      let bytes = try readFile(files[0])
      for place in [bytes.count / 2, bytes.count - 10, 40] {
        try await damage(files[0], bytes, at: place)
        let result = try await merge(files, folder, "\(folder)/merged")
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.errors.contains("[G029]"), "\(place): \(result.errors)")
        #expect(result.errors.contains("the file churn.facts is damaged"))
        #expect(!result.errors.contains(folder), "a path of this machine would be in the report")
        #expect(fileExists("\(folder)/merged/repositories/churn/index.html"))
        #expect(fileExists("\(folder)/merged/models/vision/defects=segmenter/index.html"))
      }
      try await require(["truncate", "-s", "-1", files[0]])
      #expect(try await merge(files, folder, "\(folder)/merged").errors.contains("[G029]"))
    }
  }

  private func damage(_ file: String, _ bytes: [UInt8], at place: Int) async throws {
    var damaged = bytes
    damaged[place] ^= 0x55
    try await require(["tee", file], input: damaged)
  }

  @Test("Files that do not belong together are refused, with what to do")
  func refusesWhatDoesNotFit() async throws {
    try await Vitrine.withDemo { folder, _ in
      let files = try await collect(folder, ["churn"])
      let twice = try await merge(files + files, folder, "\(folder)/merged")
      #expect(twice.status == 65 && twice.errors.contains("[G026]"), "\(twice.errors)")
      let beside = try await merge(
        files, folder, "\(folder)/merged", ["\(folder)/repositories/churn"])
      #expect(beside.status == 65 && beside.errors.contains("[G026]"), "\(beside.errors)")
      try writeFile("\(folder)/other.yaml", "limits: {values_per_file: 7}\n")
      let other = try await Vitrine.run(
        "build", "--from", files[0], "-o", "\(folder)/merged", "-c", "\(folder)/other.yaml")
      #expect(other.status == 65 && other.errors.contains("[G030]"), "\(other.errors)")
      #expect(other.errors.contains("help:") && other.errors.contains("same configuration"))
      let none = try await merge(["\(folder)/other.yaml"], folder, "\(folder)/merged")
      #expect(none.status == 65 && none.errors.contains("[G030]"), "\(none.errors)")
      let missing = try await merge(["\(folder)/missing"], folder, "\(folder)/merged")
      #expect(missing.status == 66, "\(missing.errors)")
      try await damage(files[0], try readFile(files[0]), at: 14)
      let newer = try await merge(files, folder, "\(folder)/merged")
      #expect(newer.status == 65 && newer.errors.contains("another version"), "\(newer.errors)")
      #expect(!fileExists("\(folder)/merged"))
    }
  }

  @Test("A repository that can't be read gives no file, and an older one stays")
  func failsWhole() async throws {
    try await withTemporaryFolder { folder in
      try writeFile("\(folder)/old.facts", "older")
      let result = try await Vitrine.run(
        "collect", "nowhere", "-o", "\(folder)/old.facts", in: folder)
      #expect(result.status == 66, "\(result.errors)")
      #expect(try readFile("\(folder)/old.facts") == Array("older".utf8))
      #expect(try filesBelow(folder) == ["old.facts"])
    }
  }

  @Test("make -j collects side by side and merges; touched repositories alone are collected again")
  func worksFromAMakefile() async throws {
    try await Vitrine.withDemo { folder, site in
      try await require(
        ["cp", "\(Vitrine.root)/.github/recipes/collect.mk", "\(folder)/Makefile"])
      let command = [
        "make", "-C", folder, "-j", "2", "VITRINE=\(Vitrine.binary)",
        "REPOSITORIES=repositories/churn repositories/pricing repositories/vision",
        "OPTIONS=-c repositories/vitrine.yaml --offline --fail-on never", "SITE=merged",
      ]
      let first = try await require(command).text
      #expect(first.contains("collect repositories/vision"))
      try await require(["diff", "-r", site, "\(folder)/merged"])
      let script = GitScript("\(folder)/repositories/churn")
      try await script.tag("churn@v9.0.0", at: 1_800_000_000)
      let second = try await require(command).text
      #expect(second.contains("collect repositories/churn"), "\(second)")
      #expect(!second.contains("collect repositories/vision"), "\(second)")
      #expect(fileExists("\(folder)/merged/models/churn/churn/v9.0.0/index.html"))
      let third = try await require(command).text
      #expect(!third.contains("collect ") && !third.contains(" build "), "\(third)")
    }
  }
}
