/// How a new site takes the place of the old one.
package enum PublishMode: String, CaseIterable, Equatable, Sendable {
  /// Both folders are swapped in one step: readers see the old site or the new one, never a mixture.
  case exchange

  /// The folder is a symbolic link, and a fresh one to the new site takes its place in one step; the
  /// site before stays beside it.
  case switchedLink = "switch"

  /// The changed files are replaced one by one inside the folder, which itself stays the same: for
  /// folders that are mounted somewhere, as into the container of a web server.
  case inPlace = "in-place"
}

/// What a publication did, for the end line of a build.
package struct PublishReport: Equatable, Sendable {
  /// Number of files that are new or have new content.
  package let written: Int
  /// Number of files taken over from the old site, with their dates.
  package let unchanged: Int
  /// Number of files of the old site that the new one does not have.
  package let removed: Int
  /// Files beside ours that stay (O003), sorted; a folder with nothing in it ends in `/`.
  package let foreign: [String]
  /// The way taken, which is `inPlace` also where the folder cannot be swapped (O010).
  package let mode: PublishMode

  /// Makes a report.
  package init(
    written: Int, unchanged: Int, removed: Int, foreign: [String], mode: PublishMode
  ) {
    self.written = written
    self.unchanged = unchanged
    self.removed = removed
    self.foreign = foreign
    self.mode = mode
  }

  /// Tells of a site that was left alone, with so many files, those of publishing itself among them.
  package init(leftAlone count: Int) {
    self.init(
      written: 0, unchanged: count - OutputFolder.ownFiles.count, removed: 0, foreign: [],
      mode: .exchange)
  }
}
