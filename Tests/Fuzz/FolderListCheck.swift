import Formats
import Records

/// What has to hold for the list of a tracked folder's files.
enum FolderListCheck {
  static func run(_ bytes: [UInt8]) {
    for isLegacy in [false, true] {
      do throws(FormatError) {
        let list = try FolderList(bytes, isLegacy: isLegacy)
        check(list, in: bytes, isLegacy: isLegacy)
      } catch {
        RecordCheck.check(error, in: bytes)
      }
    }
    let short = try? FolderList(bytes, limit: 2)
    expect((short?.files.count ?? 0) <= 2, "more files than allowed")
  }

  private static func check(_ list: FolderList, in bytes: [UInt8], isLegacy: Bool) {
    for problem in list.problems { RecordCheck.check(problem, in: bytes) }
    expect(list.problems.count <= 41, "more problems than anybody reads")
    for file in list.files {
      expect(!file.path.isEmpty, "a file without a path")
      expect(RepositoryPath(file.path, in: "") == .inside(file.path), "leads out: \(file.path)")
      let isFolderKept = RepositoryPath(file.path, in: "data").inside
      expect(isFolderKept == "data/\(file.path)", "leads out of its folder: \(file.path)")
      expect((file.size ?? 0) >= 0, "a size below zero")
      let layout = isLegacy ? ObjectLayout.legacy : .current
      let object = file.hash.flatMap { layout.path(md5: $0.value, isFolder: false) }
      expect(object?.contains("..") == false, "no object: \(file.path)")
    }
    checkWriting(list, isLegacy: isLegacy)
  }

  /// A list of the same files reads as that list.
  private static func checkWriting(_ list: FolderList, isLegacy: Bool) {
    var json = JSONWriter(style: .line)
    json.array(list.files) { json, file in
      json.object { json in
        json.member("md5", file.hash?.value ?? "")
        if let size = file.size { json.member("size", size) }
        json.member("relpath", file.path)
      }
    }
    let again = try? FolderList(json.finished(), isLegacy: isLegacy)
    expect(again?.files == list.files && again?.problems == [], "written and read as another list")
  }
}
