import Testing

@testable import Publishing

@Suite struct UploadOrderTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// As they have to come.
  private static let paths = [
    "assets/plots/a.js", "assets/site.css", "badges/churn.svg", "events.csv",
    "models/churn/trend.svg", "api/v1/models/churn/versions/v1.0.0.json",
    "api/v1/models/churn.json", "models/churn/v1.0.0/index.html", "models/churn/index.html",
    "models/index.html", "404.html", "api/v1/index.json", "index.html", "sitemap.xml",
    "api/v1/manifest.json", "upload-order.txt", ".vitrine-site.json",
  ]

  @Test func whatAPageShowsComesBeforeIt() throws {
    let own = ["upload-order.txt", ".vitrine-site.json"]
    let files = Self.paths.filter { !own.contains($0) }.map { ($0, "text") }
    try scratch.publish(Dictionary(uniqueKeysWithValues: files))
    let text = try #require(scratch.text("site/upload-order.txt"))
    #expect(text == Self.paths.map { "\($0)\n" }.joined())
  }

  @Test func isTheOrderOfPublishingInPlace() throws {
    let paths = Self.paths.map { RelativePath(trusted: $0.utf8) }
    #expect(UploadOrder.sorted(paths.shuffled(), by: \.self) == paths)
  }

  @Test func isNotCountedAmongTheFiles() throws {
    #expect(try scratch.publish(["index.html": "a"]).written == 1)
    let order = scratch.status("site/upload-order.txt")?.identity
    let report = try scratch.publish(["index.html": "b"])
    #expect(report.written == 1 && report.unchanged == 0)
    #expect(scratch.status("site/upload-order.txt")?.identity == order)
    #expect(try scratch.publish(["index.html": "b", "a.html": "c"]).written == 1)
    #expect(scratch.text("site/upload-order.txt")?.hasPrefix("a.html\nindex.html\n") == true)
  }

  @Test func somebodyElsesListIsNotReplaced() throws {
    try scratch.put("site/upload-order.txt", "mine")
    #expect(throws: PublishError.self) { try scratch.publish(["index.html": "a"]) }
    #expect(scratch.text("site/upload-order.txt") == "mine")
  }
}
