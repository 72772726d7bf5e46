import Formats
import TestSupport
import Testing

/// Holds the records in Vitrine's documents against what the real DVC reads, value by value.
@Suite(.timeLimit(.minutes(30)))
struct RecordsDifferentialTests {
  static let fixtures = [DVCFixture.formats, .refused] + DVCFixture.pipelines + DVCFixture.stored

  @Test(arguments: fixtures)
  func readsWhatDVCReads(_ fixture: DVCFixture) async throws {
    try await withTemporaryFolder { folder in
      try await fixture.make(in: folder)
      try await Self.compare(fixture, in: folder)
    }
  }

  @Test func readsARemoteOverHTTP() async throws {
    try await withTemporaryFolder { folder in
      try await withFileServer(
        folder, python: "\(Vitrine.environment)/bin/python",
        script: "\(Vitrine.root)/Tests/Tools/serve_folder.py", scratch: folder
      ) { address in
        try await DVCFixture.served.make(in: folder, address: address)
        try await Self.compare(.served, in: folder)
      }
    }
  }

  /// Builds the site of a fixture and compares every version.
  private static func compare(_ fixture: DVCFixture, in folder: String) async throws {
    let site = try await RecordSite.build(in: folder)
    var answers: [(project: String, JSONValue)] = []
    for project in fixture.projects {
      answers.append((project, try await DVCOracle.answers(fixture, project: project, in: folder)))
    }
    for commit in fixture.commits {
      let document = try site.document(fixture.name, fixture.model, commit.version)
      var check = RecordCheck(document, mayHoldMore: fixture.mayHoldMore)
      for (project, answer) in answers {
        let dvc = try #require(answer[fixture.tag(commit)], "\(project) \(commit.version)")
        if let refusal = commit.refusal {
          try expectReadable(refusal, dvc, document, commit.version)
        } else {
          check.compare(dvc, project: project)
        }
      }
      if commit.refusal == nil { check.finish() }
      #expect(check.differences == [], "\(fixture.name) \(commit.version)")
      #expect(check.unreadable.isSubset(of: fixture.unreadable), "\(fixture.name)")
    }
  }

  /// Where DVC refuses a commit, Vitrine has what is readable of it.
  private static func expectReadable(
    _ refusal: DVCRefusal, _ dvc: JSONValue, _ document: JSONValue, _ version: String
  ) throws {
    #expect(dvc[["metrics", "error", "type"]]?.string == refusal.kind, "\(version)")
    let metrics = try OrderedJSON.parse(Array(refusal.metrics.utf8))
    let params = try OrderedJSON.parse(Array(refusal.params.utf8))
    #expect(document["metrics"]?.sorted == metrics.sorted, "\(version)")
    #expect(document["params"]?.sorted == params.sorted, "\(version)")
    if let file = refusal.notedFile {
      #expect(document.noteLines.contains { $0.contains(file) }, "\(version): \(file)")
    }
  }

  /// The command line itself, which joins the names of all tags of a commit.
  @Test func trap01AgreesWithTheCommandLine() async throws {
    try await withTemporaryFolder { folder in
      let fixture = DVCFixture.formats
      let script = try await fixture.make(in: folder)
      try await script.tag("m#dev#1", "m@v1.0.0^{}", at: 1_704_500_000)
      let site = try await RecordSite.build(in: folder)
      let metrics = try await DVCOracle.run(
        "metrics", "show", "-T", "--json", in: script.path, folder: folder)
      let names = metrics.members.map(\.key)
      #expect(names.contains("m#dev#1,m@v1.0.0"), "\(names)")
      for commit in fixture.commits {
        let tag = fixture.tag(commit)
        let answer = metrics.members.first { $0.key.split(separator: ",").contains(tag[...]) }
        let dvc = try #require(answer?.value)
        var check = RecordCheck(try site.document(fixture.name, fixture.model, commit.version))
        check.compare(.object([JSONMember("metrics", dvc)]), project: "")
        #expect(check.differences == [], "\(commit.version)")
      }
      try await Self.compareDifference(fixture, script, site, folder)
    }
  }

  /// `dvc params diff` between the first two versions: both sides of every param.
  private static func compareDifference(
    _ fixture: DVCFixture, _ script: GitScript, _ site: RecordSite, _ folder: String
  ) async throws {
    let commits = fixture.commits.prefix(2)
    let tags = commits.map(fixture.tag)
    let difference = try await DVCOracle.run(
      "params", "diff", tags[0], tags[1], "--all", "--json", in: script.path, folder: folder)
    #expect(difference.members.count >= 5)
    for (commit, side) in zip(commits, ["old", "new"]) {
      let document = try site.document(fixture.name, fixture.model, commit.version)
      for file in difference.members {
        for param in file.value.members {
          // Lists are texts in Python's notation here; the oracle compares them.
          guard let value = param.value[side], value != .null else { continue }
          if value.string?.hasPrefix("[") == true { continue }
          let own = document[
            ["params", file.key] + param.key.split(separator: ".").map(String.init)]
          let place = "\(commit.version) \(file.key) \(param.key)"
          let found = own.map { RecordComparison.params(dvc: value, own: $0, at: place) }
          #expect(found == [], "\(place)")
        }
      }
    }
  }
}
