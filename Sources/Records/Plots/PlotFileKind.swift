package import Formats

/// What a file of a plot holds, told by its name as DVC does, but in any letter case
/// (`records.md` §6.2 and §6.3).
package enum PlotFileKind: Hashable, Sendable {
  case table(TableReader.Separator)
  case values(RecordFormat)
  case image

  /// Nothing for a file that no plot is made of.
  package init?(path: String) {
    let name = path.split(separator: "/").last ?? ""
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let last = parts.last else { return nil }
    switch last.lowercased() {
    case "csv": self = .table(.comma)
    case "tsv": self = .table(.tab)
    case "json": self = .values(.json)
    case "yaml", "yml": self = .values(.yaml)
    case "png", "jpg", "jpeg", "gif", "svg", "webp", "avif": self = .image
    default: return nil
    }
  }
}
