package import Cards
package import Formats
import GitStore
package import Records

/// What was read of one repository, in the form in which it is kept or handed on.
package struct RepositoryFacts: Sendable {
  package var repository: Repository

  /// Whether nothing is missing that might be had another time, such as an object in a remote.
  package var isSettled: Bool

  /// Which folders belong to which models.
  package var claims: Checksum

  /// What was told of each version, for a later reading that does not read the version again.
  package var problems: [VersionProblems]

  /// What was found wrong with one version, whether or not it was told of another one before.
  package struct VersionProblems: Hashable, Sendable {
    package let artifact: String
    package let version: String

    /// Whether nothing of it is missing that might be had another time.
    package let isSettled: Bool

    /// The configured patterns that fit no file of it.
    package let unmetPatterns: [String]
    package let records: [RecordProblem]
    package let plots: [RecordProblem]
    package let card: [RecordProblem]
  }

  /// Gathers the facts.
  package init(
    repository: Repository, isSettled: Bool, claims: Checksum, problems: [VersionProblems]
  ) {
    self.repository = repository
    self.isSettled = isSettled
    self.claims = claims
    self.problems = problems
  }

  /// Codes of problems that may be gone when nothing in the tags has changed: objects that are missing,
  /// a full disk, a worker that died.
  static let passingCodes: Set<String> = [
    "G005", "G006", "G014", "G016", "G027", "O006", "O020",
  ]
}

extension Checksum {
  /// The state of a repository whose facts are handed on: nobody will compare it with another.
  package static let unknown = Checksum(value: 0)
}

/// What can be told of a repository's facts without reading all of them.
package struct FactsSummary: Hashable, Sendable {
  package let id: String
  package let isSettled: Bool
  package let models: Int
  package let versions: Int
  package let diagnostics: [Diagnostic]
}

/// Facts as bytes.
package struct CodedFacts: Sendable {
  /// What `FactsSummary` reads.
  package let summary: [UInt8]

  /// Everything else.
  package let body: [UInt8]

  /// The places of the spool whose contents belong to the facts.
  package let contents: [Spool.Place]
}

extension RepositoryFacts {
  /// As bytes.
  ///
  /// What concerns one artifact is coded by itself, so that equal artifacts are equal bytes.
  /// Gives each artifact the digest that it has when the bytes are read.
  package mutating func coded() -> CodedFacts {
    var contents = ContentNumbers()
    var artifacts = CodedWriter()
    artifacts.write(repository.artifacts.count)
    for index in repository.artifacts.indices {
      var facts = FactWriter()
      facts.put(repository.artifacts[index])
      repository.artifacts[index].digest = Self.digest(of: facts.bytes, facts.places)
      artifacts.write(facts.bytes)
      artifacts.write(facts.places.count)
      for place in facts.places { artifacts.write(contents.number(of: place)) }
    }
    var head = FactWriter()
    head.put(head: self)
    var told = FactWriter()
    told.coded.write(claims)
    told.put(problems)
    var all = CodedWriter()
    all.write(told.bytes)
    let published = repository.published
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    for place in published { _ = contents.number(of: place.value) }
    all.write(contents.places.count)
    for place in contents.places {
      all.write(place.count)
      all.write(place.checksum)
    }
    all.write(raw: artifacts.bytes)
    all.write(published.count)
    for (blob, place) in published {
      all.write(blob)
      all.write(contents.number(of: place))
    }
    return CodedFacts(summary: head.bytes, body: all.bytes, contents: contents.places)
  }

  /// Reads what `coded` wrote.
  ///
  /// - Parameter start: The offset, in the spool, of the first of the contents, which follow each other.
  package init(
    summary: some Collection<UInt8>, body: some Collection<UInt8>, contentsAt start: Int
  ) throws(FactError) {
    var reader = FactReader(body)
    var head = FactReader(summary)
    var told = FactReader(try reader.require(reader.coded.run()))
    let places = try Self.places(&reader, from: start)
    var artifacts: [Artifact] = []
    for _ in 0..<(try reader.count()) {
      artifacts.append(try Self.artifact(&reader, places))
    }
    let published = try Self.published(&reader, places)
    try reader.finish()
    claims = try told.require(told.coded.checksum())
    problems = try told.take()
    try told.finish()
    let summary = try head.summary()
    isSettled = summary.isSettled
    repository = Repository(
      id: summary.id, url: try head.take(), webURL: try head.take(),
      defaultBranch: try head.take(), head: try head.take(), artifacts: artifacts,
      stages: try head.take(), ignoredTags: try head.take(), tagCount: try head.take(),
      diagnostics: summary.diagnostics, published: published)
    try head.finish()
  }

