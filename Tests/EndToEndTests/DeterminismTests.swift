import TestSupport
import Testing

/// The same input gives the same bytes, whatever the machine is like.
@Suite(.timeLimit(.minutes(30)))
struct DeterminismTests {
  @Test func buildsTheSameFolderEverywhere() async throws {
    try await withTemporaryFolder { folder in
      try await require([Vitrine.binary, "demo", "\(folder)/one"])
      let names = ["churn", "pricing", "vision"]
      try await require(["cp", "-r", "\(folder)/one/repositories", "\(folder)/a longer path"])
      let first = names.map { "\(folder)/one/repositories/\($0)" }
      let second = names.reversed().map { "\(folder)/a longer path/\($0)" }
      try await build(first, "\(folder)/site", jobs: 1, shell: "umask 022", [:])
      try await build(
        second, "\(folder)/elsewhere/other", jobs: 3, shell: "umask 077",
        ["TZ": "Pacific/Chatham", "LC_ALL": "tr_TR.UTF-8", "HOME": nil, "TERM": nil])
      try await require(["diff", "-r", "\(folder)/site", "\(folder)/elsewhere/other"])
      let modes = ["find", ".", "-printf", "%p %m\\n"]
      let one = try await require(modes, in: "\(folder)/site").text
      let other = try await require(modes, in: "\(folder)/elsewhere/other").text
      #expect(one.split(separator: "\n").sorted() == other.split(separator: "\n").sorted())
    }
  }

  @Test func leavesUnchangedFilesAlone() async throws {
    try await Vitrine.withDemo { folder, site in
      let times = ["find", site, "-type", "f", "-printf", "%p %T@ %i\\n"]
      let before = try await require(times).text
      let again = try await Vitrine.run(
        "build", "\(folder)/repositories", "-o", site, "--fail-on", "never", "--offline", "-c",
        "\(folder)/repositories/vitrine.yaml")
      #expect(again.errors.contains(": 0 files written"), "\(again.errors)")
      let after = try await require(times).text
      let marker = ".vitrine-site.json"
      let sorted: (String) -> [Substring] = { text in
        text.split(separator: "\n").filter { !$0.contains(marker) }.sorted()
      }
      #expect(sorted(before) == sorted(after))
    }
  }

  private func build(
    _ repositories: [String], _ site: String, jobs: Int, shell: String,
    _ environment: [String: String?]
  ) async throws {
    let script = "\(shell); exec \"$@\""
    try await require(
      ["sh", "-c", script, "sh", Vitrine.binary, "build"] + repositories
        + ["-o", site, "--jobs", String(jobs), "--fail-on", "never", "--offline"],
      environment: environment)
  }
}
