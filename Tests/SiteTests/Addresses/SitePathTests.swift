import Testing

@testable import Site

@Suite("Paths of the site")
struct SitePathTests {
  @Test(
    "lead from one file to another",
    arguments: [
      ("index.html", "index.html", "index.html"),
      ("index.html", "stages/prod/index.html", "stages/prod/index.html"),
      ("stages/prod/index.html", "index.html", "../../index.html"),
      ("models/r/m/index.html", "models/r/m/v1.0.0/index.html", "v1.0.0/index.html"),
      ("models/r/m/v1.0.0/index.html", "models/r/m/index.html", "../index.html"),
      ("models/r/ab/index.html", "models/r/a/index.html", "../a/index.html"),
      ("api/v1/models/r/m/model.json", "api/v1/schema/x.json", "../../../schema/x.json"),
    ])
  func relative(from: String, to: String, href: String) {
    #expect(SitePath(text: to).href(from: SitePath(text: from)) == href)
  }

  @Test(
    "are encoded but for what no one gives a meaning to",
    arguments: [
      ("v1.0.0+cpu", "v1.0.0%2Bcpu"), ("a#b", "a%23b"), ("100%", "100%25"), ("a b", "a%20b"),
      ("nlp=en~de@x_y-z", "nlp=en~de@x_y-z"), ("c:d", "c%3Ad"), ("<&\"'>", "%3C%26%22%27%3E"),
      ("?", "%3F"), ("\u{E9}", "%C3%A9"),
    ])
  func encoding(part: String, encoded: String) {
    let path = SitePath("models", part, "index.html")
    #expect(path.text == "models/\(part)/index.html")
    #expect(path.href(from: SitePath("index.html")) == "models/\(encoded)/index.html")
    #expect(path.encoded == "models/\(encoded)/index.html")
  }
}
