import Digests
import Formats
import Registry

/// Diagnostics as GitLab's report of code quality.
enum GitLabCodeQuality {
  static func bytes(_ listing: DiagnosticListing) -> [UInt8] {
    var json = JSONWriter()
    var seen: [String: Int] = [:]
    let fingerprinted = listing.diagnostics.map { diagnostic in
      let identity = DiagnosticIdentity.text(diagnostic)
      let number = seen[identity, default: 0]
      seen[identity] = number + 1
      return (diagnostic, SHA256("\(identity)\n\(number)").hex)
    }
    json.array(fingerprinted) { json, item in
      let (diagnostic, fingerprint) = item
      json.object { json in
        json.member("description", text(diagnostic))
        json.member("check_name", diagnostic.code)
        json.member("fingerprint", fingerprint)
        json.member("severity", severity(diagnostic))
        json.member("location") { json in
          json.object { json in
            json.member("path", listing.path(of: diagnostic.place) ?? diagnostic.place.repository)
            json.member("lines") { json in
              json.object { $0.member("begin", max(diagnostic.place.line ?? 1, 1)) }
            }
          }
        }
      }
    }
    return json.finished()
  }

  private static func text(_ diagnostic: Diagnostic) -> String {
    TerminalText.safe("\(diagnostic.place): \(diagnostic.problem); \(diagnostic.help)")
  }

  private static func severity(_ diagnostic: Diagnostic) -> String {
    switch diagnostic.severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}

/// What stays the same of a diagnostic from build to build.
enum DiagnosticIdentity {
  static func text(_ diagnostic: Diagnostic) -> String {
    var place = diagnostic.place
    place.line = nil
    place.column = nil
    return "\(diagnostic.code)\n\(place)\n\(diagnostic.problem)"
  }
}
