import Formats
import TestSupport
import Testing

/// Holds the rows, axes and titles of plots against what the real DVC draws.
@Suite(.timeLimit(.minutes(30)))
struct PlotsDifferentialTests {
  /// Makes a fixture, and compares its first two versions with DVC's answer for both.
  private func compare(
    _ fixture: DVCFixture, project: String = "", better: Set<String> = []
  ) async throws -> PlotCheck {
    var check = PlotCheck()
    try await withTemporaryFolder { folder in
      let script = try await fixture.make(in: folder)
      let reading = try await PlotReading([fixture.name], in: folder)
      let commits = Array(fixture.commits.prefix(2))
      let dvc = try await DVCOracle.run(
        "plots", "diff", fixture.tag(commits[0]), fixture.tag(commits[1]), "--json",
        in: "\(script.path)/\(project)", folder: folder)
      #expect(dvc["data"]?.members.isEmpty == false)
      for commit in commits {
        let own = try reading.plots(fixture.name, fixture.model, commit.version)
        check.compare(own, dvc: dvc, revision: fixture.tag(commit), better: better)
      }
    }
    return check
  }

  @Test("Every form of a definition and of data, from Git")
  func drawsWhatDVCDraws() async throws {
    let check = try await compare(.plots, better: ["two.json", "counted.tsv"])
    #expect(check.differences == [])
    #expect(check.equalRows > 60 && check.equalPictures == 4, "\(check)")
  }

  @Test("Files, folders and x of other files, from DVC's cache")
  func drawsWhatDVCKeeps() async throws {
    let check = try await compare(.storedPlots)
    #expect(check.differences == [])
    #expect(check.equalRows > 10, "\(check)")
  }

  @Test("Ids in a project below the root start from the project")
  func namesAsDVCDoes() async throws {
    let check = try await compare(.projectPlots, project: "cv")
    #expect(check.differences == [])
    #expect(check.equalRows >= 8, "\(check)")
  }
}

/// What the site itself says and holds of plots.
@Suite(.timeLimit(.minutes(30)))
struct PlotDocumentsTests {
  @Test("A version's document lists its plots, and each picture is copied once")
  func listsPlots() async throws {
    try await RecordSite.with(.plots) { site, _ in
      let document = try site.document("plots", "m", "v2.0.0")
      let plots = document["plots"]?.items ?? []
      let logs = try #require(plots.first { $0["id"]?.string == "logs.csv" })
      #expect(logs["title"]?.string == "Training" && logs["kind"]?.string == "linear")
      #expect(logs["points"] == .number("6") && logs["x"]?.string == "epoch")
      #expect(logs[["source", "path"]]?.string == "logs.csv")
      #expect(logs["series"]?.items.map { $0["field"]?.string } == ["loss", "acc"])
      for (index, plot) in plots.enumerated() {
        #expect(plot["page"]?.string?.hasSuffix("v2.0.0/index.html#plot-\(index + 1)") == true)
        #expect(plot["unavailable"] == .null, "\(plot)")
      }
      // Two versions with two pictures each, of which one is the same in both.
      let pictures = try filesBelow(site.folder).filter { $0.hasSuffix(".gif") }
      #expect(pictures.count == 3, "\(pictures)")
    }
  }
}
