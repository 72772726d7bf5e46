import Explanations
import Formats
import Registry

/// Diagnostics as one JSON document.
enum JSONDiagnostics {
  static func bytes(_ listing: DiagnosticListing) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("errors", listing.count(.error))
      json.member("warnings", listing.count(.warning))
      json.member("notes", listing.count(.note))
      json.member("diagnostics") { json in
        json.array(listing.diagnostics) { $0.diagnostic($1) }
      }
    }
    return json.finished()
  }
}

extension JSONWriter {
  fileprivate mutating func diagnostic(_ diagnostic: Diagnostic) {
    let place = diagnostic.place
    object { json in
      json.member("code", diagnostic.code)
      json.member("severity", diagnostic.severity.rawValue)
      json.member("title", Explanation.of(diagnostic.code)?.title)
      json.member("repository", place.repository)
      json.member("model", place.artifact)
      json.member("version", place.version)
      json.member("tag", place.tag)
      json.member("commit", place.commit)
      json.member("file", place.file)
      if let line = place.line { json.member("line", line) }
      if let column = place.column { json.member("column", column) }
      json.member("problem", diagnostic.problem)
      json.member("consequence", diagnostic.consequence)
      json.member("help", diagnostic.help)
    }
  }
}
