import Cards
import Records

extension PlotKind: FactCoded {}

extension VersionPlot.Content: FactCoded {
  func write(to facts: inout FactWriter) {
    switch self {
    case .series(let series):
      facts.put(tag: 0)
      facts.put(series)
    case .images(let images):
      facts.put(tag: 1)
      facts.put(images)
    case .unavailable(let reason, let help):
      facts.put(tag: 2)
      facts.put(reason)
      facts.put(help)
    }
  }

  init(from facts: inout FactReader) throws(FactError) {
    switch try facts.byte() {
    case 0: self = .series(try facts.take())
    case 1: self = .images(try facts.take())
    case 2: self = .unavailable(reason: try facts.take(), help: try facts.take())
    default: throw FactError()
    }
  }
}

extension VersionPlot: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(id)
    facts.put(title)
    facts.put(kind)
    facts.put(xTitle)
    facts.put(yTitle)
    facts.put(content)
    facts.put(note)
    facts.put(isOwn)
    facts.put(origin)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(
      id: try facts.take(), title: try facts.take(), kind: try facts.take(),
      xTitle: try facts.take(), yTitle: try facts.take(), content: try facts.take(),
      note: try facts.take(), isOwn: try facts.take(), origin: try facts.take())
  }
}

extension PlotOrigin: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(path)
    facts.put(hash)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(path: try facts.take(), hash: try facts.take())
  }
}

extension PlotSeries: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(file)
    facts.put(field)
    facts.put(rows)
    facts.put(count)
    facts.put(hash)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(
      file: try facts.take(), field: try facts.take(), rows: try facts.take(),
      count: try facts.take(), hash: try facts.take())
  }
}

extension PlotImage: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(path)
    facts.put(step)
    facts.put(image)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(path: try facts.take(), step: try facts.take(), image: try facts.take())
  }
}
