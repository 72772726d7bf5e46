import FoundationEssentials
import Glibc
import TestSupport
import Testing

@testable import Demo
@testable import GitStore

@Suite(.timeLimit(.minutes(30)))
struct DemoFolderTests {
  @Test func replacesAnEarlierDemoAndNothingElse() async throws {
    try await withTemporaryFolder { folder in
      _ = try await Demo.write(to: folder)
      let (site, kept) = ("\(folder)/site", "\(folder)/kept")
      for path in [site, "\(kept)/file", "\(folder)/churn/README.md"] {
        try writeFile(path, "mine")
      }
      try FileManager.default.removeItem(atPath: "\(folder)/pricing")
      unsafe symlink(kept, "\(folder)/pricing")

      let repositories = try await Demo.write(to: folder)
      for (path, golden) in zip(repositories, GoldenReferences.all) {
        #expect(try await references(of: path) == golden.references)
      }
      let status = try await GitCommand(directory: repositories[0]).run(["status", "--porcelain"])
      #expect(status.output.isEmpty)
      #expect(FileStatus.contents(of: site) == Array("mine".utf8))
      #expect(FileStatus.names(in: kept) == ["file"])
    }
  }

  @Test func leavesSomebodysFolderAlone() async throws {
    try await withTemporaryFolder { folder in
      let names = ["a", "b", "c", "churn", "d", "e", "f"]
      for name in names { try writeFile("\(folder)/\(name)", "") }
      let refusal = DemoError.folderNotEmpty(
        path: folder, first: ["a", "b", "c", "churn", "d"], count: 7)
      await #expect(throws: refusal) { _ = try await Demo.write(to: folder) }
      #expect(FileStatus.names(in: folder) == names)
      #expect("\(refusal)".contains("there is a, b, c, churn, d and 2 more; name a folder"))
    }
  }

  @Test func refusesWhatIsNoFolder() async throws {
    try await withTemporaryFolder { folder in
      let file = "\(folder)/file"
      try writeFile(file, "")
      await #expect(throws: DemoError.notAFolder(path: file)) { _ = try await Demo.write(to: file) }
      await #expect(throws: DemoError.notAFolder(path: "")) { _ = try await Demo.write(to: "") }
      await #expect(
        throws: DemoError.system(action: "create the folder", path: "\(file)/below", code: ENOTDIR)
      ) { _ = try await Demo.write(to: "\(file)/below") }
    }
  }
}
