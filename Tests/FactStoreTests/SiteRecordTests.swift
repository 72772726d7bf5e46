import Formats
import Registry
import TestSupport
import Testing

@testable import FactStore

struct SiteRecordTests {
  private func record(_ output: String) -> SiteRecord {
    let mark = FileMark(path: "a/b.html", size: 5, seconds: 7, nanoseconds: 9, number: 11)
    return SiteRecord(
      output: output, program: Checksum("program"), settings: Checksum("settings"),
      repositories: [SiteRecord.RepositoryMark(id: "r", facts: Checksum("facts"))],
      findings: [
        Diagnostic(
          "F008", .note, at: DiagnosticPlace(repository: ""), problem: "p", consequence: "c",
          help: "h")
      ], facts: ["1", "2"],
      units: [
        SiteRecord.Unit(
          name: "r/m", key: Checksum("key"),
          files: [KeptFile(mark: mark, sha256: nil), KeptFile(mark: mark, sha256: "ab")])
      ], others: [mark])
  }

  @Test func isReadAsItWasWritten() {
    #expect(SiteRecord(record("/site").bytes) == record("/site"))
    #expect(record("/site").fileCount == 3)
  }

  @Test("Damaged records are none")
  func damage() {
    let bytes = record("/site").bytes
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 0x10
      #expect(SiteRecord(changed) == nil)
      #expect(SiteRecord(Array(bytes.prefix(index))) == nil)
    }
    #expect(SiteRecord(bytes + [0]) == nil)
  }

  @Test("A site is intact as long as no file was written, replaced, or closed to others")
  func intactness() async throws {
    try await withTemporaryFolder { folder in
      for change in ["printf x >>f", "touch f", "cp f g && mv g f", "rm f", "chmod 600 f", "true"] {
        try await require(["sh", "-c", "printf text >f; chmod 644 f"], in: folder)
        var record = record(folder)
        record.units = []
        record.others = [try #require(FileMark("f", in: folder))]
        #expect(record.isIntact)
        try await require(["sh", "-c", change], in: folder)
        #expect(record.isIntact == (change == "true"), "\(change)")
        try await require(["rm", "-f", "f"], in: folder)
      }
    }
  }

  @Test("A cache keeps what published sites were made from, and drops the rest")
  func dropping() async throws {
    try await withTemporaryFolder { folder in
      let cache = try CacheFolder("\(folder)/a/cache")
      let records = SiteRecords(cache)
      for name in ["1", "2", "3"] { try writeFile("\(cache.path)/facts/\(name)", "") }
      try writeFile("\(folder)/site/index.html", "")
      try writeFile("\(folder)/gone/index.html", "")
      try records.keep(record("\(folder)/gone"))
      try records.keep(record("\(folder)/site"))
      #expect(try filesBelow("\(cache.path)/facts") == ["1", "2"])
      try await require(["rm", "-r", "\(folder)/gone"])
      try records.keep(record("\(folder)/site"))
      #expect(records.record(of: "\(folder)/gone") == nil)
      #expect(records.record(of: "\(folder)/site") == record("\(folder)/site"))
      #expect(try filesBelow("\(cache.path)/sites").count == 1)
      let other = try CacheFolder("\(folder)/a/cache")
      try writeFile("\(cache.path)/facts/3", "")
      try records.keep(record("\(folder)/site"))
      #expect(try filesBelow("\(other.path)/facts").count == 3, "another build is under way")
    }
  }

  @Test func standardPlace() {
    func place(_ variables: [String: String]) -> String? { CacheFolder.standard { variables[$0] } }
    #expect(place([:]) == nil)
    #expect(place(["HOME": "/home/a"]) == "/home/a/.cache/vitrine")
    #expect(place(["HOME": "/home/a", "XDG_CACHE_HOME": "/c"]) == "/c/vitrine")
    #expect(place(["HOME": "/home/a", "XDG_CACHE_HOME": "c"]) == "/home/a/.cache/vitrine")
  }
}
