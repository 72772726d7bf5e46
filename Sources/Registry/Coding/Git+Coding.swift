import Formats
import GitStore

extension ObjectID: FactCoded {
  func write(to facts: inout FactWriter) {
    var raw: [UInt8] = []
    appendRaw(to: &raw)
    facts.put(tag: UInt8(raw.count))
    facts.coded.write(raw: raw)
  }

  init(from facts: inout FactReader) throws(FactError) {
    let raw = try facts.require(facts.coded.bytes(Int(try facts.byte())))
    self = try facts.require(ObjectID(raw: raw.span))
  }
}

extension GitTime: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(seconds)
    facts.put(zone)
  }

  init(from facts: inout FactReader) throws(FactError) {
    let seconds: Int64 = try facts.take()
    let zone: Int = try facts.take()
    guard zone.magnitude < 24 * 60 else { throw FactError() }
    self.init(seconds: seconds, zone: zone)
  }
}

extension GitIdentity: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(name)
    facts.put(email)
    facts.put(time)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(name: try facts.take(), email: try facts.take(), time: try facts.take())
  }
}

extension CommitObject.Flaw: FactCoded {
  func write(to facts: inout FactWriter) {
    switch self {
    case .longMessage: facts.put(tag: 0)
    case .undecodable: facts.put(tag: 1)
    }
  }

  init(from facts: inout FactReader) throws(FactError) {
    switch try facts.byte() {
    case 0: self = .longMessage
    case 1: self = .undecodable
    default: throw FactError()
    }
  }
}

extension CommitObject: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(tree)
    facts.put(parents)
    facts.put(author)
    facts.put(committer)
    facts.put(message)
    facts.put(flaws)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(
      tree: try facts.take(), parents: try facts.take(), author: try facts.take(),
      committer: try facts.take(), message: try facts.take(), flaws: try facts.take())
  }
}

extension SignatureFormat: FactCoded {}

extension RegistryEvent.Kind: FactCoded {
  func write(to facts: inout FactWriter) { facts.put(rawValue) }

  init(from facts: inout FactReader) throws(FactError) {
    self = try facts.require(Self(rawValue: try facts.take()))
  }
}

extension RegistryEvent: FactCoded {
  func write(to facts: inout FactWriter) {
    guard facts.begin(self) else { return }
    facts.put(kind)
    facts.put(artifact)
    facts.put(version)
    facts.put(stage)
    facts.put(tag)
    facts.put(commit)
    facts.put(tagger)
    facts.put(message)
    facts.put(signature)
    facts.put(isAnnotated)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self = try facts.event { facts throws(FactError) in
      RegistryEvent(
        kind: try facts.take(), artifact: try facts.take(), version: try facts.take(),
        stage: try facts.take(), tag: try facts.take(), commit: try facts.take(),
        tagger: try facts.take(), message: try facts.take(), signature: try facts.take(),
        isAnnotated: try facts.take())
    }
  }
}
