/// A badge as an SVG file of its own, to be shown in a README or a wiki.
///
/// Brings its own style sheet: an image knows nothing of the page that shows it, but it follows the
/// reader's colour scheme.
struct BadgeDrawing: Sendable {
  /// What the badge is about, on its left.
  let label: BadgeText

  /// What it says, on its right.
  let value: BadgeText

  /// The whole statement, for people who don't see the drawing.
  let title: String

  /// Colours and mark; without a style the badge is plain.
  let style: BadgeStyle?

  /// The file's bytes, ASCII throughout.
  var bytes: [UInt8] {
    let palette = style?.palette ?? .plain
    let lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<svg xmlns="http://www.w3.org/2000/svg" width="\#(width)" height="\#(Self.height)""#
        + #" viewBox="0 0 \#(width) \#(Self.height)" role="img" aria-labelledby="title">"#,
      #"<title id="title">\#(BadgeText.escaped(title))</title>"#,
      "<style>",
      "text{font:\(BadgeText.size)px Verdana,Geneva,\"DejaVu Sans\",sans-serif;text-anchor:middle}",
      Self.rules(BadgePalette.plain.light, palette.light),
      "@media (prefers-color-scheme:dark){",
      Self.rules(BadgePalette.plain.dark, palette.dark),
      "}",
      "</style>",
    ]
    let shapes = [leftSide, rightSide, outline, texts, "</svg>", ""]
    return Array((lines + shapes).joined(separator: "\n").utf8)
  }

  private static let height = 20
  private static let padding = 7

  /// A mark's width, with the gap behind it.
  private static let markRoom = 13

  private var divider: Int { label.width + 2 * Self.padding }
  private var markSpace: Int { style == nil ? 0 : Self.markRoom }
  private var width: Int { divider + value.width + 2 * Self.padding + markSpace }

  private var leftSide: String {
    #"<path class="label-box" d="M\#(divider) .5V19.5H4.5a4 4 0 0 1-4-4v-11a4 4 0 0 1 4-4z"/>"#
  }

  private var rightSide: String {
    let reach = Double(width) - 4.5
    return
      #"<path class="value-box" d="M\#(divider) .5V19.5H\#(reach)a4 4 0 0 0 4-4v-11a4 4 0 0 0-4-4z"/>"#
  }

  private var outline: String {
    #"<rect class="edge" x=".5" y=".5" width="\#(width - 1)" height="19" rx="4"/>"#
      + #"<path class="edge" d="M\#(divider).5 .5V19.5"/>"#
  }

  private var texts: String {
    let mark = style?.mark(x: divider + Self.padding + 4, y: 10) ?? ""
    let labelPlace = Double(divider) / 2
    let valuePlace = Double(divider + Self.padding + markSpace) + Double(value.width) / 2
    return mark + #"<text class="label" x="\#(labelPlace)" y="14">\#(label.escaped)</text>"#
      + #"<text class="value" x="\#(valuePlace)" y="14">\#(value.escaped)</text>"#
  }

  private static func rules(_ plain: BadgeColours, _ styled: BadgeColours) -> String {
    ".label-box{fill:\(plain.fill)}.label{fill:\(plain.text)}"
      + ".value-box{fill:\(styled.fill)}.value,.solid{fill:\(styled.text)}"
      + ".edge{fill:none;stroke:\(styled.border)}"
      + ".line{fill:none;stroke:\(styled.text);stroke-width:1.5}"
  }
}
