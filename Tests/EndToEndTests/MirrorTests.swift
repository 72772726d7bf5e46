import FoundationEssentials
import TestSupport
import Testing

/// Repositories that lie on a server: mirrored, and kept when the server fails (`bad-input.md`, G003).
@Suite(.timeLimit(.minutes(30)))
struct MirrorTests {
  @Test func givesTheSiteThatACloneGives() async throws {
    try await MirrorLab.with { lab in
      let built = try await lab.build([lab.url()])
      #expect(built.status == 0, "\(built.errors)")
      try await require(["git", "clone", "-q", "--mirror", lab.url(), "\(lab.folder)/churn.git"])
      let local = try await lab.build(["churn.git"], site: "local")
      #expect(local.status == 0, "\(local.errors)")
      let difference = try await runTool(
        ["diff", "-r", "\(lab.folder)/site", "\(lab.folder)/local"])
      #expect(difference.succeeded, "\(difference.text.prefix(2_000))")
      #expect(try lab.text("site/api/v1/index.json").contains("v1.0.0"))
    }
  }

  @Test func asksForNoMoreThanRefsWhereNothingIsNew() async throws {
    try await MirrorLab.with { lab in
      try await lab.build([lab.url()])
      _ = try lab.takeLog()
      let again = try await lab.build([lab.url()])
      #expect(again.errors.contains(": 0 files written"), "\(again.errors)")
      #expect(
        try lab.takeLog() == [
          "GET plain models/churn.git/info/refs", "POST plain models/churn.git/git-upload-pack",
        ])
    }
  }

  @Test func followsNewMovedAndDeletedTags() async throws {
    try await MirrorLab.with { lab in
      try await lab.build([lab.url()])
      try await lab.origin.commit(["metrics.json": "{\"auc\": 0.85}\n"], at: 1_704_070_000)
      try await lab.origin.tag("churn@v2.0.0", at: 1_704_070_100)
      try await lab.push()
      #expect(try await lab.build([lab.url()]).status == 0)
      #expect(try lab.text("site/api/v1/models/churn/churn/latest.txt") == "v2.0.0\n")
      try await lab.origin.git("tag", "-d", "churn@v2.0.0")
      try await lab.push()
      #expect(try await lab.build([lab.url()]).status == 0)
      #expect(try lab.text("site/api/v1/models/churn/churn/latest.txt") == "v1.0.0\n")
    }
  }

  static let failures = ["403", "404", "500", "auth", "cut", "lie", "away", "page", "hang"]

  @Test("What was fetched last stays, marked as stale, while a server fails", arguments: failures)
  func staysStale(_ mode: String) async throws {
    try await MirrorLab.with { lab in
      try await lab.build([lab.url()])
      if mode == "hang" {
        try writeFile("\(lab.folder)/vitrine.yaml", "limits: {git_seconds: 10}\n")
      }
      // Something new, which the server does not hand out.
      try await lab.origin.commit(["new": "1"], at: 1_704_070_000)
      try await lab.origin.tag("churn@v2.0.0", at: 1_704_070_100)
      try await lab.push()
      try lab.misbehave(mode)
      for _ in 1...2 {
        let stale = try await lab.build([lab.url()])
        #expect(stale.status == 1, "\(mode): \(stale.errors)")
        #expect(stale.errors.contains("error[G003]"), "\(mode): \(stale.errors)")
        #expect(try lab.text("site/api/v1/models/churn/churn/latest.txt") == "v1.0.0\n")
        #expect(try lab.text("site/repositories/churn/index.html").contains("Stale"))
        #expect(try lab.text("site/api/v1/index.json").contains("\"stale\": true"))
      }
      try lab.misbehave(nil)
      try writeFile("\(lab.folder)/vitrine.yaml", "")
      let mended = try await lab.build([lab.url()])
      #expect(mended.status == 0, "\(mode): \(mended.errors)")
      #expect(try lab.text("site/api/v1/models/churn/churn/latest.txt") == "v2.0.0\n")
      #expect(try !lab.text("site/repositories/churn/index.html").contains("Stale"))
    }
  }

  @Test("A server that never answered leaves the others alone", arguments: failures.dropLast(2))
  func othersAreBuilt(_ mode: String) async throws {
    try await MirrorLab.with { lab in
      let alone = try await lab.build([lab.url(mode)])
      #expect(alone.status == 66, "\(mode): \(alone.errors)")
      #expect(alone.errors.contains("[G003]"), "\(alone.errors)")
      #expect(!fileExists("\(lab.folder)/site/index.html"))
      try writeFile(
        "\(lab.folder)/vitrine.yaml",
        "repositories:\n- {url: \"\(lab.url())\", id: good}\n- {url: \"\(lab.url(mode))\", id: bad}\n"
      )
      let beside = try await lab.build([])
      #expect(beside.status == 1, "\(mode): \(beside.errors)")
      #expect(try lab.text("site/api/v1/models/good/churn/latest.txt") == "v1.0.0\n")
    }
  }

  @Test func passwordsComeFromTheEnvironmentAndGoNowhere() async throws {
    try await MirrorLab.with { lab in
      try writeFile(
        "\(lab.folder)/vitrine.yaml",
        "repositories:\n- {url: \"\(lab.url("auth"))\", token_env: MODELS_TOKEN}\n")
      let right: [String: String?] = ["MODELS_TOKEN": "right-token"]
      let first = try await lab.build([], environment: right)
      #expect(first.status == 0, "\(first.errors)")
      let wrong = try await lab.build([], environment: ["MODELS_TOKEN": "wrong-token"])
      #expect(wrong.status == 1 && wrong.errors.contains("[G003]"), "\(wrong.errors)")
      let unset = try await lab.build([], environment: ["MODELS_TOKEN": nil])
      #expect(unset.status == 65 && unset.errors.contains("[F016]"), "\(unset.errors)")
      let inAddress = lab.url("auth").replacing("://", with: "://x-access-token:right-token@")
      let given = try await lab.build([inAddress], site: "given", environment: right)
      #expect(given.status == 0, "\(given.errors)")
      try lab.misbehave("500")
      let failing = try await lab.build([inAddress], site: "given", environment: right)
      #expect(failing.status == 1, "\(failing.errors)")
      for text in [first.errors, wrong.errors, given.errors, failing.errors] {
        #expect(!text.contains("right-token") && !text.contains("wrong-token"), "\(text)")
      }
      let found = try await runTool(
        ["grep", "-rlE", "(right|wrong)-token", "\(lab.folder)/site", "\(lab.folder)/given"])
      #expect(found.text.isEmpty, "\(found.text)")
    }
  }

  @Test(
    "Addresses by which Git would run something are refused",
    arguments: [
      "ext::sh -c touch% pwned", "--upload-pack=touch pwned://x", "fd::17", "https://a b/c.git",
      "ssh://-oProxyCommand=touch/x", "-oProxyCommand=x:y", "ftp://host/x.git", "https://",
      "https://host\u{1b}[31m/x.git",
    ])
  func refusesAddresses(_ address: String) async throws {
    try await withTemporaryFolder { folder in
      let quoted = address.replacing("\u{1b}", with: "\\e")
      try writeFile("\(folder)/vitrine.yaml", "repositories:\n- {url: \"\(quoted)\"}\n")
      let result = try await Vitrine.run("build", "-o", "site", in: folder)
      #expect(result.status == 65, "\(result.errors)")
      #expect(result.errors.contains("[G004]"), "\(result.errors)")
      #expect(!result.errors.contains("\u{1b}[31m"))
      #expect(!fileExists("\(folder)/pwned"))
    }
  }

  @Test func offlineReadsWhatWasFetched() async throws {
    try await MirrorLab.with { lab in
      let before = try await lab.build([lab.url(), "--offline"])
      #expect(before.status == 66 && before.errors.contains("--offline"), "\(before.errors)")
      try await lab.build([lab.url()])
      _ = try lab.takeLog()
      let after = try await lab.build([lab.url(), "--offline"])
      #expect(after.status == 0, "\(after.errors)")
      #expect(try lab.takeLog().isEmpty)
    }
  }

  @Test func otherCommandsTakeAddressesToo() async throws {
    try await MirrorLab.with { lab in
      let caches = ["XDG_CACHE_HOME": lab.folder]
      let show = try await Vitrine.run("show", "-r", lab.url(), "--json", environment: caches)
      #expect(try OrderedJSON.parse(show.output)["churn"]?["version"]?.string == "v1.0.0")
      let get = try await Vitrine.run(
        "get", "churn#prod", "--from", lab.url(), "-o", "\(lab.folder)/got", environment: caches)
      #expect(get.status == 0, "\(get.errors)")
      #expect(try lab.text("got/model.bin") == "the weights\n")
      let check = try await Vitrine.run("check", lab.url(), environment: caches)
      #expect(check.status == 0, "\(check.errors)")
      let facts = "\(lab.folder)/churn.facts"
      let collect = try await Vitrine.run("collect", lab.url(), "-o", facts, environment: caches)
      #expect(collect.status == 0, "\(collect.errors)")
      try lab.misbehave("500")
      let failing = try await Vitrine.run("collect", lab.url(), "-o", facts, environment: caches)
      #expect(failing.status == 66 && failing.errors.contains("[G003]"), "\(failing.errors)")
      #expect(fileExists("\(lab.folder)/vitrine/mirrors"))
    }
  }

  @Test("Two builds that fetch into one cache at once both come to their end")
  func sharesACache() async throws {
    try await MirrorLab.with { lab in
      async let one = lab.build([lab.url()], site: "one")
      async let two = lab.build([lab.url()], site: "two")
      let results = try await [one, two]
      #expect(results.allSatisfy { $0.status == 0 }, "\(results.map(\.errors))")
      try await require(["diff", "-r", "\(lab.folder)/one", "\(lab.folder)/two"])
    }
  }
}
