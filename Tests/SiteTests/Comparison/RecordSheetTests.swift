import Formats
import Records
import Testing

@testable import Registry
@testable import Site

struct RecordSheetTests {
  @Test("A metric that moved to another file is the same one")
  func moved() throws {
    let book = try Self.book([[("new.json", ["auc"], true)], [("old.json", ["auc"], true)]])
    #expect(Self.matches(in: book) == ["new.json auc = old.json auc"])
  }

  @Test("Equal keys in several files stay apart (P010)")
  func several() throws {
    let book = try Self.book([
      [("a.json", ["auc"], true), ("b.json", ["auc"], true)],
      [("a.json", ["auc"], true), ("c.json", ["auc"], true)],
    ])
    #expect(Self.matches(in: book) == ["a.json auc = a.json auc", "b.json auc"])
  }

  @Test("Another pipeline's file of the same keys doesn't hinder a move")
  func others() throws {
    let book = try Self.book([
      [("new.json", ["auc"], true), ("other.json", ["auc"], false)],
      [("old.json", ["auc"], true), ("other.json", ["auc"], false)],
    ])
    #expect(
      Self.matches(in: book)
        == ["new.json auc = old.json auc", "other.json auc = other.json auc"])
  }

  @Test("Two files that are one value each are two metrics, unless one moved")
  func wholeFiles() throws {
    let apart = try Self.book([[("acc.json", [], true)], [("loss.json", [], true)]])
    #expect(Self.matches(in: apart) == ["acc.json acc.json"])
    let moved = try Self.book([[("out/acc.json", [], true)], [("acc.json", [], true)]])
    #expect(Self.matches(in: moved) == ["out/acc.json acc.json = acc.json acc.json"])
  }

  @Test("A key with a dot is not the way through two maps")
  func dottedKeys() throws {
    let book = try Self.book([[("m.json", ["a.b"], true)], [("m.json", ["a", "b"], true)]])
    #expect(Self.matches(in: book) == ["m.json \"a.b\""])
  }

  @Test("Only what keys lead to is taken where the rest isn't needed")
  func narrow() throws {
    let value = DataValue.map([
      DataMember("a", .list([.map([DataMember("f1", .string("0.69"))])])), DataMember("b", .null),
    ])
    var version = try Self.version(1)
    version.records = VersionRecords(metrics: [RecordFile(path: "m", value: value, isOwn: true)])
    let paths = [["a", "0", "f1"], ["a", "1", "f1"], ["a"], ["b"], ["a", "x"], []]
    let found = paths.map { RecordBook([version], of: .metrics, only: $0).sheets[0].entries.count }
    #expect(found == [1, 0, 0, 0, 0, 0])
  }

  @Test("A comparison keeps what only the earlier version has, with its file")
  func gone() throws {
    let book = try Self.book([
      [("a.json", ["auc"], true)],
      [("a.json", ["auc"], true), ("a.json", ["old"], true), ("z.json", ["x"], false)],
    ])
    let comparison = RecordComparison(0, with: [1], earlier: 1, in: book)
    let files = comparison.groups.map { book.identities.files[$0.file] }
    #expect(files == ["a.json", "z.json"])
    #expect(comparison.groups.map(\.isPresent) == [true, false])
    #expect(comparison.groups[0].rows.map { $0.value == nil } == [false, true])
    let fresh = RecordComparison(0, with: [1], earlier: nil, in: book)
    #expect(fresh.groups.flatMap(\.rows).count == 1)
  }

  @Test("What is missing says whether its file could not be had")
  func reasons() throws {
    var version = try Self.version(1)
    let lost = UnavailableRecord(
      path: "lost.json", kind: .metrics, reason: "", hash: nil, size: nil, help: "", isOwn: true)
    version.records = VersionRecords(metrics: [], unavailable: [lost])
    let sheet = RecordBook([version], of: .metrics).sheets[0]
    #expect(sheet.reasonForMissing(file: "lost.json", isOwn: false) == .unavailable)
    #expect(sheet.reasonForMissing(file: "elsewhere.json", isOwn: true) == .unavailable)
    #expect(sheet.reasonForMissing(file: "elsewhere.json", isOwn: false) == .notLogged)
    #expect(RecordBook([version], of: .params).sheets[0].unavailable.isEmpty)
  }

  static func version(_ number: Int) throws -> Version {
    let commit = try SampleRegistry.commit(number)
    let event = try SampleRegistry.registration("m", "v\(number).0.0", at: commit, day: number)
    return try SampleRegistry.version(event, at: commit)
  }

  /// Versions whose files hold the number 1 at the end of each way of keys.
  static func book(_ versions: [[(file: String, keys: [String], isOwn: Bool)]]) throws -> RecordBook
  {
    RecordBook(
      try versions.enumerated().map { index, entries in
        var version = try version(index + 1)
        var files: [RecordFile] = []
        for path in entries.map(\.file) where !files.contains(where: { $0.path == path }) {
          let own = entries.filter { $0.file == path }
          let members = own.flatMap { nested($0.keys).members ?? [] }
          let value = own.contains { $0.keys.isEmpty } ? nested([]) : .map(members)
          files.append(RecordFile(path: path, value: value, isOwn: own[0].isOwn))
        }
        version.records = VersionRecords(metrics: files)
        return version
      }, of: .metrics)
  }

  private static func nested(_ keys: [String]) -> DataValue {
    keys.reversed().reduce(SampleRecords.number("1")) { .map([DataMember($1, $0)]) }
  }

  /// What of the first version is what of the second.
  private static func matches(in book: RecordBook) -> [String] {
    let (sheet, other) = (book.sheets[0], book.sheets[1])
    let name = { book.path(of: $0) + " " + book.identities.labels[$0.number] }
    return sheet.entries.map { entry in
      let place = sheet.place(of: entry, in: other, by: book.identities)
      return name(entry) + (place.map { " = " + name(other.entries[$0]) } ?? "")
    }
  }
}
