import Testing

@testable import Records

struct PathIndexTests {
  private let index = PathIndex(["data", "data/a", "data-b", "data/a/x", "models/m", "data"])

  @Test(arguments: [("data", [0, 5]), ("data/a", [1]), ("models", []), ("", [])])
  func findsEqualPaths(_ path: String, _ positions: [Int]) {
    #expect(index.exact(path) == positions)
  }

  @Test(arguments: [
    ("data/a/x/y", ["data/a/x", "data/a", "data"]), ("data/a/x", ["data/a", "data"]),
    ("data/b", ["data"]), ("data", []), ("data-b/c", ["data-b"]), ("zzz", []), ("", []),
  ])
  func findsTheFoldersAboveTheNearestFirst(_ path: String, _ folders: [String]) {
    #expect(index.above(path).map(\.path) == folders)
  }

  @Test(arguments: [
    ("data", [1, 3]), ("data/a", [3]), ("models", [4]), ("", [0, 5, 1, 3, 2, 4]), ("data/b", []),
  ])
  func findsWhatLiesBelow(_ folder: String, _ positions: [Int]) {
    #expect(index.below(folder, limit: 100) == positions)
  }

  @Test func limitsWhatItFindsBelow() {
    #expect(index.below("data", limit: 1) == [1])
    #expect(PathIndex([]).below("", limit: 1).isEmpty)
  }

  @Test func takesTheRootForAFolder() {
    #expect(PathIndex(["", "a"]).above("a/b").map(\.path) == ["a", ""])
  }
}
