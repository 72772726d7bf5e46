import Glibc
import Testing

@testable import Cards

@Suite("A spool", .serialized)
struct SpoolTests {
  private static func descriptors(of folder: String) -> [String] {
    (0..<256).compactMap { number in
      var text = [CChar](repeating: 0, count: 4096)
      let count = unsafe readlink("/proc/self/fd/\(number)", &text, text.count)
      let bytes = text.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }
      let target = String(decoding: bytes, as: UTF8.self)
      return target.hasPrefix(folder + "/vitrine-") ? target : nil
    }
  }

  @Test("gives back what was put in")
  func givesBack() throws {
    let spool = try Spool()
    let parts: [[UInt8]] = [[1, 2, 3], [], Array(repeating: 7, count: 3_000_000), [9]]
    let places = try parts.map { try spool.append($0) }
    for (part, place) in zip(parts, places).reversed() {
      #expect(try spool.bytes(at: place) == part)
    }
    #expect(Set(places.filter { $0.count > 0 }.map(\.offset)).count == 3)
  }

  @Test("takes bytes from many tasks at once")
  func manyTasks() async throws {
    let spool = try Spool()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for task in 0..<8 {
        group.addTask {
          for step in 0..<200 {
            let bytes = [UInt8](repeating: UInt8(task * 30 + step % 30), count: 1 + step * 7)
            let place = try spool.append(bytes)
            #expect(try spool.bytes(at: place) == bytes)
          }
        }
      }
      try await group.waitForAll()
    }
  }

  @Test("makes its file with the first bytes, without a name, and closes it in the end")
  func file() throws {
    // A folder of its own keeps the files of tests that run beside this one out.
    var template = Array("/tmp/vitrine-spool-XXXXXX".utf8CString)
    let made = unsafe mkdtemp(&template)
    let folder = try #require(unsafe made.map { unsafe String(cString: $0) })
    do {
      let spool = Spool(folder: folder)
      #expect(Self.descriptors(of: folder).isEmpty)
      _ = try spool.append([1])
      let targets = Self.descriptors(of: folder)
      #expect(targets.count == 1 && targets.allSatisfy { $0.hasSuffix(" (deleted)") })
    }
    #expect(Self.descriptors(of: folder).isEmpty)
    // The folder is empty: nothing is left behind.
    #expect(unsafe rmdir(folder) == 0)
  }

  @Test("tells where its folder is missing")
  func missingFolder() throws {
    let spool = Spool(folder: "/nonexistent/folder")
    let error = #expect(throws: SpoolError.self) { try spool.append([1]) }
    #expect(error?.problem.contains("/nonexistent/folder") == true)
    #expect(error?.problem.contains("No such file or directory") == true)
    #expect(error?.problem.contains("TMPDIR") == true)
  }

  @Test("tells where the disk is full")
  func fullDisk() throws {
    // Beyond the largest file there can be: the nearest thing to a full disk that any machine has.
    let file = try SpoolFile(in: "/tmp")
    #expect(throws: SpoolError.self) { try file.write([1], at: .max - 1) }
    #expect(throws: SpoolError.self) { try file.read(1, at: 0) }
  }

  @Test("gives no bytes of a place that it never gave")
  func foreignPlace() throws {
    let place = try Spool().append([1, 2, 3])
    #expect(throws: SpoolError.self) { try Spool().bytes(at: place) }
  }
}
