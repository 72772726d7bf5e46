import Publishing
import Registry

/// The line that a build ends with.
enum BuildSummary {
  static func line(_ result: SiteBuildResult, took duration: Duration) -> String {
    let totals = result.totals
    var text = result.report == nil ? result.isRefused ? "Read " : "Checked " : "Built "
    text += NumberText.counted(totals.models, "model", "models")
    text += ", " + NumberText.counted(totals.versions, "version", "versions")
    text += " from " + NumberText.counted(totals.repositories, "repository", "repositories")
    text += " in " + NumberText.seconds(duration)
    if let report = result.report {
      text += ": " + NumberText.counted(report.written, "file", "files") + " written, "
      text += NumberText.grouped(report.unchanged) + " unchanged, "
      text += NumberText.grouped(report.removed) + " removed."
    } else {
      text += result.isRefused ? "; nothing published." : "."
    }
    return text + problems(result)
  }

  private static func problems(_ result: SiteBuildResult) -> String {
    let severities = result.registry.diagnostics.map(\.severity)
    let errors = severities.count { $0 == .error }
    let warnings = severities.count { $0 == .warning }
    guard errors + warnings > 0 else { return "" }
    var parts: [String] = []
    if errors > 0 { parts.append(NumberText.counted(errors, "error", "errors")) }
    if warnings > 0 { parts.append(NumberText.counted(warnings, "warning", "warnings")) }
    let place = result.report == nil ? "" : " (report/index.html)"
    return " \(parts.joined(separator: ", "))\(place)."
  }
}
