import Registry
import Testing

@testable import Site

struct CatalogPagesTests {
  private func catalog() throws -> String {
    try SitePart(CatalogPages.self, of: try SampleRegistry.make()).text("index.html")
  }

  @Test func countsWhatThereIs() async throws {
    #expect(
      try catalog().contains("6 models · 9 versions · 2 repositories · 4 stages"))
  }

  @Test func modelsInUseAreSortedByActivity() async throws {
    let table = try #require(try catalog().split(separator: "</table>").first)
    let names = table.split(separator: "<tr>\n<th scope=\"row\">").dropFirst().map { row in
      String(row).split(separator: "<bdi>")[1].prefix { $0 != "<" }
    }
    #expect(
      names == ["churn", "detector", "nlp:sentiment", Substring(SampleRegistry.Hostile.longName)])
  }

  @Test func stagesShowWhoHoldsThemSinceWhen() async throws {
    let text = try catalog()
    #expect(text.contains(#"<span class="visually-hidden">prod: </span><bdi>v1.2.0</bdi></a>"#))
    #expect(text.contains(#"href="models/churn/churn/v2.0.0-rc.1%2Bbuild.5/index.html""#))
    #expect(text.contains("dev, unregistered commit: </span><bdi>16c0ffe</bdi></span>"))
  }

  @Test func whatIsNotInUseStandsApart() async throws {
    let text = try catalog()
    let parts = text.split(separator: "<h2 id=\"")
    let unregistered = try #require(parts.first { $0.hasPrefix("unregistered") })
    let deprecated = try #require(parts.first { $0.hasPrefix("deprecated") })
    #expect(unregistered.contains("<code>gto register text-embedder</code>"))
    #expect(deprecated.contains("legacy-scorer"))
    #expect(deprecated.contains("Replaced by churn"))
  }

  @Test func versionsWithProblemsSaySo() async throws {
    let text = try catalog()
    #expect(text.occurrences(of: "class=\"incomplete\"") == 1)
  }

  @Test func facetsCount() async throws {
    let text = try catalog()
    #expect(
      text.contains(
        #"<a href="stages/prod/index.html"><bdi>prod</bdi></a> <span class="count">2</span>"#))
    #expect(
      text.contains(
        #"<a href="labels/two-words/index.html"><bdi>two words</bdi></a> <span class="count">1</span>"#
      ))
    #expect(text.contains(#"<a href="catalog/a-z/index.html#n" aria-label="N, 1">N</a>"#))
    #expect(text.contains("labels/index.html#type-"))
  }

  @Test func theEmptySiteSaysWhy() async throws {
    let empty = SampleRegistry.repository("empty", artifacts: [], tagCount: 3)
    let site = try await BuiltSite(of: Registry(repositories: [empty]))
    #expect(try site.text("index.html").contains("none of them registers a model"))
    #expect(try site.text("repositories/empty/index.html").contains("No models"))
  }
}

struct NameIndexTests {
  @Test func lettersBeginWhereTheirFirstNameStands() throws {
    let registry = try SampleRegistry.many(models: 1200)
    let models = registry.repositories.flatMap { repository in
      repository.artifacts.map { ModelReference(artifact: $0, repository: repository) }
    }
    let names = ["Zeta", "alpha", "9lives", "beta", "Alpha"].map { name in
      ModelReference(
        artifact: SampleRegistry.artifact(name, [], latest: nil, events: []),
        repository: registry.repositories[0])
    }
    let index = NameIndex(models + names)
    #expect(index.letters.map(\.letter) == ["#", "A", "B", "M", "Z"])
    #expect(index.letters.map(\.count) == [1, 2, 1, 1200, 1])
    #expect(index.letters.map(\.page) == [1, 1, 1, 1, 2])
    #expect(index.models.first?.artifact.name == "9lives")
  }

  @Test func aLetterOverTwoPagesHasOneHeadingOfItsId() throws {
    let names = try SitePart(NamePages.self, of: try SampleRegistry.many(models: 1001))
    #expect(try names.text("catalog/a-z/index.html").contains(#"<h2 id="m">"#))
    #expect(try names.text("catalog/a-z/2/index.html").contains(#"<h2 id="more">"#))
  }
}
