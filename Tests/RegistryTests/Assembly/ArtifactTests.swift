import GitStore
import Registry
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(30)))
struct ArtifactTests {
  @Test func versionsAreOrderedByPrecedence() async throws {
    try await RegistryScript.make { registry in
      let names = ["v1.0.0", "v2.0.0-rc.1", "v10.0.0", "v9.0.0", "v1.0.0+a"]
      for (minute, name) in names.enumerated() {
        try await registry.script.commit()
        try await registry.tag("m@\(name)", minute: minute)
      }
      try await registry.tag("m@v10.0.0!", at: "m@v10.0.0^{}", minute: 9)
      let artifact = try await registry.artifact("m")
      #expect(
        artifact.versions.map(\.name) == ["v10.0.0", "v9.0.0", "v2.0.0-rc.1", "v1.0.0+a", "v1.0.0"])
      #expect(artifact.versions.map(\.isActive) == [false, true, true, true, true])
      #expect(artifact.latest?.name == "v9.0.0")
      #expect(artifact.versions.first?.deregistration?.tag == "m@v10.0.0!")
      #expect(artifact.versions.first?.events.map(\.tag) == ["m@v10.0.0", "m@v10.0.0!"])
      #expect(artifact.status == .active)
    }
  }

  @Test func oneNameAtTwoCommitsIsOneVersion() async throws {
    try await RegistryScript.make { registry in
      let first = try await registry.script.commit()
      try await registry.tag("m@v1.0.0")
      let second = try await registry.script.commit()
      try await registry.tag("m@v1.0.0#2", minute: 1)
      let artifact = try await registry.artifact("m")
      let version = try #require(artifact.versions.first)
      #expect(artifact.versions.count == 1)
      #expect(version.commit.hex == second)
      #expect(version.otherCommits.map(\.hex) == [first])
      #expect(artifact.latestIndex == 0)
    }
  }

  @Test func deprecationHidesUntilTheNextEvent() async throws {
    try await RegistryScript.make { registry in
      try await registry.script.commit()
      try await registry.tag("m@v1.0.0", "m@deprecated", minute: 1)
      let deprecated = try await registry.artifact("m")
      #expect(deprecated.status == .deprecated)
      #expect(deprecated.deprecation?.tag == "m@deprecated")
      try await registry.tag("m#dev#1", minute: 3)
      let revived = try await registry.artifact("m")
      #expect(revived.status == .active)
      #expect(revived.deprecation == nil)
      #expect(revived.events.map(\.tag) == ["m#dev#1", "m@deprecated", "m@v1.0.0"])
    }
  }

  @Test func stagesKeepWhatTheyShadow() async throws {
    try await RegistryScript.make { registry in
      try writeFile("\(registry.script.path)/.gto", "stages: [prod, dev]\n")
      try await registry.script.commit()
      try await registry.tag("m@v1.0.0", "m#prod#1", "m#dev#2")
      try await registry.script.commit()
      try await registry.tag("m@v2.0.0", "m#prod#3", minute: 3)
      let artifact = try await registry.artifact("m")
      #expect(artifact.stages.map(\.stage) == ["prod", "dev"])
      let prod = try #require(artifact.holding(of: "prod"))
      #expect(prod.holder.version == "v2.0.0")
      #expect(prod.shadowed.map(\.version) == ["v1.0.0"])
      #expect(artifact.latest?.stages.map(\.stage) == ["prod"])
      #expect(artifact.versions.last?.stages.map(\.stage) == ["dev"])
      #expect(artifact.holding(of: "other") == nil)
    }
  }
}
