/// The rows of one line, or other run of marks, of a plot: what stands in the file, value by value.
///
/// Values keep the text of their source: numbers their digits, `NaN` and `Infinity` as Python writes
/// them. Nothing stands for null, an empty cell, or what is neither a number nor a text.
package struct PlotRows: Hashable, Sendable {
  package let x: [String?]

  /// As many as `x`.
  package let y: [String?]

  /// No run has more rows than this.
  package static let countLimit = 1_000_000

  /// Makes rows of two columns of equal length.
  package init(x: [String?], y: [String?]) {
    self.x = x
    self.y = y
  }
}
