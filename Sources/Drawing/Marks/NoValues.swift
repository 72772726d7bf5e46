/// What stands in a plane that nothing can be drawn in (`bad-input.md`, C008).
enum NoValues {
  static func draw(on canvas: inout ChartCanvas, in plane: PlotPlane) {
    canvas.text(
      "no plottable values",
      at: PlotPlace((plane.left + plane.right) / 2, (plane.top + plane.bottom) / 2 + 4 - 9),
      anchor: .middle, room: plane.right - plane.left, classes: "plot-muted")
  }
}
