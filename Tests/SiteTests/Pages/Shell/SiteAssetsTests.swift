import Digests
import Registry
import Testing
import Theme

@testable import Site

struct SiteAssetsTests {
  private func assets(_ own: [String: [UInt8]] = [:]) -> SiteAssets {
    let addresses = SiteAddresses(registry: Registry(repositories: []))
    return SiteAssets(theme: Theme.bundled.overlaid(templates: [:], assets: own)) {
      addresses.asset($0)
    }
  }

  @Test func linkedFilesCarryADigest() throws {
    let digest = SHA256(Array("body{}".utf8)).hex(digits: 8)
    let own = assets(["site.css": Array("body{}".utf8), "brand/logo.png": [1]])
    #expect(own.style.text == "assets/site.\(digest).css")
    #expect(own.files.contains { $0.path == own.style.text })
    #expect(own.files.contains { $0.path == "assets/brand/logo.png" })
    #expect(own.script == assets().script)
  }

  @Test func schemasAreNoAssets() {
    #expect(!assets().files.contains { $0.path.contains("schema") })
  }

  @Test(arguments: ["site.css", "site.js", "theme.js"])
  func scriptsAndStylesAreASCII(name: String) throws {
    let bytes = try #require(Theme.bundled.assets[name])
    #expect(bytes.allSatisfy { $0 < 0x80 })
  }

  @Test func theScriptStaysSmall() throws {
    #expect(try #require(Theme.bundled.assets["site.js"]).count <= 12_000)
  }
}

struct SearchDataTests {
  private func search(_ registry: Registry) -> [OutputFile] {
    let models = registry.repositories.flatMap { repository in
      repository.artifacts.map { ModelReference(artifact: $0, repository: repository) }
    }
    return SearchData(models: models, addresses: SiteAddresses(registry: registry)).shards
  }

  @Test func holdsAColumnForEachThingToSearch() throws {
    let shards = search(try SampleRegistry.make())
    let shard = try #require(shards.first)
    let text = String(decoding: shard.bytes, as: UTF8.self)
    #expect(shards.count == 1)
    #expect(shard.path == "search/0.js")
    #expect(shard.bytes.allSatisfy { $0 < 0x80 })
    #expect(text.hasPrefix("vitrineSearch({"))
    #expect(text.hasSuffix("}, 1);\n"))
    #expect(text.contains(#""name": "churn\ndetector\nnlp:sentiment\n"#))
    #expect(text.contains(#""stages": "staging prod\nprod\ndev\n"#))
  }

  @Test func isCutIntoShards() throws {
    let two = search(try SampleRegistry.many(models: 10_001))
    #expect(two.map(\.path) == ["search/0.js", "search/1.js"])
    let calls = two.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(calls[0].hasSuffix("}, 2);\n") && !calls[1].hasSuffix("2);\n"))
  }

  @Test func thereIsAlwaysAFirstShard() {
    let shards = search(Registry(repositories: []))
    let calls = shards.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(calls.count == 1 && calls[0].hasSuffix("}, 1);\n"))
  }
}
