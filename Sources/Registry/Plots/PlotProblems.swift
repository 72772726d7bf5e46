import Formats
import Records

extension RecordProblem {
  /// Something in a file of rows that was read on over (`bad-input.md`, groups C, J and Y).
  init(table error: FormatError, file: String) {
    let consequence: String? =
      switch error.code {
      case "C001": "missing cells are empty, further ones are left out"
      case "C002": "columns without a name of their own are called col1, col2 and so on"
      case "C003": "the quote is taken as it stands"
      case "C005": "the file is read as its extension says"
      default: nil
      }
    guard let consequence else {
      self = .format(error, file: file, isRead: true)
      return
    }
    self.init(
      error.code, error.code == "C003" ? .error : .warning, file: file, line: error.line,
      column: error.column, problem: error.problem, consequence: consequence,
      help: error.help ?? "mend the file; the next version will then be complete")
  }

  /// Something that is not drawn as it stands in a file.
  init(_ remark: PlotRemark, file: String) {
    self.init(
      remark.code, remark.code == "C007" ? .note : .warning, file: file, problem: remark.problem,
      consequence: remark.consequence, help: remark.help)
  }

  /// Files beside plots that are none.
  static func noPlots(_ files: [String]) -> RecordProblem {
    RecordProblem(
      "P012", .note, file: files[0],
      problem: "\(files.count) files in folders of plots are neither tables nor pictures",
      consequence: "they are passed over", help: "name the plots one by one in dvc.yaml")
  }

  /// More plots than a version has room for.
  static func tooManyPlots(file: String, limit: Int) -> RecordProblem {
    RecordProblem(
      "J011", .warning, file: file,
      problem: "there are more than \(limit) plots at this commit",
      consequence: "the others are left out",
      help: "raise limits: plots_per_version in vitrine.yaml")
  }

  static func tooManyPictures(file: String, limit: Int) -> RecordProblem {
    RecordProblem(
      "J011", .warning, file: file,
      problem: "there are more than \(limit) pictures among the plots of this version",
      consequence: "the others are left out",
      help: "raise limits: images_per_version in vitrine.yaml")
  }
}

extension PlotFailure {
  static let tooManyPictures = PlotFailure(
    code: "J011", reason: "the version has more pictures than are shown",
    help: "raise limits: images_per_version in vitrine.yaml")
}
