import Formats
import GitStore
import Records

extension DataValue: FactCoded {
  func write(to facts: inout FactWriter) {
    switch self {
    case .null: facts.put(tag: 0)
    case .bool(let value): facts.put(tag: value ? 2 : 1)
    case .number(let number):
      facts.put(tag: 3)
      facts.put(number.text)
    case .string(let text):
      facts.put(tag: 4)
      facts.put(text)
    case .date(let text):
      facts.put(tag: 5)
      facts.put(text)
    case .list(let items):
      facts.put(tag: 6)
      facts.put(items)
    case .map(let members):
      facts.put(tag: 7)
      facts.put(members)
    }
  }

  init(from facts: inout FactReader) throws(FactError) {
    switch try facts.byte() {
    case 0: self = .null
    case 1: self = .bool(false)
    case 2: self = .bool(true)
    case 3: self = .number(DataNumber(text: try facts.take()))
    case 4: self = .string(try facts.take())
    case 5: self = .date(try facts.take())
    case 6: self = .list(try facts.nested { facts throws(FactError) in try facts.take() })
    case 7: self = .map(try facts.nested { facts throws(FactError) in try facts.take() })
    default: throw FactError()
    }
  }
}

extension DataMember: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(key)
    facts.put(value)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(try facts.take(), try facts.take())
  }
}

extension DataNumber: FactCoded {
  func write(to facts: inout FactWriter) { facts.put(text) }

  init(from facts: inout FactReader) throws(FactError) { self.init(text: try facts.take()) }
}

extension JSONValue: FactCoded {
  func write(to facts: inout FactWriter) {
    switch self {
    case .null: facts.put(tag: 0)
    case .bool(let value): facts.put(tag: value ? 2 : 1)
    case .number(let text):
      facts.put(tag: 3)
      facts.put(text)
    case .string(let text):
      facts.put(tag: 4)
      facts.put(text)
    case .array(let items):
      facts.put(tag: 5)
      facts.put(items)
    case .object(let members):
      facts.put(tag: 6)
      facts.put(members)
    }
  }

  init(from facts: inout FactReader) throws(FactError) {
    switch try facts.byte() {
    case 0: self = .null
    case 1: self = .bool(false)
    case 2: self = .bool(true)
    case 3: self = .number(try facts.take())
    case 4: self = .string(try facts.take())
    case 5: self = .array(try facts.nested { facts throws(FactError) in try facts.take() })
    case 6: self = .object(try facts.nested { facts throws(FactError) in try facts.take() })
    default: throw FactError()
    }
  }
}

extension JSONMember: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(key)
    facts.put(value)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(try facts.take(), try facts.take())
  }
}

extension ContentHash.Algorithm: FactCoded {}

extension ContentHash: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(algorithm)
    facts.put(value)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(try facts.take(), try facts.take())
  }
}