  private static func published(
    _ reader: inout FactReader, _ places: [Spool.Place]
  ) throws(FactError) -> [String: Spool.Place] {
    var published: [String: Spool.Place] = [:]
    for _ in 0..<(try reader.count()) {
      let blob = try reader.require(reader.coded.text())
      let number = try reader.require(reader.coded.number())
      guard places.indices.contains(number), published[blob] == nil else { throw FactError() }
      published[blob] = places[number]
    }
    return published
  }

  private static func artifact(
    _ reader: inout FactReader, _ places: [Spool.Place]
  ) throws(FactError) -> Artifact {
    let bytes = try reader.require(reader.coded.run())
    var own: [Spool.Place] = []
    for _ in 0..<(try reader.count()) {
      let number: Int = try reader.take()
      guard places.indices.contains(number) else { throw FactError() }
      own.append(places[number])
    }
    var facts = FactReader(bytes, places: own)
    var artifact: Artifact = try facts.take()
    try facts.finish()
    artifact.digest = digest(of: bytes, own)
    return artifact
  }

  private static func places(
    _ reader: inout FactReader, from start: Int
  ) throws(FactError) -> [Spool.Place] {
    var places: [Spool.Place] = []
    var offset = start
    for _ in 0..<(try reader.count()) {
      let count: Int = try reader.take()
      let checksum = try reader.require(reader.coded.checksum())
      let (end, isTooLarge) = offset.addingReportingOverflow(count)
      guard count >= 0, !isTooLarge else { throw FactError() }
      places.append(Spool.Place(offset: offset, count: count, checksum: checksum))
      offset = end
    }
    return places
  }

  private static func digest(of bytes: [UInt8], _ contents: [Spool.Place]) -> Checksum {
    Checksum(joining: [Checksum(bytes)] + contents.map(\.checksum))
  }

  /// The places of all contents of facts that `coded` wrote, to see whether they are whole.
  package static func contents(
    ofBody bytes: some Collection<UInt8>, at start: Int
  ) throws(FactError) -> [Spool.Place] {
    var reader = FactReader(bytes)
    _ = try reader.require(reader.coded.run())
    return try places(&reader, from: start)
  }
}

extension FactsSummary {
  /// Reads the summary of `CodedFacts`.
  package init(coded bytes: some Collection<UInt8>) throws(FactError) {
    var head = FactReader(bytes)
    self = try head.summary()
  }
}

/// The numbers of contents, each once for the whole repository.
private struct ContentNumbers {
  private(set) var places: [Spool.Place] = []
  private var numbers: [Spool.Place: Int] = [:]

  init() {}

  mutating func number(of place: Spool.Place) -> Int {
    if let number = numbers[place] { return number }
    numbers[place] = places.count
    places.append(place)
    return places.count - 1
  }
}

extension FactWriter {
  fileprivate mutating func put(head facts: RepositoryFacts) {
    let repository = facts.repository
    put(repository.id)
    put(facts.isSettled)
    put(repository.artifacts.count)
    put(repository.artifacts.map(\.versions.count).reduce(0, +))
    put(repository.diagnostics)
    put(repository.url)
    put(repository.webURL)
    put(repository.defaultBranch)
    put(repository.head)
    put(repository.stages)
    put(repository.ignoredTags)
    put(repository.tagCount)
  }
}

extension FactReader {
  fileprivate mutating func summary() throws(FactError) -> FactsSummary {
    FactsSummary(
      id: try take(), isSettled: try take(), models: try take(), versions: try take(),
      diagnostics: try take())
  }
}

extension RepositoryFacts.VersionProblems: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(artifact)
    facts.put(version)
    facts.put(isSettled)
    facts.put(unmetPatterns)
    facts.put(records)
    facts.put(plots)
    facts.put(card)
  }

  init(from facts: inout FactReader) throws(FactError) {
    self.init(
      artifact: try facts.take(), version: try facts.take(), isSettled: try facts.take(),
      unmetPatterns: try facts.take(), records: try facts.take(), plots: try facts.take(),
      card: try facts.take())
  }
}
