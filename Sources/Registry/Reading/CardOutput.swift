package import Cards

/// What renders cards, and where they are kept until pages show them.
package struct CardOutput: Sendable {
  package let renderer: any CardRendering
  package let spool: Spool

  /// Makes an output.
  package init(renderer: any CardRendering, spool: Spool) {
    self.renderer = renderer
    self.spool = spool
  }
}
