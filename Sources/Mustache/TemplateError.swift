/// A place in a template's source.
package struct TemplatePlace: Hashable, Sendable {
  /// Name of the file in its template set.
  package let file: String
  /// Line, counted from 1.
  package let line: Int
  /// Column in Unicode scalars, counted from 1.
  package let column: Int
}

/// One fault of a template, with its place.
package struct TemplateError: Error, Hashable, CustomStringConvertible {
  /// Where the faulty tag starts.
  package let place: TemplatePlace
  /// What is wrong there, in a clause without a capital or a full stop.
  package let problem: String

  package var description: String {
    "\(place.file):\(place.line):\(place.column): \(problem)"
  }
}

/// All faults found in a set of templates, by file and place.
package struct TemplateErrors: Error, CustomStringConvertible {
  /// The faults, never empty, each once.
  package let all: [TemplateError]

  /// Gathers faults, which come in any order and may repeat.
  package init(_ errors: [TemplateError]) {
    all = Set(errors).sorted {
      ($0.place.file, $0.place.line, $0.place.column, $0.problem)
        < ($1.place.file, $1.place.line, $1.place.column, $1.problem)
    }
  }

  package var description: String { all.map(\.description).joined(separator: "\n") }
}
