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
      words: ["https://"]),
    Mistake(text: "base_url: ftp://x\n", place: "vitrine.yaml:1:11", words: ["https://"]),
    Mistake(
      text: "stages:\n- {name: prod, prodution: true}\n", place: "vitrine.yaml:2:",
      words: ["did you mean “production”?"]),
    Mistake(text: "stages: ['-x']\n", place: "vitrine.yaml:1:10", words: ["no stage name"]),
    Mistake(text: "templates: nowhere\n", place: "nowhere", words: ["F004"]),
  ]

  @Test(arguments: mistakes)
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
