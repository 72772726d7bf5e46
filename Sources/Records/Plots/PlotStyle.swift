import Formats

/// How a template of DVC has a plot drawn (`records.md` §6.4).
package struct PlotStyle: Hashable, Sendable {
  package let kind: PlotKind

  /// Whether x and y change places: bars lie, whatever way the template has them.
  package let isTurned: Bool

  /// The columns that a template names itself, for plots that name none.
  package let x: String?
  package let y: String?

  /// What there is to say of it, for people.
  package let note: String?

  /// Makes a style.
  package init(
    _ kind: PlotKind, isTurned: Bool = false, x: String? = nil, y: String? = nil,
    note: String? = nil
  ) {
    self.kind = kind
    self.isTurned = isTurned
    self.x = x
    self.y = y
    self.note = note
  }

  /// The style of one of DVC's own templates; nothing for another name.
  package init?(builtIn name: String) {
    // The first releases of DVC called it so.
    let kind = name == "default" ? PlotKind.linear : PlotKind(rawValue: name)
    guard let kind, kind != .image else { return nil }
    self.init(kind)
  }

  /// The style of a template that a repository has, by its Vega-Lite.
  ///
  /// One that is called like one of DVC's own is that one, as `dvc init` once wrote them all, unless
  /// its marks are of another kind.
  package init(custom bytes: [UInt8], name: String) {
    let builtIn = PlotStyle(builtIn: name)
    guard let value = try? JSONReader.read(bytes).value, value.members != nil else {
      self =
        builtIn
        ?? PlotStyle(.linear, note: "the template “\(name)” can't be read; lines are drawn instead")
      return
    }
    let view = VegaView(value)
    if let builtIn, view.marks.isEmpty || view.marks.contains(where: builtIn.kind.isDrawn) {
      self = builtIn
      return
    }
    self = view.style(name)
  }
}

extension PlotKind {
  /// Whether marks of that name draw it.
  fileprivate func isDrawn(by mark: String) -> Bool {
    switch self {
    case .linear, .simple, .smooth: mark == "line" || mark == "area"
    case .scatter, .scatterJitter: ["point", "circle", "square"].contains(mark)
    case .confusion, .confusionNormalized: mark == "rect"
    case .barHorizontal, .barHorizontalSorted: mark == "bar"
    case .image: false
    }
  }
}

/// What a Vega-Lite specification draws, as far as Vitrine can draw it, too.
private struct VegaView {
  private(set) var marks: [String] = []

  /// The first encoding of each axis.
  private var x: DataValue?
  private var y: DataValue?
  private var isSmoothed = false

  /// How deep views lie in views.
  private static let depthLimit = 16

  init(_ specification: DataValue) { look(at: specification, depth: 0) }

  private mutating func look(at view: DataValue, depth: Int) {
    guard depth < Self.depthLimit else { return }
    if case .string(let mark)? = view["mark"] { marks.append(mark) }
    if case .string(let mark)? = view["mark"]?["type"] { marks.append(mark) }
    let encoding = view["encoding"]
    x = x ?? encoding?["x"]
    y = y ?? encoding?["y"]
    if view["transform"]?.items?.contains(where: { $0["loess"] != nil }) == true {
      isSmoothed = true
    }
    for key in ["spec", "layer", "hconcat", "vconcat", "concat"] {
      guard let inner = view[key] else { continue }
      for view in inner.items ?? [inner] { look(at: view, depth: depth + 1) }
    }
  }

  func style(_ name: String) -> PlotStyle {
    let note = "drawn after the template “\(name)”, which is not one of DVC's own"
    let (x, y) = (Self.field(self.x), Self.field(self.y))
    if marks.contains("rect") { return PlotStyle(.confusion, x: x, y: y, note: note) }
    if marks.contains("bar") {
      let isUpright = Self.type(self.y) == "quantitative" && Self.type(self.x) != "quantitative"
      let isSorted = Self.isSorted(isUpright ? self.x : self.y)
      return PlotStyle(
        isSorted ? .barHorizontalSorted : .barHorizontal, isTurned: isUpright, x: x, y: y,
        note: isUpright ? "\(note); its bars stand" : note)
    }
    if marks.contains(where: { $0 == "line" || $0 == "area" || $0 == "trail" }) {
      return PlotStyle(isSmoothed ? .smooth : .linear, x: x, y: y, note: note)
    }
    if marks.contains(where: { ["point", "circle", "square", "tick"].contains($0) }) {
      return PlotStyle(.scatter, x: x, y: y, note: note)
    }
    return PlotStyle(
      .linear, x: x, y: y,
      note: "the template “\(name)” draws what can't be drawn here; lines are drawn instead")
  }

  /// The column that an encoding names itself, where it doesn't leave that to DVC.
  private static func field(_ encoding: DataValue?) -> String? {
    guard case .string(let field)? = encoding?["field"], !field.hasPrefix("<DVC_") else {
      return nil
    }
    return field
  }

  private static func type(_ encoding: DataValue?) -> String? {
    guard case .string(let type)? = encoding?["type"] else { return nil }
    return type
  }

  private static func isSorted(_ encoding: DataValue?) -> Bool {
    guard let sort = encoding?["sort"], case .string(let order) = sort else { return false }
    return ["-x", "-y", "x", "y"].contains(order)
  }
}
