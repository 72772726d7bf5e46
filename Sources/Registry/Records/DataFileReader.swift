import Formats
import GitStore
import Records

/// What reading one file of values gave.
enum DataFile: Sendable {
  case read(DataDocument)
  case unreadable(FormatError)
  /// What Git LFS left in the file's place, which some formats would take for a value.
  case pointer(LFSPointer)

  init(_ bytes: [UInt8], format: RecordFormat) {
    if let pointer = LFSPointer(bytes) {
      self = .pointer(pointer)
      return
    }
    do throws(FormatError) { self = .read(try format.read(bytes)) } catch {
      self = .unreadable(error)
    }
  }

  /// The values; nothing for an empty or unreadable file.
  var value: DataValue? {
    guard case .read(let document) = self else { return nil }
    return document.value
  }
}

/// Reads files of values, each distinct blob once for each format that a path gives it.
struct DataFileReader {
  private var readers: [RecordFormat: BlobReader<DataFile>] = [:]
  private let sizeLimit: Int

  init(sizeLimit: Int) { self.sizeLimit = sizeLimit }

  /// What a file turned out to be.
  enum Outcome {
    case file(DataFile)
    case problem(BlobProblem)
  }

  /// Reads those that were not read before.
  mutating func read(
    _ files: [ProjectPlan.PlannedFile], _ objects: inout ObjectReader
  ) async throws(GitError) {
    var byFormat: [RecordFormat: [ObjectID]] = [:]
    for file in files { byFormat[.of(path: file.path), default: []].append(file.id) }
    for (format, ids) in byFormat {
      var reader =
        readers[format] ?? BlobReader(sizeLimit: sizeLimit) { DataFile($0, format: format) }
      try await reader.read(ids, &objects)
      readers[format] = reader
    }
  }

  /// What was read of a file; nothing where it was not asked for.
  func outcome(of file: ProjectPlan.PlannedFile) -> Outcome? {
    guard let reader = readers[.of(path: file.path)] else { return nil }
    return reader.parsed[file.id].map(Outcome.file) ?? reader.unread[file.id].map(Outcome.problem)
  }
}
