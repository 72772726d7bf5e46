import Records
import Testing

@testable import Registry
@testable import Site

struct LineageFigureTests {
  private typealias Sample = SampleRegistry
  private let artifact = Sample.artifact("m", [], latest: nil, events: [])

  @Test("Stages, what they read, and the artifact are drawn in the order of the data")
  func pipeline() throws {
    let figure = try #require(LineageFigure(Sample.pipeline(), of: artifact))
    let labels = figure.graph.nodes.map(\.label)
    #expect(
      labels == [
        "raw.csv", "countries.json", "clean.py", "labels.csv", "features.py", "4 files", "clean",
        "features", "train", "churn.pkl",
      ])
    let edges = figure.graph.edges.map { "\(labels[$0.from]) → \(labels[$0.to])" }
    #expect(
      edges == [
        "raw.csv → clean", "countries.json → clean", "clean.py → clean", "labels.csv → features",
        "features.py → features", "4 files → train", "clean → features", "clean → train",
        "features → train", "train → churn.pkl",
      ])
    #expect(figure.graph.nodes[5].description.hasPrefix("src/train.py, src/model.py"))
    #expect(figure.graph.nodes[0].detail == "1.2 GB, imported @ 4b825dc")
    let summary = figure.graph.summary
    #expect(summary.hasPrefix("models/churn.pkl is written by the stage train. train reads"))
    #expect(summary.contains("data/features.parquet from features, data/clean from clean"))
    #expect(!summary.contains("secret"))
  }

  @Test("Of a long pipeline only the nearest stages are drawn") func long() throws {
    let stages = (0..<500).map { index in
      Sample.stage(
        "s\(index)", runs: "run",
        reads: (index == 0 ? [] : [Sample.file("d\(index)", from: .stage("s\(index - 1)"))])
          + [Sample.file("own\(index)", from: .git)])
    }
    let lineage = Lineage(stages: stages, tracker: nil, artifact: Sample.file("m.pkl"))
    let figure = try #require(LineageFigure(lineage, of: artifact))
    #expect(figure.graph.nodes.count <= 60)
    #expect(figure.shownStages >= 20 && figure.shownStages < 60)
    #expect(figure.graph.nodes.contains { $0.label == "s499" })
    // What the first stage shown reads of the one before it is drawn as a file.
    #expect(figure.graph.nodes.contains { $0.detail == "stage s\(499 - figure.shownStages)" })
    #expect(figure.graph.summary.hasSuffix("\(figure.shownStages - 12) more stages before."))
  }

  @Test("A stage that reads very much, and stages that all read each other, stay drawable")
  func wide() throws {
    let many = (0..<5_000).map { Sample.file("f\($0)", from: $0 % 2 == 0 ? .git : .unknown) }
    let one = Lineage(
      stages: [Sample.stage("one", reads: many)], tracker: nil, artifact: Sample.file("m"))
    #expect(LineageFigure(one, of: artifact)?.graph.nodes.count == 4)
    let mesh = (0..<58).map { index in
      Sample.stage(
        "s\(index)", reads: (0..<index).map { Sample.file("d\($0)", from: .stage("s\($0)")) })
    }
    let figure = try #require(
      LineageFigure(
        Lineage(stages: mesh, tracker: nil, artifact: Sample.file("m")), of: artifact))
    #expect(figure.graph.edges.count <= 240)
  }

  @Test("Names that lead in a circle, to nowhere or twice to the same do no harm") func circle() {
    let stages = [
      Sample.stage("a", reads: [Sample.file("x", from: .stage("b"))]),
      Sample.stage("b", reads: [Sample.file("y", from: .stage("b"))]),
      Sample.stage("b", reads: [Sample.file("z", from: .stage("nobody"))]),
    ]
    let lineage = Lineage(stages: stages, tracker: nil, artifact: nil)
    let graph = LineageFigure(lineage, of: artifact)?.graph
    #expect(graph?.edges.allSatisfy { $0.from < $0.to } == true)
    #expect(graph.map { !$0.svg(id: "x").isEmpty } == true)
  }

  @Test("An artifact without a stage is drawn with where it was taken from, or not at all")
  func tracked() {
    let imported = Sample.file(
      "m.pkl",
      from: .imported(
        repository: "https://me:secret@git.example.com/acme/m", path: "m.pkl", revision: nil,
        lockedRevision: nil))
    let graph = LineageFigure(
      Lineage(stages: [], tracker: "m.pkl.dvc", artifact: imported), of: artifact)?.graph
    #expect(graph?.nodes.map(\.label) == ["m", "m.pkl"])
    #expect(graph?.nodes.first?.description == "https://git.example.com/acme/m")
    #expect(graph?.edges.count == 1)
    let added = Sample.file("m.pkl", from: .tracked(by: "m.pkl.dvc"))
    #expect(
      LineageFigure(
        Lineage(stages: [], tracker: "m.pkl.dvc", artifact: added), of: artifact) == nil)
  }
}
