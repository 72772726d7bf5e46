import FoundationEssentials
import GitStore
import Registry
import TestSupport
import Testing

/// Each kind of bad tag or repository, with its code (`bad-input.md`, groups G and T).
@Suite(.timeLimit(.minutes(30)))
struct DiagnosticTests {
  /// A repository with one sound version and one fault.
  struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    let codes: [String]
    let make: @Sendable (RegistryScript) async throws -> Void

    init(
      _ name: String, _ codes: String...,
      make: @escaping @Sendable (RegistryScript) async throws -> Void
    ) {
      self.name = name
      self.codes = codes
      self.make = make
    }

    var testDescription: String { name }
  }

  private static let absent = String(repeating: "d", count: 40)

  static let faults = [
    Fault("tag whose commit is missing", "G014") {
      try await $0.raw("m@v2.0.0", RegistryScript.object("m@v2.0.0", absent))
    },
    Fault("tag whose object is missing", "G014") {
      try writeFile("\($0.script.path)/.git/refs/tags/m@v2.0.0", absent + "\n")
    },
    Fault("garbage for a ref", "G015") {
      try writeFile("\($0.script.path)/.git/refs/tags/m@v2.0.0", "garbage\n")
    },
    Fault("damaged tag object", "G014", "G016") {
      try await $0.tag("m@v2.0.0", minute: 1)
      let id = try await $0.script.git("rev-parse", "m@v2.0.0")
      let file = "\($0.script.path)/.git/objects/\(id.prefix(2))/\(id.dropFirst(2))"
      try FileManager.default.removeItem(atPath: file)
      try writeFile(file, "garbage")
    },
    Fault("tag object cut short", "G014", "G016") {
      // This ends Git's process; the answers of the next one belong to the right tags all the same.
      try await $0.tag("a@v1.0.0", "a@v2.0.0", "z@v1.0.0", minute: 1)
      let id = try await $0.script.git("rev-parse", "a@v2.0.0")
      let file = "\($0.script.path)/.git/objects/\(id.prefix(2))/\(id.dropFirst(2))"
      let bytes = try readFile(file)
      try FileManager.default.removeItem(atPath: file)
      try Data(bytes.dropLast(8)).write(to: URL(filePath: file))
    },
    Fault("tag object without its headers", "G016") { try await $0.raw("m@v2.0.0", "nothing\n") },
    Fault("tag of a tree", "G017") { try await $0.tag("m@v2.0.0", at: "HEAD^{tree}", minute: 1) },
    Fault("tag of a blob", "G017") { try await $0.tag("m@v2.0.0", at: "HEAD:file", minute: 1) },
    Fault("chain of twelve tags", "G018") {
      try await $0.tag("chain0", minute: 1)
      for level in 1..<11 { try await $0.tag("chain\(level)", at: "chain\(level - 1)", minute: 1) }
      try await $0.tag("m@v2.0.0", at: "chain10", minute: 1)
    },
    Fault("message in Latin-1", "G020") {
      let id = try await require(
        ["git", "-C", $0.script.path, "hash-object", "-t", "tag", "-w", "--literally", "--stdin"],
        input: Array(RegistryScript.object("m@v2.0.0", try await $0.head, body: "\ncaf").utf8) + [
          0xE9
        ])
      let hex = id.text.prefix(40)
      try await $0.script.git("update-ref", "refs/tags/m@v2.0.0", String(hex))
    },
    Fault("tagger a day from UTC", "G021") {
      let text = RegistryScript.object(
        "m@v2.0.0", try await $0.head, tagger: "Ann <ann@x.org> 1 +2400")
      try await $0.raw("m@v2.0.0", text)
    },
    Fault("no body", "G021") {
      try await $0.raw("m@v2.0.0", RegistryScript.object("m@v2.0.0", try await $0.head, body: ""))
    },
    Fault("message of 2 MiB", "G019") {
      let text = RegistryScript.object(
        "m@v2.0.0", try await $0.head, body: "\n" + String(repeating: "é", count: 1 << 20))
      try await $0.raw("m@v2.0.0", text)
    },
    Fault("commit with a message of 2 MiB", "G019") {
      let text = String(repeating: "a", count: 2 << 20)
      let commit = try await $0.script.git("commit-tree", "HEAD^{tree}", "-F", "-", input: text)
      try await $0.tag("m@v2.0.0", at: commit, minute: 1)
    },
    Fault("commit in an encoding that it does not name", "G020") {
      let head = try await $0.script.git("cat-file", "commit", "HEAD")
      let id = try await require(
        ["git", "-C", $0.script.path, "hash-object", "-t", "commit", "-w", "--stdin"],
        input: Array(head.utf8) + [0x0A, 0xE9, 0x0A])
      try await $0.tag("m@v2.0.0", at: String(id.text.prefix(40)), minute: 1)
    },
    Fault("date before Git was made", "G021") {
      let text = RegistryScript.object(
        "m@v2.0.0", try await $0.head, tagger: "Ann <ann@x.org> 0 +0000")
      try await $0.raw("m@v2.0.0", text)
    },
    Fault("date after the year 2100", "G021") {
      let text = RegistryScript.object(
        "m@v2.0.0", try await $0.head, tagger: "Ann <ann@x.org> 4200000000 +0000")
      try await $0.raw("m@v2.0.0", text)
    },
    Fault("replaced commit", "G022") {
      let head = try await $0.head
      try await $0.script.commit()
      try await $0.script.git("replace", head, "HEAD")
    },
    Fault("grafts", "G022") {
      try writeFile("\($0.script.path)/.git/info/grafts", "")
    },
    Fault("borrowed objects", "G023") {
      let other = GitScript("\($0.script.path)-other")
      try await other.initialize()
      try writeFile(
        "\($0.script.path)/.git/objects/info/alternates", "\(other.path)/.git/objects\n")
    },
    Fault("two numbers", "T001") { try await $0.tag("m@v2.0", minute: 1) },
    Fault("reserved name", "T001") { try await $0.tag("m@created", minute: 1) },
    Fault("name with a dot", "T002") { try await $0.tag("a.b@v1.0.0", minute: 1) },
    Fault("version at two commits", "T003") {
      try await $0.script.commit()
      try await $0.tag("m@v1.0.0#2", minute: 1)
    },
    Fault("stage at a commit with two versions", "T003") {
      try await $0.tag("m@v2.0.0", "m#prod", minute: 1)
    },
    Fault("stage at a commit without a version", "T004") {
      try await $0.script.commit()
      try await $0.tag("m#prod", minute: 1)
    },
    Fault("counter of zero", "T005") { try await $0.tag("m#prod#0", minute: 1) },
    Fault("counter used twice", "T005") { try await $0.tag("m#prod#1", "m#dev#01", minute: 1) },
    Fault("counter left out", "T005") {
      try await $0.tag("m#prod#1", "m#prod!#2", "m#dev#5", minute: 1)
    },
    Fault("metric that is a number only sometimes", "J010") {
      let pipeline = "metrics: [m.json]\n"
      try await $0.script.commit(["dvc.yaml": pipeline, "m.json": #"{"auc": 0.9}"#])
      try await $0.tag("m@v2.0.0", minute: 1)
      try await $0.script.commit(["m.json": #"{"auc": "n/a"}"#])
      try await $0.tag("m@v3.0.0", minute: 2)
    },
    Fault("unassignment of nothing", "T006") { try await $0.tag("m#prod!#1", minute: 1) },
    Fault("deregistration at another commit", "T006") {
      try await $0.script.commit()
      try await $0.tag("m@v1.0.0!", minute: 1)
    },
    Fault("lightweight tag", "T008") { try await $0.script.git("tag", "m@v2.0.0") },
    Fault("names that differ in case", "T009") { try await $0.tag("M@v1.0.0", minute: 1) },
    Fault("object under another name", "T014") {
      try await $0.raw("m@v2.0.0", RegistryScript.object("m@v3.0.0", try await $0.head))
    },
    Fault("object of another tool's name", "T014") {
      try await $0.raw("m@v2.0.0", RegistryScript.object("release", try await $0.head))
    },
    Fault("configuration that GTO refuses", "Y012") {
      try writeFile("\($0.script.path)/.gto", "stages: dev\n")
    },
  ]

  @Test(arguments: faults)
  func isToldAndCostsOnlyItself(_ fault: Fault) async throws {
    try await RegistryScript.make { registry in
      try await registry.script.commit(["file": "text"])
      try await registry.tag("m@v1.0.0")
      try await fault.make(registry)
      let repository = try await registry.load()
      #expect(Set(repository.diagnostics.map(\.code)) == Set(fault.codes))
      let sound = repository.artifacts.first { $0.name == "m" }
      #expect(sound?.versions.contains { $0.name == "v1.0.0" && $0.isActive } == true)
      for diagnostic in repository.diagnostics {
        #expect(diagnostic.place.repository == "repo")
        for text in [diagnostic.problem, diagnostic.consequence, diagnostic.help] {
          #expect(!text.isEmpty)
          #expect(!text.contains(registry.script.path))
        }
      }
    }
  }

  @Test func refsBeyondTheLimitAreLeftOut() async throws {
    try await RegistryScript.make { registry in
      try await registry.script.commit()
      try await registry.tag("m@v1.0.0", "m@v2.0.0", "m@v3.0.0")
      var settings = RecordSettings()
      settings.limits.references = 3
      let loaded = try await RegistryLoader(
        [RepositorySource(path: registry.script.path)], records: settings, jobs: 1
      ).load()
      // One of the three is the branch.
      #expect(loaded.diagnostics.contains { $0.code == "G028" && $0.severity == .error })
      #expect(loaded.repositories.first?.artifacts.first?.versions.count == 2)
    }
  }

  @Test func latinCommitsAreDecoded() async throws {
    try await RegistryScript.make { registry in
      try await registry.script.git("config", "i18n.commitEncoding", "ISO-8859-1")
      try await registry.script.commit(["file": "x"])
      let tree = try await registry.script.git("rev-parse", "HEAD^{tree}")
      let object: [UInt8] =
        Array("tree \(tree)\nauthor Ren".utf8) + [0xE9]
        + Array(" <r@x.org> 1704067200 +0000\ncommitter R <r@x.org> 1704067200 +0000\n".utf8)
        + Array("encoding ISO-8859-1\n\nd".utf8) + [0xE9] + Array("but\n".utf8)
      let id = try await require(
        ["git", "-C", registry.script.path, "hash-object", "-t", "commit", "-w", "--stdin"],
        input: object)
      try await registry.tag("m@v1.0.0", at: String(id.text.prefix(40)))
      let repository = try await registry.load()
      let commit = repository.artifacts.first?.latest?.commitObject
      #expect(commit?.author?.name == "René")
      #expect(commit?.subject == "début")
      #expect(repository.diagnostics.isEmpty)
    }
  }

  @Test func soundRepositoriesHaveNothingToTell() async throws {
    try await RegistryScript.make { registry in
      try await registry.script.commit(["file": "text"])
      try await registry.tag(
        "m@v1.0.0", "m#dev#1", "m#dev!#2", "m@v1.0.0!", "m@v1.0.0#3", "other", "v1")
      try await registry.tag("n@v1.0.0-rc.1+b", "n@deprecated", minute: 10)
      let repository = try await registry.load()
      #expect(repository.diagnostics.isEmpty)
      #expect(repository.ignoredTags.isEmpty)
      #expect(repository.tagCount == 7)
    }
  }

  @Test func tenTagsOfTagsAreFollowed() async throws {
    try await RegistryScript.make { registry in
      try await registry.script.commit(["file": "text"])
      try await registry.tag("chain1")
      for level in 2..<10 { try await registry.tag("chain\(level)", at: "chain\(level - 1)") }
      try await registry.tag("m@v1.0.0", at: "chain9")
      let repository = try await registry.load()
      #expect(repository.diagnostics.isEmpty)
      let head = try await registry.head
      #expect(repository.artifacts.first?.latest?.commit.hex == head)
    }
  }

  @Test func signedObjectsUnderAnotherNameAreErrors() async throws {
    try await RegistryScript.make { registry in
      try await registry.script.commit()
      let body = "\nm\n-----BEGIN SSH SIGNATURE-----\nx\n-----END SSH SIGNATURE-----\n"
      let text = RegistryScript.object("m@v1.0.0", try await registry.head, body: body)
      try await registry.raw("m@v9.9.9", text)
      let repository = try await registry.load()
      #expect(repository.diagnostics.map(\.code) == ["T014"])
      #expect(repository.diagnostics.first?.severity == .error)
      #expect(repository.artifacts.first?.versions.map(\.name) == ["v1.0.0"])
    }
  }

  @Test(arguments: [(true, "G007"), (false, "G008")])
  func emptyRepositoriesAreFine(_ hasCommit: Bool, _ code: String) async throws {
    try await RegistryScript.make { registry in
      if hasCommit { try await registry.script.commit() }
      let repository = try await registry.load()
      #expect(repository.diagnostics.map(\.code) == [code])
      #expect(repository.diagnostics.first?.severity == .note)
      #expect(repository.artifacts.isEmpty)
    }
  }

  @Test func shallowAndPartialClonesAreTold() async throws {
    try await RegistryScript.make { registry in
      try await registry.script.commit(["dvc.yaml": "artifacts: {m: {path: x}}\n"])
      try await registry.tag("m@v1.0.0")
      try await registry.script.commit(["file": "text"])
      try await registry.script.git("config", "uploadpack.allowFilter", "true")
      let source = "file://\(registry.script.path)"
      let (shallow, partial) = (
        "\(registry.script.path)-shallow", "\(registry.script.path)-partial"
      )
      try await registry.script.git("clone", "-q", "--depth", "1", source, shallow)
      try await registry.script.git(
        "clone", "-q", "--filter=blob:none", "--no-checkout", source, partial)
      let found = try await RegistryLoader(
        [RepositorySource(path: shallow), RepositorySource(path: partial)], jobs: 2
      ).load().repositories
      #expect(found.map(\.id) == ["repo-partial", "repo-shallow"])
      #expect(Set(found[0].diagnostics.map(\.code)) == ["G006"])
      #expect(found[0].artifacts.first?.versions.map(\.name) == ["v1.0.0"])
      #expect(found[0].artifacts.first?.latest?.annotation == nil)
      #expect(found[1].diagnostics.contains { $0.code == "G005" && $0.severity == .error })
    }
  }
}

extension RegistryScript {
  /// HEAD's commit.
  fileprivate var head: String {
    get async throws { try await script.git("rev-parse", "HEAD") }
  }
}
