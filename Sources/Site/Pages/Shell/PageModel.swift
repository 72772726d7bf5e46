import Mustache

/// What one page shows, with everything decided: its template only lays it out.
///
/// Declare `.record("shell") { $0.shell }` among the fields; the layout needs it.
protocol PageModel: TemplateModel {
  /// The name of its template, without `.mustache`.
  static var template: String { get }

  /// What surrounds the content.
  var shell: PageShell { get }
}
