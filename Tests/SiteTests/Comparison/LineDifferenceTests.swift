import Testing

@testable import Site

struct LineDifferenceTests {
  @Test(
    "What was taken out stands before what was put in",
    arguments: [
      ("a b c", "a b c", "=3"), ("a b c", "a x c", "=1 -b +x =1"), ("", "a b", "+a +b"),
      ("a b", "", "-a -b"), ("a b c d", "b d e", "-a =1 -c =1 +e"),
      ("a a b", "a b b", "=1 -a +b =1"), ("", "", ""),
    ])
  func lines(before: String, after: String, expected: String) {
    let lines = { (text: String) in text.split(separator: " ").map(String.init) }
    let difference = LineDifference(from: lines(before), to: lines(after))
    let words = difference.changes.map { change in
      switch change {
      case .same(let count): "=\(count)"
      case .removed(let text): "-\(text)"
      case .added(let text): "+\(text)"
      }
    }
    #expect(words.joined(separator: " ") == expected)
  }

  @Test("Both texts can be put together again, however long they are", arguments: [50, 1_500])
  func sums(count: Int) {
    let before = (0..<count).map { "line \($0 * 7919 % 97)" }
    let after = (0..<count).map { "line \($0 * 104_729 % 89)" }
    let difference = LineDifference(from: before, to: after)
    var (one, other): ([String], [String]) = ([], [])
    for change in difference.changes {
      switch change {
      case .same(let count):
        #expect(
          before[one.count..<one.count + count] == after[other.count..<other.count + count][...])
        one += before[one.count..<one.count + count]
        other += after[other.count..<other.count + count]
      case .removed(let text): one.append(text)
      case .added(let text): other.append(text)
      }
    }
    #expect(one == before && other == after)
  }
}
