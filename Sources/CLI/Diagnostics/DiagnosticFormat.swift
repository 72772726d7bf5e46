import ArgumentParser
import Registry

/// How diagnostics are written (`cli.md`, CI).
enum DiagnosticFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, github, gitlab, sarif

  /// The format that fits where the program runs.
  static var automatic: DiagnosticFormat {
    Console.variable("GITHUB_ACTIONS") == "true" ? .github : .text
  }

  /// The document or the lines; each of them ends in a line feed.
  func bytes(_ listing: DiagnosticListing) -> [UInt8] {
    switch self {
    case .text: listing.text(DiagnosticText(console: Console(color: .never), limit: .max))
    case .json: JSONDiagnostics.bytes(listing)
    case .github: Array(GitHubAnnotations.lines(listing).map { "\($0)\n" }.joined().utf8)
    case .gitlab: GitLabCodeQuality.bytes(listing)
    case .sarif: SARIFDiagnostics.bytes(listing)
    }
  }
}

/// The diagnostics of a registry in the order in which all formats have them.
struct DiagnosticListing {
  /// Errors first, then warnings, then notes; within them as they were found.
  let diagnostics: [Diagnostic]

  /// What leads from the folder that the program runs in to the files of the only repository; nothing
  /// where there are several, or where it lies elsewhere.
  private let folder: String?

  /// - Parameter sources: The repositories that were read.
  init(_ registry: Registry, sources: [RepositorySource]) {
    let all = registry.diagnostics
    diagnostics = [.error, .warning, .note].flatMap { severity in
      all.filter { $0.severity == severity }
    }
    folder = sources.count == 1 ? sources.first.flatMap { Self.folder(of: $0.path) } : nil
  }

  /// The path of a diagnostic's file as those who read the listing find it.
  func path(of place: DiagnosticPlace) -> String? {
    guard let folder, let file = place.file else { return nil }
    return folder + file
  }

  private static func folder(of path: String) -> String? {
    guard !path.hasPrefix("/") else { return nil }
    let parts = path.split(separator: "/").filter { $0 != "." }
    guard !parts.contains("..") else { return nil }
    return parts.map { "\($0)/" }.joined()
  }

  func count(_ severity: Diagnostic.Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }

  fileprivate func text(_ text: DiagnosticText) -> [UInt8] {
    Array(text.blocks(diagnostics).map { "\($0)\n" }.joined().utf8)
  }
}
