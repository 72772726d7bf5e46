import Formats
import TestSupport
import Testing

/// `vitrine diff`: what changed between two sites that were built.
@Suite(.timeLimit(.minutes(30)))
struct DiffTests {
  private static func build(_ folder: String, _ name: String) async throws -> String {
    let result = try await Vitrine.run(
      "build", "\(folder)/repo", "-o", "\(folder)/\(name)", "--fail-on", "never")
    #expect(result.status == 0, "\(result.errors)")
    return "\(folder)/\(name)"
  }

  /// A site, and the site after a release, a moved and a deleted tag.
  private static func withSites(
    _ body: (_ old: String, _ new: String) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let script = GitScript("\(folder)/repo")
      try await script.initialize()
      try await script.commit(["dvc.yaml": "metrics: [m.json]\n", "m.json": #"{"auc": 0.9}"#])
      for (index, tag) in ["m@v1.0.0", "m#prod#1", "n@v1.0.0", "n@v2.0.0"].enumerated() {
        try await script.tag(tag, at: 1_704_067_300 + index)
      }
      let old = try await build(folder, "old")
      try await script.commit(["m.json": #"{"auc": 0.92}"#])
      try await script.tag("m@v1.1.0", message: "better", at: 1_704_067_400)
      try await script.tag("m#prod#2", at: 1_704_067_401)
      try await script.git("tag", "-d", "n@v2.0.0")
      try await script.git("tag", "-a", "-f", "-m", "moved", "n@v1.0.0", at: 1_704_067_300)
      try await script.tag("k@v1.0.0", at: 1_704_067_402)
      try await body(old, try await build(folder, "new"))
    }
  }

  @Test func tellsWhatChanged() async throws {
    try await Self.withSites { old, new in
      let result = try await Vitrine.run("diff", old, new)
      #expect(result.status == 1, "\(result.errors)")
      let text = result.text
      for line in [
        "- `n@v2.0.0` of repo was deleted; it was at `", "- `n@v1.0.0` of repo was moved from `",
        "- repo/m\\: prod went from v1.0.0 to v1.1.0", "- repo/m: v1.0.0 → v1.1.0",
      ] {
        let plain = line.replacing("\\:", with: ":")
        #expect(text.contains(plain), "\(plain) \(text)")
      }
      #expect(text.contains("auc 0.9 → 0.92"), "\(text)")
      #expect(text.contains("#### New models\n\n- repo/k\n"), "\(text)")
      #expect(text.contains("(better)"))
      let json = try await Vitrine.run("diff", old, new, "--format", "json", "--fail-on", "never")
      #expect(json.status == 0)
      let document = try OrderedJSON.parse(json.output)
      #expect(document["losses"]?.number == "2")
      let kinds = document["tags"]?.items.compactMap { $0["change"]?.string }
      #expect(kinds == ["deleted", "moved", "new", "new", "new"])
    }
  }

  @Test func equalSitesEndWithZero() async throws {
    try await Self.withSites { old, _ in
      let result = try await Vitrine.run("diff", old, "\(old)/api/v1", "--format", "text")
      #expect(result.status == 0)
      #expect(result.text == "Nothing changed.\n")
      #expect(try await Vitrine.run("diff", old, "\(old)/api/v1/index.json").status == 0)
    }
  }

  @Test func onlyLossesFailWhereThatIsAsked() async throws {
    try await Self.withSites { old, new in
      #expect(try await Vitrine.run("diff", old, new, "--fail-on", "loss").status == 1)
      try await withTemporaryFolder { folder in
        let script = GitScript("\(folder)/repo")
        try await script.initialize()
        try await script.commit()
        try await script.tag("m@v1.0.0", at: 1_704_067_300)
        let before = try await Self.build(folder, "a")
        try await script.tag("m#prod#1", at: 1_704_067_400)
        let after = try await Self.build(folder, "b")
        #expect(try await Vitrine.run("diff", before, after, "--fail-on", "loss").status == 0)
        #expect(try await Vitrine.run("diff", before, after).status == 1)
      }
    }
  }

  @Test func readsSitesOfTheWeb() async throws {
    try await Self.withSites { old, new in
      try await withFileServer(
        new, python: "\(Vitrine.environment)/bin/python",
        script: "\(Vitrine.root)/Tests/Tools/serve_folder.py", scratch: old
      ) { address in
        let result = try await Vitrine.run("diff", old, address, "--format", "text")
        #expect(result.status == 1, "\(result.errors)")
        #expect(result.text.contains("prod went from v1.0.0 to v1.1.0"))
        let missing = try await Vitrine.run("diff", old, "\(address)/nowhere/")
        #expect(missing.status == 66, "\(missing.errors)")
      }
    }
  }

  @Test func saysWhatIsNoSite() async throws {
    try await withTemporaryFolder { folder in
      let result = try await Vitrine.run("diff", folder, folder, "--format", "json")
      #expect(result.status == 66)
      let message = try OrderedJSON.parse(result.output)["error"]?["message"]?.string
      #expect(message?.contains("is no site") == true)
      try writeFile("\(folder)/index.json", "{")
      try writeFile("\(folder)/events.ndjson", "")
      #expect(try await Vitrine.run("diff", folder, folder).status == 65)
    }
  }
}
