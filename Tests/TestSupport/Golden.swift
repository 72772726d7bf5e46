import FoundationEssentials
package import Testing

/// Compares text with a recorded file beside the test.
///
/// With `VITRINE_RECORD` set, or where there is no such file yet, the text is recorded and the test
/// fails, so that nobody records without looking.
package func expectGolden(
  _ text: String, _ name: String, file: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(filePath: file).deletingLastPathComponent().appending(path: "Golden")
  let safeName = String(name.map { ".-@# ".contains($0) || $0.isLetter || $0.isNumber ? $0 : "_" })
  let golden = folder.appending(path: "\(safeName).txt")
  let recorded = try? String(decoding: Data(contentsOf: golden), as: UTF8.self)
  if ProcessInfo.processInfo.environment["VITRINE_RECORD"] != nil || recorded == nil {
    try writeFile(golden.path, text)
    Issue.record("recorded \(golden.path)", sourceLocation: sourceLocation)
  } else {
    #expect(text == recorded, sourceLocation: sourceLocation)
  }
}
