import Registry
import Testing

@testable import Site

@Suite("Addresses of the site")
struct SiteAddressesTests {
  private typealias Sample = SampleRegistry

  @Test("are those of the specification") func places() throws {
    let registry = try Sample.make()
    let addresses = SiteAddresses(registry: registry)
    let repository = try #require(registry.repositories.first)
    let artifact = try #require(repository.artifacts.first { $0.name == "nlp:sentiment" })
    let version = try #require(artifact.versions.first)
    let folder = "churn/nlp=sentiment"
    let paths: [(SitePath, String)] = [
      (addresses.catalog, "index.html"),
      (addresses.catalog(page: 1), "index.html"),
      (addresses.catalog(page: 2), "catalog/2/index.html"),
      (addresses.model(artifact, in: repository), "models/\(folder)/index.html"),
      (addresses.history(of: artifact, in: repository), "models/\(folder)/history/index.html"),
      (
        addresses.version(version, of: artifact, in: repository),
        "models/\(folder)/v0.1.0/index.html"
      ),
      (addresses.stage("prod"), "stages/prod/index.html"),
      (addresses.label("two words"), "labels/two-words/index.html"),
      (addresses.repository(repository), "repositories/churn/index.html"),
      (addresses.activity(page: nil), "activity/index.html"),
      (addresses.activity(page: 3), "activity/3/index.html"),
      (
        addresses.stageBadge("dev", of: artifact, in: repository),
        "badges/\(folder)/stages/dev.svg"
      ),
      (addresses.latestBadge(of: artifact, in: repository), "badges/\(folder)/latest.svg"),
      (
        addresses.versionDocument(version, of: artifact, in: repository),
        "api/v1/models/\(folder)/versions/v0.1.0.json"
      ),
      (
        addresses.stageText("dev", of: artifact, in: repository),
        "api/v1/models/\(folder)/stages/dev.txt"
      ),
      (addresses.schema("model"), "api/v1/schema/model.schema.json"),
    ]
    for (path, text) in paths { #expect(path.text == text) }
  }

  @Test("never coincide, also where case doesn't count") func collisions() throws {
    let registry = try Self.caseTwins()
    let addresses = SiteAddresses(registry: registry, configuredStages: ["PROD", "index.html"])
    var paths: [SitePath] = [addresses.stages, addresses.labels, addresses.repositories]
    for stage in ["prod", "Prod", "PROD", "index.html"] { paths.append(addresses.stage(stage)) }
    for label in ["", "two words", "Two-Words", "index.html"] {
      paths.append(addresses.label(label))
    }
    for repository in registry.repositories {
      paths.append(addresses.repository(repository))
      for artifact in repository.artifacts {
        paths.append(addresses.model(artifact, in: repository))
        paths.append(addresses.history(of: artifact, in: repository))
        paths.append(addresses.modelDocument(of: artifact, in: repository))
        paths.append(addresses.latestBadge(of: artifact, in: repository))
        for stage in ["prod", "Prod"] {
          paths.append(addresses.stageBadge(stage, of: artifact, in: repository))
          paths.append(addresses.stageDocument(stage, of: artifact, in: repository))
          paths.append(addresses.stageText(stage, of: artifact, in: repository))
        }
        for version in artifact.versions {
          paths.append(addresses.version(version, of: artifact, in: repository))
          paths.append(addresses.versionDocument(version, of: artifact, in: repository))
        }
      }
    }
    let folded = Set(paths.map { $0.text.lowercased() })
    #expect(folded.count == paths.count)
    // No file lies where another path needs a folder.
    for path in folded {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      #expect(!parts.contains { $0.isEmpty || $0 == "." || $0 == ".." })
      for length in 1..<parts.count {
        #expect(!folded.contains(parts.prefix(length).joined(separator: "/")))
      }
    }
  }

  /// Two repositories, artifacts, versions and stages of every name, told apart by case alone.
  private static func caseTwins() throws -> Registry {
    let names = ["model", "Model", "dir:Model", "dir/Model", "index.html"]
    let artifacts = try names.map { name in
      let versions = try ["v1.0.0-RC", "v1.0.0-rc", "v1.0.0+A", "v1.0.0+a"].map { version in
        let event = try Sample.registration(name, version, at: Sample.commit(1), day: 1)
        return try Sample.version(
          event, at: Sample.commit(1),
          annotation: Sample.annotation(labels: ["", "two words", "Two-Words", "index.html"]))
      }
      let events = try ["prod", "Prod"].map { stage in
        try Sample.assignment(name, "v1.0.0-rc", stage, 1, at: Sample.commit(1), day: 2)
      }
      return Sample.artifact(name, versions, latest: 0, events: events)
    }
    return Registry(repositories: [
      Sample.repository("Team/Models", artifacts: artifacts),
      Sample.repository("team/models", artifacts: artifacts),
      Sample.repository("index.html", artifacts: artifacts),
    ])
  }
}
