import Cards
import Formats
import GitStore
import Records
import Storage

/// Reads the rows of plots into the site's spool: each distinct file is parsed once for all that is
/// wanted of it, and dropped again.
struct PlotRowsReader {
  private(set) var outcomes: [PlotRequest: PlotOutcome] = [:]
  private let sizeLimit: Int
  private let spool: Spool

  /// Columns of files that others take their x from; kept only while they are needed.
  private var columns: [ColumnKey: Result<[String?], PlotSelectionError>] = [:]

  private struct ColumnKey: Hashable {
    let file: PlotFile
    let field: String
  }

  /// The bytes that are fetched together from outside Git.
  private static let portion = 64 << 20

  init(sizeLimit: Int, spool: Spool) {
    self.sizeLimit = sizeLimit
    self.spool = spool
  }

  /// Reads what was not read before.
  mutating func read(
    _ requests: [PlotRequest], _ stored: inout StoredFiles, _ objects: inout ObjectReader
  ) async throws(GitError) {
    let new = requests.distinct().filter { outcomes[$0] == nil }
    var fields: [PlotFile: [String]] = [:]
    for request in new {
      if let other = request.other, case .other(let column) = request.selection.x {
        fields[other, default: []].append(column.field)
      }
    }
    let others = new.compactMap(\.other).distinct()
    var columns: [ColumnKey: Result<[String?], PlotSelectionError>] = [:]
    try await forEach(others, &stored, &objects) { file, content in
      for field in (fields[file] ?? []).distinct() {
        columns[ColumnKey(file: file, field: field)] = Self.column(field, of: content)
      }
    }
    self.columns = columns
    let byFile = Dictionary(grouping: new, by: \.file)
    let reader = self
    var found: [PlotRequest: PlotOutcome] = [:]
    try await forEach(new.map(\.file).distinct(), &stored, &objects) { file, content in
      for request in byFile[file] ?? [] { found[request] = reader.outcome(of: request, content) }
    }
    outcomes.merge(found) { first, _ in first }
    self.columns = [:]
  }

  /// What reading a file came to.
  private typealias Content = Result<(table: PlotTable, problems: [FormatError]), PlotFailure>

  /// Gives the contents of files, each once.
  private func forEach(
    _ files: [PlotFile], _ stored: inout StoredFiles, _ objects: inout ObjectReader,
    _ visit: (PlotFile, Content) -> Void
  ) async throws(GitError) {
    try await forEachBlob(files, &objects, visit)
    var outside: [(file: PlotFile, stored: StoredFile)] = []
    for file in files {
      if case .stored(let place) = file.place { outside.append((file, place)) }
    }
    var rest = outside[...]
    while !rest.isEmpty {
      var size = 0
      let portion = rest.prefix { item in
        defer { size += item.stored.output.isFolder ? 1 << 20 : item.stored.output.size ?? 1 << 20 }
        return size < Self.portion
      }
      rest = rest.dropFirst(portion.count)
      let results = await stored.bytes(of: portion.map(\.stored))
      for (file, place) in portion {
        visit(file, content(of: file, place, results[place], stored))
      }
    }
  }

  private func forEachBlob(
    _ files: [PlotFile], _ objects: inout ObjectReader, _ visit: (PlotFile, Content) -> Void
  ) async throws(GitError) {
    var blobs: [(file: PlotFile, id: ObjectID)] = []
    for file in files {
      if case .git(let id) = file.place { blobs.append((file, id)) }
    }
    var readable: [(file: PlotFile, id: ObjectID)] = []
    let limit = sizeLimit
    try await objects.kinds(of: blobs.map(\.id)) { index, answer in
      switch answer {
      case .found(_, let size) where size <= limit: readable.append(blobs[index])
      case .found(_, let size): visit(blobs[index].file, .failure(.tooLarge(size, limit: limit)))
      case .missing: visit(blobs[index].file, .failure(.missing))
      }
    }
    try await objects.contents(of: readable.map(\.id)) { index, answer, bytes in
      let file = readable[index].file
      guard case .found = answer else { return visit(file, .failure(.missing)) }
      visit(file, Self.content(of: file, bytes.copied()))
    }
  }

