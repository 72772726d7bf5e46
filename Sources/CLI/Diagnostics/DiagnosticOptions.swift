import ArgumentParser
import Registry

/// Options of the commands that read a registry and tell what is wrong with it.
struct DiagnosticOptions: ParsableArguments {
  @Option(
    help: """
      Write diagnostics as text, json, github, gitlab or sarif (default: github in GitHub Actions, \
      else text).
      """)
  var format: DiagnosticFormat?
  @Option(help: "Write them to this file, and text to the terminal.")
  var report: String?
  @Option(help: "End with status 1 on error, warning or never.")
  var failOn = FailOn.error

  var output: DiagnosticOutput {
    DiagnosticOutput(format: format ?? .automatic, report: report, failOn: failOn)
  }
}

/// The least problem that makes a command end with status 1.
enum FailOn: String, CaseIterable, Sendable, ExpressibleByArgument {
  case error, warning, never

  func counts(_ severity: Diagnostic.Severity) -> Bool {
    switch self {
    case .error: severity >= .error
    case .warning: severity >= .warning
    case .never: false
    }
  }
}
