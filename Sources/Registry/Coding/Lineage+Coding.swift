import Records

extension Lineage: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(stages)
    facts.put(tracker)
    facts.put(artifact)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(stages: try facts.take(), tracker: try facts.take(), artifact: try facts.take())
  }
}

extension LineageStage: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(name)
    facts.put(file)
    facts.put(commands)
    facts.put(inputs)
    facts.put(outputs)
    facts.put(params)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(
      name: try facts.take(), file: try facts.take(), commands: try facts.take(),
      inputs: try facts.take(), outputs: try facts.take(), params: try facts.take())
  }
}

extension LineageParam: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(file)
    facts.put(key)
    facts.put(value)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(file: try facts.take(), key: try facts.take(), value: try facts.take())
  }
}

extension LineageFile.Kind: FactCoded {}

extension LineageFile.Origin: FactCoded {
  func write(to facts: inout FactWriter) {
    switch self {
    case .stage(let name):
      facts.put(tag: 0)
      facts.put(name)
    case .git: facts.put(tag: 1)
    case .tracked(let file):
      facts.put(tag: 2)
      facts.put(file)
    case .imported(let repository, let path, let revision, let lockedRevision):
      facts.put(tag: 3)
      facts.put(repository)
      facts.put(path)
      facts.put(revision)
      facts.put(lockedRevision)
    case .downloaded(let address):
      facts.put(tag: 4)
      facts.put(address)
    case .unknown: facts.put(tag: 5)
    }
  }

  init(from facts: inout FactReader) throws(FactError) {
    switch try facts.byte() {
    case 0: self = .stage(try facts.take())
    case 1: self = .git
    case 2: self = .tracked(by: try facts.take())
    case 3:
      self = .imported(
        repository: try facts.take(), path: try facts.take(), revision: try facts.take(),
        lockedRevision: try facts.take())
    case 4: self = .downloaded(address: try facts.take())
    case 5: self = .unknown
    default: throw FactError()
    }
  }
}

extension LineageFile: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(path)
    facts.put(kind)
    facts.put(size)
    facts.put(fileCount)
    facts.put(hashes)
    facts.put(origin)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(
      path: try facts.take(), kind: try facts.take(), size: try facts.take(),
      fileCount: try facts.take(), hashes: try facts.take(), origin: try facts.take())
  }
}