  private func content(
    of file: PlotFile, _ place: StoredFile, _ result: FetchResult?, _ stored: StoredFiles
  ) -> Content {
    let member = stored.members(of: place).first
    func outside(_ reason: String, _ help: String) -> Content {
      .failure(
        .outside(
          hash: member?.hash ?? place.output.hash, size: member?.size ?? place.output.size, reason,
          help: help))
    }
    switch result {
    case .found(let bytes)? where bytes.count <= sizeLimit: return Self.content(of: file, bytes)
    case .found(let bytes)?: return .failure(.tooLarge(bytes.count, limit: sizeLimit))
    case .tooLarge(let size)?: return .failure(.tooLarge(size, limit: sizeLimit))
    case .unavailable(let reason, let help)?, .damaged(let reason, let help)?:
      return outside(reason, help)
    case nil:
      let absence = stored.absence(of: place)
      return outside(absence.reason, absence.help)
    }
  }

  private static func content(of file: PlotFile, _ bytes: [UInt8]) -> Content {
    if let pointer = LFSPointer(bytes) { return .failure(.pointer(pointer)) }
    do throws(FormatError) {
      switch file.kind {
      case .table(let separator):
        let table = try TableReader.read(bytes, separator: separator, hasHeader: file.hasHeader)
        return .success((PlotTable(table), table.problems))
      case .values(let format):
        let document = try format.read(bytes)
        return .success((PlotTable(document.value ?? .null), document.problems))
      case .image: return .success((PlotTable(.null), []))
      }
    } catch {
      return .failure(.unreadable(error))
    }
  }

  private static func column(
    _ field: String, of content: Content
  ) -> Result<[String?], PlotSelectionError> {
    switch content {
    case .success(let read):
      do throws(PlotSelectionError) {
        return .success(try read.table.values(of: field))
      } catch {
        return .failure(
          PlotSelectionError(reason: "its x can't be had: \(error.reason)", help: error.help))
      }
    case .failure(let error):
      return .failure(
        PlotSelectionError(
          reason: "its x can't be had: \(error.reason)", help: error.help))
    }
  }

  private func outcome(of request: PlotRequest, _ content: Content) -> PlotOutcome {
    let read: (table: PlotTable, problems: [FormatError])
    switch content {
    case .success(let success): read = success
    case .failure(let error): return .failed(error)
    }
    do throws(PlotSelectionError) {
      let runs = try read.table.runs(request.selection, other: try other(of: request))
      return store(runs, problems: read.problems)
    } catch {
      // Of an empty file, that it is empty says all.
      let isBlank = read.problems.contains { $0.code == "P009" }
      return .failed(
        PlotFailure(
          code: isBlank ? "P009" : "P012", reason: isBlank ? "it is empty" : error.reason,
          help: error.help))
    }
  }

  private func other(of request: PlotRequest) throws(PlotSelectionError) -> [String?]? {
    guard let file = request.other, case .other(let column) = request.selection.x else {
      return nil
    }
    return try columns[ColumnKey(file: file, field: column.field)]?.get()
  }

  private func store(_ runs: [PlotRun], problems: [FormatError]) -> PlotOutcome {
    var stored: [StoredRun] = []
    for run in runs {
      do throws(SpoolError) {
        stored.append(
          StoredRun(
            field: run.field, xField: run.xField, place: try spool.append(run.rows.coded),
            count: run.rows.x.count, remarks: run.remarks))
      } catch {
        return .failed(
          PlotFailure(
            code: "O006", reason: error.problem,
            help: "make room in the folder for temporary files, or let TMPDIR name another",
            isError: true))
      }
    }
    return .runs(stored, problems: problems)
  }
}
