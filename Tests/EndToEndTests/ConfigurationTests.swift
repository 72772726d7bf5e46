import TestSupport
import Testing

/// What a team configures, and what a mistake in it gets.
@Suite(.timeLimit(.minutes(30)))
struct ConfigurationTests {
  /// A mistake, the place that the message names, and a word of its help.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let text: String
    let place: String
    let words: [String]

    var testDescription: String { text }
  }

  static let mistakes = [
    Mistake(
      text: "title: A\nrepositores: []\n", place: "vitrine.yaml:2:1",
      words: ["F003", "did you mean “repositories”?"]),
    Mistake(text: "title: [1\n", place: "vitrine.yaml:", words: ["F002"]),
    Mistake(text: "title: [a]\n", place: "vitrine.yaml:1:8", words: ["F004", "a list"]),
    Mistake(text: "noindex: maybe\n", place: "vitrine.yaml:1:10", words: ["true or false"]),
    Mistake(text: "authors: everyone\n", place: "vitrine.yaml:1:10", words: ["names-and-emails"]),
    Mistake(
      text: "links:\n- {text: x, url: 'javascript:alert(1)'}\n", place: "vitrine.yaml:2:",
      words: ["F011", "https://"]),
    Mistake(text: "base_url: ftp://x\n", place: "vitrine.yaml:1:11", words: ["F006", "https://"]),
    Mistake(text: "base_url: https://x/?a\n", place: "vitrine.yaml:1:11", words: ["F006"]),
    Mistake(
      text: "stages:\n- {name: prod, prodution: true}\n", place: "vitrine.yaml:2:",
      words: ["did you mean “production”?"]),
    Mistake(text: "stages: ['-x']\n", place: "vitrine.yaml:1:10", words: ["no stage name"]),
    Mistake(text: "templates: nowhere\n", place: "nowhere", words: ["F004"]),
  ]

  static let ruleMistakes = [
    Mistake(
      text: "rules: {metric: {}}\n", place: "vitrine.yaml:1:9",
      words: ["F003", "did you mean “metrics”?"]),
    Mistake(
      text: "rules: {metrics: {auc: {}}}\n", place: "vitrine.yaml:1:24",
      words: ["F004", "tolerance, at_least or at_most"]),
    Mistake(
      text: "rules: {metrics: {auc: {at_least: high}}}\n", place: "vitrine.yaml:1:35",
      words: ["F004", "expected a number"]),
    Mistake(
      text: "rules: {metrics: {auc: {at_least: .nan}}}\n", place: "vitrine.yaml:1:35",
      words: ["F004", "expected a number"]),
    Mistake(
      text: "rules: {stages: ['-x']}\n", place: "vitrine.yaml:1:18",
      words: ["F004", "no stage name"]),
    Mistake(
      text: "rules: {signed_tags: {allowed_signers: nowhere}}\n", place: "vitrine.yaml:1:40",
      words: ["F004", "does not exist"]),
    Mistake(
      text: "rules: {severity: {G005: note}}\n", place: "vitrine.yaml:1:20",
      words: ["F004", "no code of a rule"]),
    Mistake(
      text: "rules: {severity: {R001: loud}}\n", place: "vitrine.yaml:1:26",
      words: ["F004", "one of note, warning, error"]),
  ]

  static let recordMistakes = [
    Mistake(
      text: "metrics:\n  auc: {beter: higher}\n", place: "vitrine.yaml:2:9",
      words: ["F003", "did you mean “better”?"]),
    Mistake(
      text: "metrics: {auc: {better: up}}\n", place: "vitrine.yaml:1:25",
      words: ["F004", "one of higher, lower, none"]),
    Mistake(
      text: "metrics: {auc: {format: hex}}\n", place: "vitrine.yaml:1:25",
      words: ["F004", "one of number, percent"]),
    Mistake(text: "metrics: [auc]\n", place: "vitrine.yaml:1:10", words: ["F004", "a list"]),
    Mistake(text: "metrics: {'': {}}\n", place: "vitrine.yaml:1:11", words: ["F007", "empty"]),
    Mistake(
      text: "metrics: {a: {primary: true, hide: true}}\n", place: "vitrine.yaml:1:14",
      words: ["F004", "both primary and hidden"]),
    Mistake(
      text: "metrics:\n  *loss: {better: lower}\n", place: "vitrine.yaml:2:3",
      words: ["F002", "in quotes"]),
    Mistake(
      text: "records: [*.json]\n", place: "vitrine.yaml:1:12", words: ["F002", "in quotes"]),
    Mistake(
      text: "records: a.json\n", place: "vitrine.yaml:1:10",
      words: ["F004", "expected a list or a mapping, found text"]),
    Mistake(
      text: "records: {parms: []}\n", place: "vitrine.yaml:1:11",
      words: ["F003", "did you mean “params”?"]),
    Mistake(
      text: "records: {params: [/etc/passwd]}\n", place: "vitrine.yaml:1:20",
      words: ["F007", "not in the repository"]),
    Mistake(
      text: "records: ['s3://b/m.json']\n", place: "vitrine.yaml:1:11",
      words: ["F007", "not in the repository"]),
    Mistake(
      text: "records: [a/../../m.json]\n", place: "vitrine.yaml:1:11",
      words: ["F007", "leaves the repository"]),
    Mistake(text: "records: [./]\n", place: "vitrine.yaml:1:11", words: ["F007", "names no file"]),
    Mistake(
      text: "records: ['eval/{a,b}.json']\n", place: "vitrine.yaml:1:11",
      words: ["F007", "patterns know * and ?"]),
    Mistake(
      text: "versions: true\n", place: "vitrine.yaml:1:11", words: ["F004", "such as v*"]),
    Mistake(
      text: "versions: {model: m}\n", place: "vitrine.yaml:1:11", words: ["F004", "need a pattern"]),
    Mistake(text: "versions: ''\n", place: "vitrine.yaml:1:11", words: ["F007", "empty"]),
    Mistake(
      text: "versions: 'v[0-9]*'\n", place: "vitrine.yaml:1:11", words: ["F007", "“[”"]),
    Mistake(
      text: "versions: {pattern: v*, model: a=b}\n", place: "vitrine.yaml:1:32",
      words: ["F004", "no model name"]),
    Mistake(
      text: "versions: {patern: v*}\n", place: "vitrine.yaml:1:12",
      words: ["F003", "did you mean “pattern”?"]),
    Mistake(
      text: "candidates: all\n", place: "vitrine.yaml:1:13",
      words: ["F004", "branches, experiments, commits"]),
    Mistake(
      text: "candidates: [branches, tags]\n", place: "vitrine.yaml:1:24",
      words: ["F004", "one of branches, experiments, commits"]),
    Mistake(
      text: "candidates: {branch: true}\n", place: "vitrine.yaml:1:14",
      words: ["F003", "did you mean “branches”?"]),
    Mistake(
      text: "candidates: {limit: 0}\n", place: "vitrine.yaml:1:21",
      words: ["F004", "from 1 to 1000"]),
    Mistake(
      text: "storage: {'s3:': cat}\n", place: "vitrine.yaml:1:11", words: ["F004", "no scheme"]),
    Mistake(
      text: "storage: {s3: 'a {url}', S3: 'b {url}'}\n", place: "vitrine.yaml:1:26",
      words: ["F004", "has a command already"]),
    Mistake(
      text: "storage: {s3: [aws]}\n", place: "vitrine.yaml:1:15", words: ["F004", "found a list"]),
    Mistake(
      text: "storage: {s3: rclone cat}\n", place: "vitrine.yaml:1:15",
      words: ["F004", "rclone cat {url}"]),
    Mistake(
      text: "storage: {s3: '{url}'}\n", place: "vitrine.yaml:1:15",
      words: ["F004", "begin with a program"]),
    Mistake(
      text: "storage: {s3: \"cat 'a {url}\"}\n", place: "vitrine.yaml:1:15",
      words: ["F004", "not closed"]),
    Mistake(
      text: "storage: {s3: 'fetch {url} | gunzip'}\n", place: "vitrine.yaml:1:15",
      words: ["F004", "without a shell", "“|”"]),
    Mistake(
      text: "storage: {s3: \"/bin/sh -c 'fetch {url}'\"}\n", place: "vitrine.yaml:1:15",
      words: ["F004", "a shell would run"]),
    Mistake(
      text: "storage: {s3: 'env sh -ec {url}'}\n", place: "vitrine.yaml:1:15",
      words: ["F004", "a shell would run"]),
    Mistake(
      text: "limits: {file_sise: 1}\n", place: "vitrine.yaml:1:10",
      words: ["F003", "did you mean “file_size”?"]),
    Mistake(
      text: "limits: {file_size: 2GiB}\n", place: "vitrine.yaml:1:21",
      words: ["F004", "out of range", "1GiB"]),
    Mistake(
      text: "limits: {file_size: 9999999999999MiB}\n", place: "vitrine.yaml:1:21",
      words: ["F004", "out of range"]),
    Mistake(
      text: "limits: {file_size: 1.5MiB}\n", place: "vitrine.yaml:1:21",
      words: ["F004", "no size", "KiB"]),
    Mistake(
      text: "limits: {values_per_file: 99999999999999999999}\n", place: "vitrine.yaml:1:27",
      words: ["F004", "out of range", "from 1 to 100000"]),
    Mistake(
      text: "limits: {files_per_commit: many}\n", place: "vitrine.yaml:1:28",
      words: ["F004", "a whole number, found text"]),
  ]

  @Test(arguments: mistakes + recordMistakes + ruleMistakes)
  func refuses(_ mistake: Mistake) async throws {
    try await withRepository { folder in
      try writeFile("\(folder)/vitrine.yaml", mistake.text)
      let result = try await Vitrine.run("build", "repo", "-o", "site", in: folder)
      #expect(result.status == 65)
      #expect(result.errors.contains(mistake.place), "\(result.errors)")
      for word in mistake.words { #expect(result.errors.contains(word), "\(result.errors)") }
      #expect(!fileExists("\(folder)/site"))
    }
  }

  @Test func takesEffect() async throws {
    try await withRepository { folder in
      try writeFile(
        "\(folder)/vitrine.yaml",
        """
        title: Models of <Team & Co>
        base_url: https://models.example/registry
        footer: Ask the platform team
        authors: none
        links: [{text: Handbook, url: "https://handbook.example/"}]
        stages: [staging, {name: live, title: Live, production: true, style: prod}]
        repositories: [{path: repo, id: team, web: "https://git.example/team/repo"}]
        """)
      let result = try await Vitrine.run("build", "-o", "site", in: folder)
      #expect(result.status == 0, "\(result.errors)")
      let page = String(decoding: try readFile("\(folder)/site/index.html"), as: UTF8.self)
      for text in [
        "Models of &lt;Team &amp; Co&gt;", "Ask the platform team", "https://handbook.example/",
        "models/team/m/index.html",
      ] {
        #expect(page.contains(text), "\(text)")
      }
      #expect(!page.contains("Ann Tagger"))
      #expect(fileExists("\(folder)/site/404.html"))
    }
  }

  @Test func takesEveryKeyOfRecords() async throws {
    try await withRepository { folder in
      try writeFile(
        "\(folder)/vitrine.yaml",
        """
        metrics: {auc: {better: higher, format: percent, unit: "%", title: AUC, primary: true}}
        records: {metrics: ["eval/*.json"], params: ["conf/*.yaml"], plots: ["runs/*.csv"]}
        versions: {pattern: "v*", model: m}
        candidates: {branches: true, limit: 5}
        storage: {s3: "rclone cat {url}"}
        limits: {file_size: 1MiB, values_per_file: 100, files_per_commit: 10, plots_per_version: 5}
        """)
      let result = try await Vitrine.run("build", "repo", "-o", "site", "--offline", in: folder)
      #expect(result.status == 0, "\(result.errors)")
      #expect(fileExists("\(folder)/site/models/repo/m/v1.0.0/index.html"))
    }
  }

  @Test func namesThePlaceOfATemplateMistake() async throws {
    try await withRepository { folder in
      let own = "{{<layout}}\n{{$main}}\n  <p>{{titel}}</p>\n{{/main}}\n{{/layout}}\n"
      try writeFile("\(folder)/theme/catalog.mustache", own)
      try writeFile("\(folder)/vitrine.yaml", "templates: theme\n")
      let result = try await Vitrine.run("build", "repo", "-o", "site", in: folder)
      #expect(result.status == 65)
      #expect(result.errors.contains("catalog.mustache:3:"), "\(result.errors)")
      #expect(result.errors.contains("titel"))
      #expect(!fileExists("\(folder)/site"))
    }
  }

  @Test func laysOwnAssetsOverTheBuiltInOnes() async throws {
    try await withRepository { folder in
      try writeFile("\(folder)/own/site.css", "body { color: teal }\n")
      try writeFile("\(folder)/vitrine.yaml", "assets: own\n")
      let result = try await Vitrine.run("build", "repo", "-o", "site", in: folder)
      #expect(result.status == 0, "\(result.errors)")
      let styles = try filesBelow("\(folder)/site").filter { $0.hasSuffix(".css") }
      let texts = try styles.map {
        String(decoding: try readFile("\(folder)/site/\($0)"), as: UTF8.self)
      }
      #expect(texts.contains("body { color: teal }\n"))
    }
  }

  private func withRepository(_ body: (String) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      let script = GitScript("\(folder)/repo")
      try await script.initialize()
      try await script.commit()
      try await script.tag("m@v1.0.0", at: 1_704_067_300)
      try await script.tag("m#live#2", at: 1_704_067_400)
      try await body(folder)
    }
  }
}
