import GitStore
import Testing

struct NearestNameTests {
  @Test(arguments: [
    ("repositores", "repositories"), ("stage", "stages"), ("tilte", "title"),
    ("rep", "repositories"),
    ("titles", "title"),
  ])
  func findsWhatWasMeant(_ typed: String, _ meant: String) {
    #expect(NearestName.among(["repositories", "stages", "title", "x"], to: typed) == meant)
  }

  @Test(arguments: ["", "something", "re", "title", "yy", "tittlers"])
  func staysSilent(_ typed: String) {
    #expect(NearestName.among(["repositories", "stages", "title", "x"], to: typed) == nil)
  }

  @Test func theFirstOfEqualsWins() {
    #expect(NearestName.among(["bata", "bato"], to: "bat") == "bata")
  }
}
