package import Formats
import Records

extension Diagnostic.Severity: FactCoded {}

extension DiagnosticPlace: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(repository)
    facts.put(tag)
    facts.put(artifact)
    facts.put(version)
    facts.put(commit)
    facts.put(file)
    facts.put(line)
    facts.put(column)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(
      repository: try facts.take(), tag: try facts.take(), artifact: try facts.take(),
      version: try facts.take(), commit: try facts.take(), file: try facts.take(),
      line: try facts.take(), column: try facts.take())
  }
}

extension Diagnostic: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(code)
    facts.put(severity)
    facts.put(place)
    facts.put(problem)
    facts.put(consequence)
    facts.put(help)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(
      try facts.take(), try facts.take(), at: try facts.take(), problem: try facts.take(),
      consequence: try facts.take(), help: try facts.take())
  }
}

extension Diagnostic {
  /// Tells diagnostics from others.
  package static func checksum(of diagnostics: [Diagnostic]) -> Checksum {
    Checksum(coded(diagnostics))
  }

  /// Diagnostics as bytes.
  package static func coded(_ diagnostics: [Diagnostic]) -> [UInt8] {
    var facts = FactWriter()
    facts.put(diagnostics)
    return facts.bytes
  }

  /// Reads what `coded` wrote.
  package static func all(
    coded bytes: some Collection<UInt8>
  ) throws(FactError) -> [Diagnostic] {
    var facts = FactReader(bytes)
    let diagnostics: [Diagnostic] = try facts.take()
    try facts.finish()
    return diagnostics
  }
}

extension RecordProblem.Severity: FactCoded {}

extension RecordProblem: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(code)
    facts.put(severity)
    facts.put(file)
    facts.put(line)
    facts.put(column)
    facts.put(problem)
    facts.put(consequence)
    facts.put(help)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(
      try facts.take(), try facts.take(), file: try facts.take(), line: try facts.take(),
      column: try facts.take(), problem: try facts.take(), consequence: try facts.take(),
      help: try facts.take())
  }
}

extension IgnoredTag: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(name)
    facts.put(reason)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(name: try facts.take(), reason: try facts.take())
  }
}
