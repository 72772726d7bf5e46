import Formats
import Records
import Registry
import TestSupport
import Testing

/// The plots of public registries.
@Suite(.enabled(if: fileExists(Vitrine.bundles)), .timeLimit(.minutes(30)))
struct PlotsRealRegistryTests {
  @Test func drawsWhatDVCDraws() async throws {
    try await withTemporaryFolder { folder in
      let name = "demo-bank-customer-churn"
      let path = try await RecordsRealRegistryTests.clone(name, into: folder)
      let reading = try await PlotReading([name], in: folder)
      let versions = ["v1.0.0", "v2.0.0"]
      let tags = versions.map { "lightgbm-model@\($0)" }
      let dvc = try await DVCOracle.run(
        "plots", "diff", tags[0], tags[1], "--json", in: path, folder: folder)
      var check = PlotCheck()
      for (tag, version) in zip(tags, versions) {
        let own = try reading.plots(name, "lightgbm-model", version)
        #expect(own.keys.sorted() == ["eval_plots/cm.png", "eval_plots/plots/roc.json"])
        check.compare(own, dvc: dvc, revision: tag)
      }
      #expect(check.differences == [])
      #expect(check.equalRows > 100 && check.equalPictures == 2, "\(check)")
    }
  }

  /// Its plots are in a remote that answers nobody, and DVC then shows none at all.
  @Test func tellsWhatNobodyHas() async throws {
    try await withTemporaryFolder { folder in
      let name = "example-get-started"
      _ = try await RecordsRealRegistryTests.clone(name, into: folder)
      let own = try await PlotReading([name], in: folder).plots(
        name, "text-classification", "v1.1.0")
      #expect(
        own.keys.sorted() == [
          "Confusion-Matrix", "Precision-Recall", "ROC", "eval/plots/images/importance.png",
        ])
      for (id, plot) in own {
        guard case .unavailable(let reason, let help) = plot.plot.content else {
          Issue.record("\(id) is there")
          continue
        }
        #expect(reason.contains("md5 ") && reason.contains("bytes"), "\(reason)")
        #expect(help.contains("dvc fetch") || help.contains("dvc push"), "\(help)")
      }
    }
  }
}
