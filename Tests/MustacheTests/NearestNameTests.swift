import Testing

@testable import Mustache

struct NearestNameTests {
  @Test(arguments: [
    ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("titel", "title", 2), ("row", "rows", 1),
    ("stage", "state", 1), ("kitten", "sitting", 3),
  ])
  func countsEdits(left: String, right: String, distance: Int) {
    #expect(NearestName.distance(left, right) == distance)
  }

  @Test(arguments: [
    ("titel", "; did you mean “title”?"), ("x", ""), ("unlike", ""),
    ("rowz", "; did you mean “rows”?"),
    ("stale", "; did you mean “stage”?"),
  ])
  func namesTheNearest(word: String, hint: String) {
    #expect(NearestName.hint(for: word, among: ["title", "rows", "state", "stage", "y"]) == hint)
  }
}
