/// The rules that give drawings their colours and strokes; the style sheet of the pages has the same
/// ones, with variables in place of colours.
package enum PlotStyleSheet {
  /// What a selector's elements look like.
  package struct Rule: Sendable {
    package let selector: String
    package let declarations: [Declaration]
  }

  /// A property with its value.
  package struct Declaration: Sendable {
    package let property: String
    package let value: Value
  }

  /// A colour of the palette, or what is the same in both schemes.
  package enum Value: Sendable {
    case colour(PlotPalette)
    case plain(String)
  }

  /// What a drawing that stands alone says of its colours in both schemes.
  package static let standAlone: String = {
    let light = rules.map { rule in
      css(rule.selector, rule.declarations) { $0.light }
    }
    let dark = rules.compactMap { rule -> String? in
      let colours = rule.declarations.filter { if case .colour = $0.value { true } else { false } }
      return colours.isEmpty ? nil : css(rule.selector, colours) { $0.dark }
    }
    return light.joined() + "@media (prefers-color-scheme:dark){" + dark.joined() + "}"
  }()

  private static func css(
    _ selector: String, _ declarations: [Declaration], colour: (PlotPalette) -> String
  ) -> String {
    let lines = declarations.map { declaration in
      switch declaration.value {
      case .colour(let role): "\(declaration.property):\(colour(role))"
      case .plain(let text): "\(declaration.property):\(text)"
      }
    }
    return "\(selector){\(lines.joined(separator: ";"))}"
  }

  /// All rules, in their order.
  package static let rules: [Rule] =
    [
      rule(".plot text", ["fill": .colour(.text)]),
      rule(".plot .plot-muted", ["fill": .colour(.muted)]),
      rule(".plot .plot-label", ["fill": .plain("currentColor")]),
      rule(".plot .plot-on-heat", ["fill": .colour(.page)]),
      rule(".plot-page", ["fill": .colour(.page)]),
      rule(".plot-grid", ["stroke": .colour(.softLine)]),
      rule(".plot-axis", ["stroke": .colour(.control)]),
      rule(
        ".plot-line",
        [
          "fill": .plain("none"), "stroke": .plain("currentColor"), "stroke-width": .plain("2"),
          "stroke-linecap": .plain("round"), "stroke-linejoin": .plain("round"),
        ]),
      rule(".series-muted .plot-line", ["stroke-width": .plain("1")]),
      rule(".plot .plot-behind", ["stroke-opacity": .plain("0.35")]),
      rule(
        ".plot-leader",
        [
          "fill": .plain("none"), "stroke": .plain("currentColor"), "stroke-opacity": .plain("0.5"),
        ]),
      rule(".plot-point", ["fill": .plain("currentColor")]),
      rule(".plot-cloud", ["fill": .plain("currentColor"), "fill-opacity": .plain("0.7")]),
      rule(".plot-heat", ["fill": .colour(.heat)]),
      rule(".plot-cell", ["fill": .plain("none"), "stroke": .colour(.softLine)]),
    ]
    + series.map { name, role in rule(".series-\(name)", ["color": .colour(role)]) }
    + stages.flatMap { name, edge, fill, text in
      [
        rule(".badge-\(name).plot-mark path", ["fill": .plain("none"), "stroke": .colour(edge)]),
        rule(
          ".badge-\(name).plot-mark circle",
          ["fill": .colour(fill), "stroke": .colour(edge), "stroke-width": .plain("1.5")]),
        rule(".badge-\(name).plot-mark text", ["fill": .colour(text)]),
      ]
    }

  private static let series: [(String, PlotPalette)] = [
    ("1", .series1), ("2", .series2), ("3", .series3), ("4", .series4), ("5", .series5),
    ("6", .series6), ("muted", .control),
  ]

  private static let stages: [(String, PlotPalette, PlotPalette, PlotPalette)] = [
    ("prod", .prodEdge, .prodFill, .prodText),
    ("staging", .stagingEdge, .stagingFill, .stagingText),
    ("dev", .devEdge, .devFill, .devText),
    ("other", .otherEdge, .otherFill, .otherText),
    ("archived", .archivedEdge, .archivedFill, .archivedText),
  ]

  private static func rule(
    _ selector: String, _ declarations: KeyValuePairs<String, Value>
  ) -> Rule {
    Rule(
      selector: selector,
      declarations: declarations.map { Declaration(property: $0.key, value: $0.value) })
  }
}
