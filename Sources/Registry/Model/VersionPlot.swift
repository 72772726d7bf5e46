package import Cards
package import Records

/// A plot of a version, as dvc.yaml defined it at the version's commit (`records.md` §6).
package struct VersionPlot: Sendable {
  /// What a plot is made of.
  package enum Content: Sendable {
    /// Runs of rows, in the order of the definition.
    case series([PlotSeries])

    /// Pictures, in the order of their names.
    case images([PlotImage])

    /// Its data could not be had; why, and how to get it.
    case unavailable(reason: String, help: String)
  }

  /// As DVC names it: a path, or a word; what is the same plot has the same one in all versions.
  package let id: String

  /// As the definition says; nothing where it doesn't.
  package let title: String?
  package let kind: PlotKind

  /// What stands at the axes: as defined, else the columns' names.
  package let xTitle: String
  package let yTitle: String
  package let content: Content

  /// What there is to say of how it is drawn, such as a template that is not known.
  package let note: String?

  /// Whether it belongs to the pipeline that makes this very artifact.
  package let isOwn: Bool

  /// The file that it is made of first, also where that could not be had; nothing where none is named.
  package let origin: PlotOrigin?

  /// Makes a plot.
  package init(
    id: String, title: String?, kind: PlotKind, xTitle: String, yTitle: String, content: Content,
    note: String? = nil, isOwn: Bool = true, origin: PlotOrigin? = nil
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.xTitle = xTitle
    self.yTitle = yTitle
    self.content = content
    self.note = note
    self.isOwn = isOwn
    self.origin = origin
  }
}

/// A file that a plot is made of.
package struct PlotOrigin: Hashable, Sendable {
  /// Relative to the repository's root.
  package let path: String

  /// The digest of the file, as Git or DVC has it.
  package let hash: ContentHash?

  /// Names a file.
  package init(path: String, hash: ContentHash?) {
    self.path = path
    self.hash = hash
  }
}

/// A run of rows of a plot.
package struct PlotSeries: Hashable, Sendable {
  /// The file of the values along y, relative to the repository's root.
  package let file: String

  /// The column of the values along y.
  package let field: String

  /// Where a `PlotRows` lies, by `PlotRows.init(coded:)`, in the site's spool.
  package let rows: Spool.Place

  /// How many rows there are.
  package let count: Int

  /// The digest of the file, as Git or DVC has it.
  package let hash: ContentHash?

  /// Makes a run of rows.
  package init(file: String, field: String, rows: Spool.Place, count: Int, hash: ContentHash?) {
    self.file = file
    self.field = field
    self.rows = rows
    self.count = count
    self.hash = hash
  }
}

/// A picture of a plot.
package struct PlotImage: Hashable, Sendable {
  /// Relative to the repository's root.
  package let path: String

  /// The number of the step of a series of pictures, from the file's name.
  package let step: Int?
  package let image: CardImage

  /// Makes a picture.
  package init(path: String, step: Int?, image: CardImage) {
    self.path = path
    self.step = step
    self.image = image
  }
}
