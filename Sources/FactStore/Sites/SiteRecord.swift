package import Formats
package import Registry

/// What was published in a folder, and from what: so that the next build can leave alone what is the
/// same.
package struct SiteRecord: Hashable, Sendable {
  /// The folder.
  package let output: String

  /// Tells the program that made the site from others.
  package let program: Checksum

  /// Tells everything from which the site was made, but for the facts, from anything else.
  package let settings: Checksum

  /// The facts that it was made of, by repository, sorted by id.
  package var repositories: [RepositoryMark]

  /// What is told of the registry as a whole.
  package var findings: [Diagnostic]

  /// The files in the cache that these facts came from.
  package var facts: [String]

  /// The parts that can be taken over by themselves.
  package var units: [Unit]

  /// All other files, the list of the site's own files among them.
  package var others: [FileMark]

  /// A repository and the checksum of its facts.
  package struct RepositoryMark: Hashable, Sendable {
    package let id: String
    package let facts: Checksum

    /// Pairs them.
    package init(id: String, facts: Checksum) {
      self.id = id
      self.facts = facts
    }
  }

  /// Files that are made together, such as those of a model.
  package struct Unit: Hashable, Sendable {
    package let name: String

    /// Tells everything that the files are made from.
    package let key: Checksum
    package let files: [KeptFile]

    /// Gathers the files.
    package init(name: String, key: Checksum, files: [KeptFile]) {
      self.name = name
      self.key = key
      self.files = files
    }
  }

  /// Describes a site.
  package init(
    output: String, program: Checksum, settings: Checksum, repositories: [RepositoryMark],
    findings: [Diagnostic], facts: [String], units: [Unit], others: [FileMark]
  ) {
    self.output = output
    self.program = program
    self.settings = settings
    self.repositories = repositories
    self.findings = findings
    self.facts = facts
    self.units = units
    self.others = others
  }

  /// How many files the site has, with those that publishing itself writes.
  package var fileCount: Int {
    units.lazy.map(\.files.count).reduce(0, +) + others.count
  }

  /// Whether every file in the folder is the one that was published there.
  package var isIntact: Bool {
    units.allSatisfy { $0.files.allSatisfy { FileMark($0.mark.path, in: output) == $0.mark } }
      && others.allSatisfy { FileMark($0.path, in: output) == $0 }
  }
}

extension SiteRecord {
  private static let mark: [UInt8] = Array("vitrine site ".utf8) + [1]

  /// As bytes.
  var bytes: [UInt8] {
    var coded = CodedWriter()
    coded.write(output)
    coded.write(program)
    coded.write(settings)
    coded.write(repositories.count)
    for repository in repositories {
      coded.write(repository.id)
      coded.write(repository.facts)
    }
    coded.write(Diagnostic.coded(findings))
    coded.write(facts.count)
    for name in facts { coded.write(name) }
    coded.write(units.count)
    for unit in units {
      coded.write(unit.name)
      coded.write(unit.key)
      coded.write(unit.files.count)
      for file in unit.files {
        coded.write(file.mark)
        coded.write(file.sha256 ?? "")
      }
    }
    coded.write(others.count)
    for file in others { coded.write(file) }
    var all = CodedWriter()
    all.write(raw: Self.mark)
    all.write(Checksum(coded.bytes))
    all.write(raw: coded.bytes)
    return all.bytes
  }

  /// Reads what `bytes` gave; nothing for other bytes.
  init?(_ bytes: [UInt8]) {
    let start = Self.mark.count + 8
    guard bytes.starts(with: Self.mark), bytes.count >= start else { return nil }
    var head = CodedReader(bytes[Self.mark.count..<start])
    guard head.checksum() == Checksum(bytes[start...]) else { return nil }
    var reader = CodedReader(bytes[start...])
    guard let output = reader.text(), let program = reader.checksum(),
      let settings = reader.checksum(),
      let repositories = reader.list(of: { reader -> RepositoryMark? in
        guard let id = reader.text(), let facts = reader.checksum() else { return nil }
        return RepositoryMark(id: id, facts: facts)
      }),
      let told = reader.run(), let findings = try? Diagnostic.all(coded: told),
      let facts = reader.list(of: { $0.text() }),
      let units = reader.list(of: Unit.init(from:)),
      let others = reader.list(of: FileMark.init(from:)), reader.isAtEnd
    else { return nil }
    self.init(
      output: output, program: program, settings: settings, repositories: repositories,
      findings: findings, facts: facts, units: units, others: others)
  }
}

extension SiteRecord.Unit {
  fileprivate init?(from reader: inout CodedReader) {
    guard let name = reader.text(), let key = reader.checksum(),
      let files = reader.list(of: { reader -> KeptFile? in
        guard let mark = FileMark(from: &reader), let digest = reader.text() else { return nil }
        return KeptFile(mark: mark, sha256: digest.isEmpty ? nil : digest)
      })
    else { return nil }
    self.init(name: name, key: key, files: files)
  }
}

extension FileMark {
  fileprivate init?(from reader: inout CodedReader) {
    guard let path = reader.text(), let size = reader.number(), let seconds = reader.number(),
      let nanoseconds = reader.number(), let number = reader.number()
    else { return nil }
    self.init(path: path, size: size, seconds: seconds, nanoseconds: nanoseconds, number: number)
  }
}

extension CodedWriter {
  fileprivate mutating func write(_ mark: FileMark) {
    write(mark.path)
    write(mark.size)
    write(mark.seconds)
    write(mark.nanoseconds)
    write(mark.number)
  }
}
