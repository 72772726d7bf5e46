import Records
import Testing

/// What templates have drawn (`records.md` §6.4).
struct PlotStyleTests {
  private func style(_ text: String, _ name: String = "mine") -> PlotStyle {
    PlotStyle(custom: Array(text.utf8), name: name)
  }

  @Test("DVC's own templates are kinds", arguments: PlotKind.allCases)
  func knowsBuiltIns(_ kind: PlotKind) {
    #expect(PlotStyle(builtIn: kind.rawValue)?.kind == (kind == .image ? nil : kind))
  }

  @Test("The default of old releases is a line")
  func knowsTheDefault() { #expect(PlotStyle(builtIn: "default")?.kind == .linear) }

  @Test(
    "A template is known by its mark and encoding",
    arguments: [
      (#"{"mark": "line"}"#, PlotKind.linear), (#"{"mark": {"type": "area"}}"#, .linear),
      (#"{"mark": "point"}"#, .scatter), (#"{"layer": [{"mark": "circle"}]}"#, .scatter),
      (#"{"spec": {"layer": [{"mark": "rect"}, {"mark": "text"}]}}"#, .confusion),
      (#"{"mark": "line", "transform": [{"loess": "y", "on": "x"}]}"#, .smooth),
      (#"{"mark": "bar", "encoding": {"x": {"type": "quantitative"}}}"#, .barHorizontal),
      (#"{"mark": "bar", "encoding": {"y": {"field": "c", "sort": "-x"}}}"#, .barHorizontalSorted),
      (#"{"mark": "arc"}"#, .linear), ("[1]", .linear), ("{", .linear),
    ])
  func readsMarks(_ text: String, _ kind: PlotKind) {
    let style = style(text)
    #expect(style.kind == kind)
    #expect(style.note != nil)
  }

  @Test("Bars that stand are laid down")
  func turnsBars() {
    let style = style(
      #"{"mark": "bar", "encoding": {"x": {"type": "nominal"}, "y": {"type": "quantitative"}}}"#)
    #expect(style.kind == .barHorizontal && style.isTurned)
  }

  @Test("Columns that a template names itself are taken, those of DVC's anchors are not")
  func takesColumns() {
    let style = style(
      #"{"mark": "line", "encoding": {"x": {"field": "t"}, "y": {"field": "<DVC_METRIC_Y>"}}}"#)
    #expect(style.x == "t" && style.y == nil)
  }

  @Test("One that is called like DVC's own is that one, unless its marks are others (trap 26)")
  func trustsNames() {
    #expect(style(#"{"mark": "point"}"#, "scatter") == PlotStyle(.scatter))
    #expect(style(#"{"layer": [{"mark": "line"}]}"#, "default") == PlotStyle(.linear))
    #expect(
      style(#"{"spec": {"layer": [{"mark": "rect"}]}}"#, "confusion") == PlotStyle(.confusion))
    #expect(style("not JSON", "smooth") == PlotStyle(.smooth))
    let other = style(#"{"mark": "bar", "encoding": {"x": {"type": "quantitative"}}}"#, "linear")
    #expect(other.kind == .barHorizontal && other.note?.contains("linear") == true)
  }
}
