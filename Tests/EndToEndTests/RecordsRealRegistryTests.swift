import Formats
import TestSupport
import Testing

/// The records of three public registries, against DVC's own reading of them.
@Suite(.enabled(if: fileExists(Vitrine.bundles)), .timeLimit(.minutes(30)))
struct RecordsRealRegistryTests {
  /// Asked by tag, with the model and version that the tag registers.
  private static func registered(_ repository: String) async throws -> [(tag: String, [String])] {
    let tags = try await require(["git", "-C", repository, "tag", "--list", "*@v*"])
    return tags.text.split(separator: "\n").map { tag in
      (String(tag), tag.split(separator: "#")[0].split(separator: "@").map(String.init))
    }
  }

  /// Clones a registry whose remote lies on this machine and is empty: nobody goes to the network.
  static func clone(_ name: String, into folder: String) async throws -> String {
    let path = "\(folder)/repos/\(name)"
    try await require(["git", "clone", "-q", "\(Vitrine.bundles)/\(name).bundle", path])
    try writeFile(
      "\(path)/.dvc/config.local",
      "[core]\n    remote = nothing\n['remote \"nothing\"']\n    url = \(folder)/nothing\n")
    return path
  }

  @Test(arguments: RealRegistryTests.names)
  func readsWhatDVCReads(_ name: String) async throws {
    try await withTemporaryFolder { folder in
      let path = try await Self.clone(name, into: folder)
      let site = try await RecordSite.build(in: folder, ["--offline"])
      let versions = try await Self.registered(path)
      #expect(versions.count >= 2)
      let answers = try await DVCOracle.answers(name, tags: versions.map(\.tag), in: folder)
      for (tag, names) in versions {
        let document = try site.document(name, names[0], names[1])
        let dvc = try #require(answers[tag], "\(tag)")
        #expect(dvc[["metrics", "data"]] != nil, "\(tag)")
        var check = RecordCheck(document)
        check.compare(dvc, project: "")
        check.finish()
        #expect(check.differences == [], "\(tag)")
      }
    }
  }

  @Test func showsHowARandomForestGotBetter() async throws {
    try await withTemporaryFolder { folder in
      let name = "demo-bank-customer-churn"
      _ = try await Self.clone(name, into: folder)
      let site = try await RecordSite.build(in: folder, ["--offline"])
      let model = "randomforest-model"
      let first = try site.document(name, model, "v1.0.0")
      let second = try site.document(name, model, "v2.0.0")
      #expect(first[["metrics", "metrics.json", "f1"]] == .number("0.5688073394495413"))
      #expect(second[["metrics", "metrics.json", "f1"]] == .number("0.592686002522068"))
      let params = ["params", "params.yaml", "train", "params", "n_estimators"]
      #expect(first[params] == .number("100"))
      #expect(second[params] == .number("150"))
      #expect(second[["artifact", "path"]]?.string == ".mlem/model/clf-model")
      #expect(second[["artifact", "storage"]]?.string == "dvc")
      for text in ["0.592686002522068", "better than v1.0.0"] {
        let isOnPage = try await site.shows(text, name, model, "v2.0.0")
        #expect(isOnPage, "\(text)")
      }
      // 0.592686002522068 − 0.5688073394495413 = 0.0238786630725267, in as many digits as fit.
      var isDifferenceShown = false
      for text in ["+0.024", "+0.0239", "+0.02388", "+0.023879"] where !isDifferenceShown {
        isDifferenceShown = try await site.shows(text, name, model, "v2.0.0")
      }
      #expect(isDifferenceShown)
    }
  }
}
