import Formats
import TestSupport
import Testing

/// The traps of `records.md` §14, each by its number; those of values in files.
///
/// The differential suite holds the same files against DVC; here stands what has to come out.
@Suite(.timeLimit(.minutes(30)))
struct RecordTrapTests {
  @Test func trap14OldAndConflictedLocks() async throws {
    try await RecordSite.with(.refused) { site, _ in
      let old = try site.document("refused", "m", "v12.0.0")
      #expect(old[["metrics", "cached.json", "auc"]] == .number("0.70"))
      let conflicted = try site.document("refused", "m", "v13.0.0")
      #expect(conflicted[["metrics", "kept.json", "auc"]] == .number("0.80"))
      #expect(conflicted.noteLines.contains { $0.contains("dvc.lock") })
    }
  }

  @Test func trap15PlotsMapAndLive() async throws {
    try await RecordSite.with(.refused) { site, _ in
      for version in ["v2.0.0", "v3.0.0"] {
        let document = try site.document("refused", "m", version)
        #expect(document[["metrics", "metrics.json", "f1"]] == .number("0.50"), "\(version)")
        #expect(document[["artifact", "path"]]?.string == "model.pkl", "\(version)")
      }
    }
  }

  @Test func trap16DateInParams() async throws {
    try await RecordSite.with(.refused) { site, _ in
      let document = try site.document("refused", "m", "v4.0.0")
      #expect(document[["params", "params.yaml", "when"]]?.string == "2024-01-02")
      #expect(document[["metrics", "metrics.json", "f1"]] == .number("0.50"))
    }
  }

  @Test func trap17InfinityInJSON() async throws {
    try await Self.withNumbers { document, numbers in
      for key in ["nan", "inf", "minus", "huge"] { #expect(numbers[key] == .null, "\(key)") }
      #expect(document.noteLines.contains { $0.contains("eval/numbers.json") })
      #expect(document.noteCodes.contains { ["J002", "J003"].contains($0) })
    }
  }

  @Test func trap18ScientificNumbersInYAML() async throws {
    try await RecordSite.with(.formats) { site, _ in
      let document = try site.document("formats", "m", "v1.0.0")
      let summary = try #require(document[["metrics", "eval/summary.yaml"]])
      #expect(summary["small"]?.number.flatMap { Double($0) } == 0.00001)
      #expect(summary["octal"] == .number("15"))
      #expect(summary["zeros"] == .number("17"))
      #expect(summary["yes"]?.string == "yes")
      #expect(summary["clock"]?.string == "190:20:30")
    }
  }

  @Test func trap19ListMetrics() async throws {
    try await RecordSite.with(.formats) { site, _ in
      let document = try site.document("formats", "m", "v1.0.0")
      let list = try #require(document[["metrics", "eval/list.json"]])
      #expect(list.texts.contains("0.69"))
      let isOnPage = try await site.shows("0.69", "formats", "m", "v1.0.0")
      #expect(isOnPage)
    }
  }

  @Test func trap20StringsAsNumbers() async throws {
    try await Self.withNumbers { _, numbers in
      #expect(numbers["number"]?.string == "0.50")
      #expect(numbers["digits"] == .number("0.10"))
      #expect(numbers["big"] == .number("123456789012345678901234567890"))
    }
  }

  @Test func trap21DottedKeys() async throws {
    try await Self.withNumbers { _, numbers in
      #expect(numbers["dot.key"] == .number("1"))
      #expect(numbers[["nested", "dot.key", "x.y"]] == .number("2"))
      #expect(numbers[""] == .number("5"))
      #expect(numbers["__proto__"] == .number("1"))
    }
  }

  @Test func trap22MovedFile() async throws {
    let fixture = try #require(DVCFixture.pipelines.first { $0.name == "moved" })
    try await RecordSite.with(fixture) { site, _ in
      let second = try site.document("moved", "m", "v2.0.0")
      #expect(second["metrics"]?.members.map(\.key) == ["evaluation/metrics.json"])
      // The rows are joined by key, so that there is a difference to show.
      for version in ["v2.0.0", "v3.0.0"] {
        let hasDifference = try await site.shows("better than", "moved", "m", version)
        #expect(hasDifference, "\(version)")
      }
    }
  }

  @Test func trap28ForeachAndMatrix() async throws {
    let fixture = try #require(DVCFixture.pipelines.first { $0.name == "templates" })
    try await RecordSite.with(fixture) { site, _ in
      let metrics = try #require(try site.document("templates", "m", "v1.0.0")["metrics"])
      let names = Set(metrics.members.map(\.key))
      let expected: Set<String> = [
        "m-x.json", "m-y.json", "us.yaml", "eu.yaml", "r0.json", "r1.json", "g-r1-x.json",
        "g-r1-y.json", "g-r2-x.json", "g-r2-y.json",
      ]
      #expect(names.isSuperset(of: expected), "\(expected.subtracting(names))")
    }
  }

  @Test func trap33PathsBeyondASCII() async throws {
    try await RecordSite.with(.formats) { site, _ in
      let document = try site.document("formats", "m", "v1.0.0")
      #expect(document[["metrics", "eval/精度.json", "точность"]] == .number("0.91"))
      #expect(document[["metrics", "eval/精度.json", "🦊"]]?.string == "🦊")
      let isOnPage = try await site.shows("точность", "formats", "m", "v1.0.0")
      #expect(isOnPage)
    }
  }

  /// Gives `body` the version with eval/numbers.json, and what the document says of that file.
  private static func withNumbers(
    _ body: @escaping (_ document: JSONValue, _ numbers: JSONValue) throws -> Void
  ) async throws {
    try await RecordSite.with(.formats) { site, _ in
      let document = try site.document("formats", "m", "v1.0.0")
      try body(document, try #require(document[["metrics", "eval/numbers.json"]]))
    }
  }
}
