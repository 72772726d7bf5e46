import Cards
import Formats
import GitStore
import Records

/// A file of a plot's data, by its contents: in two commits it may be the same.
struct PlotFile: Hashable {
  /// Where it is to be had.
  enum Place: Hashable {
    case git(ObjectID)
    case stored(StoredFile)
  }

  let place: Place

  /// How its bytes are read.
  let kind: PlotFileKind
  let hasHeader: Bool
}

/// What a plot wants of a file.
struct PlotRequest: Hashable {
  let file: PlotFile
  let selection: PlotSelection

  /// The file that x comes from, where it is another one.
  let other: PlotFile?
}

/// A run of rows in the site's spool.
struct StoredRun: Sendable {
  let field: String
  let xField: String
  let place: Spool.Place
  let count: Int
  let remarks: [PlotRemark]
}

/// What came of a request.
enum PlotOutcome: Sendable {
  case runs([StoredRun], problems: [FormatError])
  case failed(PlotFailure)
}
