import GitStore
import Records

extension Candidate.Source: FactCoded {
  func write(to facts: inout FactWriter) {
    switch self {
    case .branch(let name):
      facts.put(tag: 0)
      facts.put(name)
    case .experiment(let name, let base):
      facts.put(tag: 1)
      facts.put(name)
      facts.put(base)
    case .commit: facts.put(tag: 2)
    }
  }

  init(from facts: inout FactReader) throws(FactError) {
    switch try facts.byte() {
    case 0: self = .branch(try facts.take())
    case 1: self = .experiment(try facts.take(), base: try facts.take())
    case 2: self = .commit
    default: throw FactError()
    }
  }
}

extension Candidate: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(source)
    facts.put(commit)
    facts.put(commitObject)
    facts.put(records)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(
      source: try facts.take(), commit: try facts.take(), commitObject: try facts.take(),
      records: try facts.take())
  }
}

extension InputHistory: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(since)
    facts.put(commits)
    facts.put(commitCount)
    facts.put(inputs)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(
      since: try facts.take(), commits: try facts.take(), commitCount: try facts.take(),
      inputs: try facts.take())
  }
}

extension CommitSummary: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(id)
    facts.put(author)
    facts.put(time)
    facts.put(subject)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(
      id: try facts.take(), author: try facts.take(), time: try facts.take(),
      subject: try facts.take())
  }
}

extension InputChange: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(path)
    facts.put(before)
    facts.put(after)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(path: try facts.take(), before: try facts.take(), after: try facts.take())
  }
}
