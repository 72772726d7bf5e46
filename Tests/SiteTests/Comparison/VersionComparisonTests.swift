import Formats
import Records
import Testing

@testable import Registry
@testable import Site

struct VersionComparisonTests {
  /// Versions of the sample model `churn`.
  static func compare(
    _ names: String..., baseline: Int = 0, settings: SiteSettings = SiteSettings()
  ) throws -> VersionComparison {
    let repository = try #require(try SampleRegistry.make().repositories.first)
    let artifact = try #require(repository.artifacts.first { $0.name == "churn" })
    let columns = try names.map { name in
      let version = try #require(artifact.versions.first { $0.name == name })
      return ComparedVersion(version, of: artifact, in: repository, stages: [])
    }
    return VersionComparison(columns, baseline: baseline, settings: settings)
  }

  static func row(
    _ label: String, _ kind: ComparedSection.Kind = .metrics, of comparison: VersionComparison
  ) throws -> ComparedRow {
    let section = try #require(comparison.sections.first { $0.kind == kind })
    return try #require(section.groups.flatMap(\.rows).first { $0.label == label }, "\(label)")
  }

  @Test("Values stand beside the baseline's, with what is better and what is best")
  func changes() throws {
    let comparison = try Self.compare("v1.0.0", "v1.1.0", "v1.2.0", baseline: 1)
    let auc = try Self.row("auc", of: comparison)
    let words = auc.cells.map { ComparisonWords($0.change, in: auc, baseline: "v1.1.0") }
    #expect(words.map { $0?.verdict } == ["worse", nil, "better"])
    #expect(words.last??.spoken == "up 0.0218, better than v1.1.0")
    #expect(auc.cells.map(\.isBest) == [false, false, true])
    #expect(auc.cells.map { $0.text(in: auc) } == ["0.8912", "0.9123", "0.9341"])
    #expect(auc.cells.map(\.difference) == ["-0.0211", nil, "0.02182999"])
    let loss = try Self.row("loss", of: comparison)
    #expect(loss.cells.map(\.changeWord) == ["same", nil, "better"])
    #expect(try Self.row("rows", of: comparison).traits?.direction == nil)
    #expect(try Self.row("rows", of: comparison).cells.allSatisfy { !$0.isBest })
  }

  @Test("Ties are all best; where all are equal, none is")
  func ties() throws {
    let comparison = try Self.compare("v1.0.0", "v1.1.0", "v1.2.0")
    let loss = try Self.row("loss", of: comparison)
    #expect(loss.cells.map(\.isBest) == [false, false, true])
    let pair = try Self.row("loss", of: try Self.compare("v1.0.0", "v1.1.0"))
    #expect(pair.cells.allSatisfy { !$0.isBest } && !pair.isDifferent)
    let cells = ["1", "2", "1"].map { ComparedCell(.number(LoggedNumber(DataNumber(text: $0)))) }
    let tie = ComparedRow(
      label: "loss",
      traits: MetricTraits(file: "m.json", keys: ["loss"], name: "loss", settings: []),
      cells: cells, baseline: 0, isNumeric: true, keepsTypes: false)
    #expect(tie.cells.map(\.isBest) == [true, false, true])
  }

  @Test("What is missing tells why, and isn't zero")
  func absences() throws {
    let comparison = try Self.compare("v1.0.1", "v1.0.0", "v1.1.0", "v2.0.0-rc.1+build.5")
    let gone = try Self.row("gone", of: comparison)
    #expect(gone.cells.map(\.absence) == [.noFile, nil, .notLogged, .noFile])
    let ece = try Self.row("ece", of: comparison)
    #expect(ece.cells.map(\.changeWord) == [nil, nil, "new", "new"])
    #expect(ece.cells.first?.absence == .noFile && ece.cells[1].absence == .notLogged)
  }

  @Test("A key stays one row where its file moved, and the group says so")
  func movedFile() throws {
    let comparison = try Self.compare("v1.2.0", "v2.0.0-rc.1+build.5")
    let metrics = try #require(comparison.sections.first { $0.kind == .metrics })
    let group = try #require(metrics.groups.first { $0.file == "eval/metrics.json" })
    #expect(group.elsewhere == ["metrics.json", nil])
    #expect(group.rows.map(\.label).contains("auc"))
    #expect(metrics.groups.count { $0.rows.contains { $0.label == "auc" } } == 2)
    #expect(metrics.groups.last?.isOwn == false)
  }

  @Test("Other types, NaN and infinity have no difference and are never best")
  func otherTypes() throws {
    let comparison = try Self.compare("v1.1.0", "v1.2.0", "v2.0.0-rc.1+build.5")
    let note = try Self.row("note", of: comparison)
    #expect(note.cells.map(\.changeWord) == [nil, "changed", "changed"])
    let lift = try Self.row("lift", of: comparison)
    #expect(lift.cells.map { $0.text(in: lift) } == [nil, "NaN", "∞"])
    #expect(lift.cells.allSatisfy { !$0.isBest && $0.difference == nil })
  }

  @Test("Params have no direction; the hidden are counted")
  func params() throws {
    let comparison = try Self.compare("v1.1.0", "v1.2.0")
    let seed = try Self.row("seed", .params, of: comparison)
    #expect(seed.cells.map(\.changeWord) == [nil, "new"])
    let params = try #require(comparison.sections.first { $0.kind == .params })
    #expect(params.counts.different == 2)
    #expect(comparison.sections.first?.hidden == 1)
    #expect(try Self.row("train.depth", .params, of: comparison).isDifferent == false)
  }

  @Test("The holder of the first production-like stage is the baseline")
  func defaultBaseline() throws {
    let columns = try Self.compare("v1.1.0", "v1.2.0", "v1.0.0").columns
    let place = { VersionComparison.defaultBaseline(of: columns, productionStages: $0) }
    #expect(place(["live", "prod"]) == 1 && place([]) == 0)
  }
}
