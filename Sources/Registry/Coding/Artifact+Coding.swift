import GitStore
import Records

extension Artifact.Status: FactCoded {}

extension Artifact: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(name)
    facts.put(status)
    facts.put(versions)
    facts.put(latestIndex)
    facts.put(stages)
    facts.put(intervals)
    facts.put(events)
    facts.put(headAnnotation)
    facts.put(candidates)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(
      name: try facts.take(), status: try facts.take(), versions: try facts.take(),
      latestIndex: try facts.take(), stages: try facts.take(), intervals: try facts.take(),
      events: try facts.take(), headAnnotation: try facts.take(), candidates: try facts.take())
    guard latestIndex.map(versions.indices.contains) ?? true else { throw FactError() }
  }
}

extension Version: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(name)
    facts.put(commit)
    facts.put(commitObject)
    facts.put(isActive)
    facts.put(events)
    facts.put(stages)
    facts.put(annotation)
    facts.put(otherCommits)
    facts.put(records)
    facts.put(changes)
    facts.put(card)
    facts.put(plots)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(
      name: try facts.take(), commit: try facts.take(), commitObject: try facts.take(),
      isActive: try facts.take(), events: try facts.take(), stages: try facts.take(),
      annotation: try facts.take(), otherCommits: try facts.take(), records: try facts.take(),
      changes: try facts.take(), card: try facts.take(), plots: try facts.take())
  }
}

extension StageHolder: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(stage)
    facts.put(version)
    facts.put(commit)
    facts.put(isRegistered)
    facts.put(assignment)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(
      stage: try facts.take(), version: try facts.take(), commit: try facts.take(),
      isRegistered: try facts.take(), assignment: try facts.take())
  }
}

extension StageHolding: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(stage)
    facts.put(holder)
    facts.put(shadowed)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(stage: try facts.take(), holder: try facts.take(), shadowed: try facts.take())
  }
}

extension StageInterval: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(stage)
    facts.put(version)
    facts.put(begin)
    facts.put(end)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(
      stage: try facts.take(), version: try facts.take(), begin: try facts.take(),
      end: try facts.take())
  }
}

extension Annotation: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(file)
    facts.put(type)
    facts.put(writtenPath)
    facts.put(path)
    facts.put(description)
    facts.put(labels)
    facts.put(custom)
    facts.put(isVirtual)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(
      file: try facts.take(), type: try facts.take(), writtenPath: try facts.take(),
      path: try facts.take(), description: try facts.take(), labels: try facts.take(),
      custom: try facts.take(), isVirtual: try facts.take())
  }
}
