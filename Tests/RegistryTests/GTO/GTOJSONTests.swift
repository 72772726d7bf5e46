import Formats
import Registry
import TestSupport
import Testing

/// GTO prints through Python's `json`, so Python itself says what is right.
struct GTOJSONTests {
  @Test func stylesTextLikePython() async throws {
    let texts = [
      "", "plain", "é ü ß", "模型", "🚀👩‍🔬", "\u{10FFFF}", "\u{FFFF}\u{FEFF}", "\u{7F}\u{80}\u{9F}",
      "\"\\/", "</script>&'", "\u{2028}\u{2029}",
      String(decoding: 0..<0x20, as: UTF8.self), "e\u{301}",
    ]
    let python = try await require(
      [
        "python3", "-c",
        "import json,sys; print(json.dumps(json.loads(sys.stdin.buffer.read()), indent=4))",
      ], input: document(texts))
    #expect(GTOJSON.stages(texts) == python.output)
  }

  @Test func missingListIsNull() {
    #expect(String(decoding: GTOJSON.stages(nil), as: UTF8.self) == "null\n")
    #expect(String(decoding: GTOJSON.stages([]), as: UTF8.self) == "[]\n")
  }

  private func document(_ texts: [String]) -> [UInt8] {
    var json = JSONWriter(style: .line)
    json.array(texts) { $0.string($1) }
    return json.finished()
  }
}
