import FoundationEssentials

/// Gives `body` an empty folder that is gone afterwards.
package func withTemporaryFolder<Result>(
  _ body: (String) async throws -> Result
) async throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "vitrine-test-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder.path)
}

/// Writes a file and the folders above it.
package func writeFile(_ path: String, _ text: String) throws {
  let url = URL(filePath: path)
  try FileManager.default.createDirectory(
    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(text.utf8).write(to: url)
}

/// The bytes of a file.
package func readFile(_ path: String) throws -> [UInt8] {
  [UInt8](try Data(contentsOf: URL(filePath: path)))
}

/// Whether there is anything at a path.
package func fileExists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

/// The paths of all files below a folder, relative to it, sorted by their bytes.
package func filesBelow(_ folder: String) throws -> [String] {
  try FileManager.default.subpathsOfDirectory(atPath: folder)
    .filter { path in
      let type = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(path)")[.type]
      return type as? FileAttributeType == .typeRegular
    }
    .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}
