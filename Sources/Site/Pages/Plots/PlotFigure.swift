import Drawing
import Mustache
import Records
import Registry

/// A plot on a page: what it is, its drawings or images, and its data.
///
/// The partial `plot-figure` lays it out.
struct PlotFigure: TemplateModel {
  /// What the page has once, and links lead to.
  let id: String
  let title: String

  /// What kind of drawing it is.
  let kind: String

  /// Whether it belongs to the artifact's own pipeline.
  let isOwn: Bool

  /// Where its values stand.
  let files: [String]

  /// What is to be said of how it is drawn.
  var notes: [String] = []
  var drawings: [PlotPanel] = []
  var images: [PlotPicture] = []
  var table: PlotTable?

  /// Where all rows are, if a page shows less.
  var csvHref: String?

  /// The versions that have it but whose data could not be had.
  var gaps: [PlotGap] = []

  init(id: String, title: String, plot: VersionPlot, files: [String]) {
    (self.id, self.title, self.files) = (id, title, files)
    kind = plot.kind.words
    isOwn = plot.isOwn
  }

  static let fields: [TemplateField<Self>] = [
    .text("id") { $0.id },
    .text("title") { $0.title },
    .text("kind") { $0.kind },
    .texts("files") { $0.files.map { SiteText.singleLine($0, limit: 200) } },
    .texts("notes") { $0.notes },
    .flag("has_drawings") { !$0.drawings.isEmpty },
    .list("drawings") { $0.drawings },
    .flag("has_images") { !$0.images.isEmpty },
    .list("images") { $0.images },
    .record("table") { $0.table },
    .text("row_count") { figure in
      figure.table.map { CountText.of($0.rows.count, "row") }
    },
    .text("csv_href") { $0.csvHref },
    .flag("has_gaps") { !$0.gaps.isEmpty },
    .list("gaps") { $0.gaps },
  ]
}

/// One of a figure's drawings.
struct PlotPanel: TemplateModel {
  /// The version or run that it is about; nothing where there is only one.
  let heading: String?
  let drawing: [UInt8]

  static let fields: [TemplateField<Self>] = [
    .text("heading") { $0.heading },
    .markup("drawing") { $0.drawing },
  ]
}

/// A picture of a figure.
struct PlotPicture: TemplateModel {
  let src: String
  let alt: String
  let width: Int
  let height: Int

  /// The version that it is of; nothing where there is only one.
  let version: String?

  /// Its step, or its name.
  let caption: String

  /// Smaller than this, a picture is shown with its pixels sharp.
  private static let smallLimit = 128

  init(_ image: PlotImage, version: String?, context: SiteContext, link: SiteLinker) {
    src = link(context.addresses.plotImage(image.image))
    let name = image.path.split(separator: "/").last.map(String.init) ?? image.path
    alt = SiteText.singleLine(name, limit: 200)
    (width, height) = (image.image.width, image.image.height)
    self.version = version
    caption = image.step.map { "step \(CountText.digits($0))" } ?? alt
  }

  static let fields: [TemplateField<Self>] = [
    .text("src") { $0.src },
    .text("alt") { $0.alt },
    .text("width") { String($0.width) },
    .text("height") { String($0.height) },
    .flag("small") { max($0.width, $0.height) < smallLimit },
    .text("version") { $0.version },
    .text("caption") { $0.caption },
  ]
}

/// A version whose part of a figure could not be had.
struct PlotGap: TemplateModel {
  let version: String?
  let reason: String
  let help: String

  static let fields: [TemplateField<Self>] = [
    .text("version") { $0.version },
    .text("reason") { $0.reason },
    .text("help") { $0.help },
  ]
}
