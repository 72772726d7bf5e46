extension BadgeStyle {
  /// The style's mark as SVG, in a square of 8 around `x`, `y`, with the classes `solid` and `line`.
  func mark(x: Int, y: Int) -> String {
    switch self {
    case .prod: #"<circle class="solid" cx="\#(x)" cy="\#(y)" r="4"/>"#
    case .staging:
      #"<circle class="line" cx="\#(x)" cy="\#(y)" r="3.25"/>"#
        + #"<path class="solid" d="M\#(x) \#(y - 4)a4 4 0 0 0 0 8z"/>"#
    case .dev: #"<circle class="line" cx="\#(x)" cy="\#(y)" r="3.25"/>"#
    case .other: #"<path class="solid" d="M\#(x) \#(y - 4)l4 4-4 4-4-4z"/>"#
    case .archived: #"<path class="line" d="M\#(x - 4) \#(y)h8"/>"#
    case .problem: #"<path class="solid" d="M\#(x) \#(y - 4)l4 7h-8z"/>"#
    }
  }
}
