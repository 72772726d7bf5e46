import Cards
import Formats
import Records

extension Spool.Place: FactCoded {
  func write(to facts: inout FactWriter) { facts.put(place: self) }

  init(from facts: inout FactReader) throws(FactError) { self = try facts.place() }
}

extension VersionCard.Kind: FactCoded {
  func write(to facts: inout FactWriter) {
    switch self {
    case .model: facts.put(tag: 0)
    case .repository: facts.put(tag: 1)
    }
  }

  init(from facts: inout FactReader) throws(FactError) {
    switch try facts.byte() {
    case 0: self = .model
    case 1: self = .repository
    default: throw FactError()
    }
  }
}

extension VersionCard: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(kind)
    facts.put(path)
    facts.put(identity)
    facts.put(metadata)
    facts.put(self.facts)
    facts.put(evaluations)
    facts.put(text)
    facts.put(note)
    facts.put(original)
    facts.put(targets)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(
      kind: try facts.take(), path: try facts.take(), identity: try facts.take(),
      metadata: try facts.take(), facts: try facts.take(), evaluations: try facts.take(),
      text: try facts.take(), note: try facts.take(), original: try facts.take(),
      targets: try facts.take())
  }
}

extension CardOriginal: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(bytes)
    facts.put(digest)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(bytes: try facts.take(), digest: try facts.take())
  }
}

extension CardTarget: FactCoded {
  func write(to facts: inout FactWriter) {
    switch self {
    case .file(let path):
      facts.put(tag: 0)
      facts.put(path)
    case .image(let image):
      facts.put(tag: 1)
      facts.put(image)
    case .missing(let reason):
      facts.put(tag: 2)
      facts.put(reason)
    }
  }

  init(from facts: inout FactReader) throws(FactError) {
    switch try facts.byte() {
    case 0: self = .file(try facts.take())
    case 1: self = .image(try facts.take())
    case 2: self = .missing(try facts.take())
    default: throw FactError()
    }
  }
}

extension ImageHeader.Format: FactCoded {}

extension CardImage: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(bytes)
    facts.put(digest)
    facts.put(format)
    facts.put(width)
    facts.put(height)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(
      bytes: try facts.take(), digest: try facts.take(), format: try facts.take(),
      width: try facts.take(), height: try facts.take())
  }
}

extension CardEmissions: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(grams)
    facts.put(source)
    facts.put(trainingType)
    facts.put(location)
    facts.put(hardware)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init()
    grams = try facts.take()
    source = try facts.take()
    trainingType = try facts.take()
    location = try facts.take()
    hardware = try facts.take()
  }
}

extension CardFacts: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(modelName)
    facts.put(license)
    facts.put(licenseLink)
    facts.put(languages)
    facts.put(tags)
    facts.put(datasets)
    facts.put(baseModels)
    facts.put(baseModelRelation)
    facts.put(library)
    facts.put(task)
    facts.put(metrics)
    facts.put(newVersion)
    facts.put(emissions)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init()
    modelName = try facts.take()
    license = try facts.take()
    licenseLink = try facts.take()
    languages = try facts.take()
    tags = try facts.take()
    datasets = try facts.take()
    baseModels = try facts.take()
    baseModelRelation = try facts.take()
    library = try facts.take()
    task = try facts.take()
    metrics = try facts.take()
    newVersion = try facts.take()
    emissions = try facts.take()
  }
}

extension EvaluationResult: FactCoded {
  /// The texts, in the order in which they are written.
  private static let texts: [any WritableKeyPath<Self, String?> & Sendable] = [
    \.modelName, \.taskType, \.taskName, \.datasetType, \.datasetName, \.datasetConfig,
    \.datasetSplit, \.datasetRevision, \.metricType, \.metricName, \.sourceName, \.sourceAddress,
    \.date, \.notes,
  ]

  func write(to facts: inout FactWriter) {
    facts.put(value)
    facts.put(isVerified)
    for text in Self.texts { facts.put(self[keyPath: text]) }
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(value: try facts.take())
    isVerified = try facts.take()
    for text in Self.texts { self[keyPath: text] = try facts.take() }
  }
}
