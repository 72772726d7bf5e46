import GitStore
import Testing

struct TreeObjectTests {
  private func tree(_ bytes: [UInt8], idLength: Int = 20) -> TreeObject {
    TreeObject(bytes.span, idLength: idLength)
  }

  private func entry(_ mode: String, _ name: String, _ fill: UInt8, length: Int = 20) -> [UInt8] {
    Array("\(mode) \(name)".utf8) + [0] + [UInt8](repeating: fill, count: length)
  }

  @Test(arguments: [
    ("40000", TreeEntry.Mode.folder, false), ("100644", .file, true), ("100664", .file, true),
    ("100755", .executable, true), ("120000", .symbolicLink, false), ("160000", .submodule, false),
    ("100600", .other, false), ("", .other, false),
  ])
  func tellsModes(_ mode: String, _ expected: TreeEntry.Mode, _ isFile: Bool) {
    let found = tree(entry(mode, "x", 1)).entry(named: "x")
    #expect(found?.mode == expected)
    #expect(found?.mode.isFile == isFile)
  }

  @Test(arguments: [20, 32])
  func findsEntries(_ length: Int) {
    // Ids may hold the bytes that separate fields.
    let bytes =
      entry("100644", "a", 0, length: length) + entry("100644", "a b", 32, length: length)
      + entry("40000", "模型", 10, length: length)
    let tree = tree(bytes, idLength: length)
    #expect(tree.entries.map(\.name) == ["a", "a b", "模型"])
    #expect(tree.entry(named: "a b")?.id.hex == String(repeating: "20", count: length))
    #expect(tree.entry(named: "模型")?.mode == .folder)
    #expect(tree.entry(named: "b") == nil)
    #expect(tree.entry(named: "") == nil)
  }

  @Test func anEmptyTreeHasNothing() {
    #expect(tree([]).entries.isEmpty)
  }

  @Test func stopsAtDamage() {
    let good = entry("100644", "a", 1)
    let ends: [[UInt8]] = [
      Array("100644".utf8), Array("100644 b".utf8), entry("100644", "b", 2).dropLast(),
    ]
    for end in ends {
      #expect(tree(good + end).entries.map(\.name) == ["a"])
    }
  }

  @Test func namesOfOtherEncodingsAreDecodedLeniently() {
    let bytes = Array("100644 caf".utf8) + [0xE9, 0] + [UInt8](repeating: 1, count: 20)
    #expect(tree(bytes).entries.map(\.name) == ["caf\u{FFFD}"])
  }
}
