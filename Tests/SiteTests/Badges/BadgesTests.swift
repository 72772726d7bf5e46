import GitStore
import Registry
import Testing

@testable import Site

@Suite("Badges")
struct BadgesTests {
  private func badges(
    _ name: String, settings: SiteSettings = SiteSettings()
  ) throws -> [String: String] {
    let registry = try SampleRegistry.make()
    let badges = Badges(
      registry: registry, addresses: SiteAddresses(registry: registry), settings: settings)
    for repository in registry.repositories {
      guard let artifact = repository.artifacts.first(where: { $0.name == name }) else { continue }
      let files = badges.badges(of: artifact, in: repository)
      for file in files {
        #expect(!file.bytes.contains { $0 != UInt8(ascii: "\n") && !(0x20...0x7E).contains($0) })
      }
      return Dictionary(
        uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }
    return [:]
  }

  @Test("show the holder of every stage that the model was ever given") func stages() throws {
    let badges = try badges("churn")
    #expect(
      badges.keys.sorted() == [
        "badges/churn/churn/latest.svg", "badges/churn/churn/stages/dev.svg",
        "badges/churn/churn/stages/prod.svg", "badges/churn/churn/stages/staging.svg",
      ])
    let prod = try #require(badges["badges/churn/churn/stages/prod.svg"])
    #expect(prod.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "))
    #expect(prod.contains("role=\"img\""))
    #expect(prod.contains("<title id=\"title\">churn: prod is v1.2.0</title>"))
    #expect(prod.contains(">v1.2.0</text>"))
    #expect(prod.contains("#d9f2e0") && prod.contains("#10331c"))
    #expect(prod.contains("prefers-color-scheme:dark"))
    #expect(prod.hasSuffix("</svg>\n"))
  }

  @Test("stay when nothing holds the stage any more") func unheld() throws {
    let dev = try #require(try badges("churn")["badges/churn/churn/stages/dev.svg"])
    #expect(dev.contains("<title id=\"title\">churn: nothing in dev</title>"))
    #expect(dev.contains(">none</text>"))
  }

  @Test("show a commit without a version by its short id") func commit() throws {
    let path = "badges/churn/nlp=sentiment/stages/dev.svg"
    let dev = try #require(try badges("nlp:sentiment")[path])
    #expect(dev.contains(">\(try SampleRegistry.commit(22).short)</text>"))
  }

  @Test("tell that there is no version") func unregistered() throws {
    let badge = try badges("text-embedder")["badges/churn/text-embedder/latest.svg"]
    #expect(try #require(badge).contains("text-embedder: no version"))
  }

  @Test("use the configured title and style") func settings() throws {
    var stage = StageSettings(name: "prod")
    stage.title = "Live & \u{1F680}"
    stage.style = "archived"
    var settings = SiteSettings()
    settings.stages = [stage]
    let path = "badges/churn/churn/stages/prod.svg"
    let prod = try #require(try badges("churn", settings: settings)[path])
    #expect(prod.contains(">Live &amp; &#x1f680;</text>"))
    #expect(prod.contains("#e9edf1"))
  }
}
