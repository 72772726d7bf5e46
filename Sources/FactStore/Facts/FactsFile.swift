package import Cards
package import Formats
import Glibc
package import Registry

/// A file with the facts of one repository.
package struct FactsFile: Sendable {
  package let path: String
  package let header: FactsHeader

  /// Where the summary, the body and the contents begin.
  private let starts: (summary: Int, body: Int, contents: Int)

  /// Opens a file and reads its header.
  package init(_ path: String) throws(FactsFileError) {
    self.path = path
    let (file, head) = try Self.open(path)
    let (header, count) = try FactsHeader.read(head)
    var end = count
    var ends: [Int] = []
    for part in [header.summary.count, header.body.count, header.contentsCount] {
      let (next, isTooLarge) = end.addingReportingOverflow(part)
      guard !isTooLarge else { throw .damaged }
      end = next
      ends.append(end)
    }
    guard file.size == end else { throw .damaged }
    self.header = header
    starts = (count, ends[0], ends[1])
  }

  /// Throws unless the facts can stand beside those that a program reads by some settings.
  package func require(program: String, reading: Checksum) throws(FactsFileError) {
    guard header.program == program else { throw .otherProgram(header.program) }
    guard header.reading == reading else { throw .otherReading }
  }

  /// What can be told without reading all of it.
  package func summary() throws(FactsFileError) -> FactsSummary {
    let bytes = try part(header.summary, at: starts.summary)
    do throws(FactError) { return try FactsSummary(coded: bytes) } catch { throw .damaged }
  }

  /// All facts; their contents stay in the file, to be read through the spool.
  package func facts(into spool: Spool) throws(FactsFileError) -> RepositoryFacts {
    let summary = try part(header.summary, at: starts.summary)
    let body = try part(header.body, at: starts.body)
    guard let offset = try? spool.attach(path) else { throw .damaged }
    do throws(FactError) {
      return try RepositoryFacts(
        summary: summary, body: body, contentsAt: offset + starts.contents)
    } catch {
      throw .damaged
    }
  }

  /// Reads the contents once, to find out whether they are whole.
  package func verifyContents() throws(FactsFileError) {
    let body = try part(header.body, at: starts.body)
    let places: [Spool.Place]
    do throws(FactError) {
      places = try RepositoryFacts.contents(ofBody: body, at: starts.contents)
    } catch {
      throw .damaged
    }
    let (file, _) = try Self.open(path)
    var end = starts.contents
    for place in places {
      let bytes = (try? file.read(place.count, at: place.offset)) ?? []
      guard bytes.count == place.count, Checksum(bytes) == place.checksum else { throw .damaged }
      end += place.count
    }
    guard end == file.size else { throw .damaged }
  }

  private func part(
    _ part: FactsHeader.Part, at start: Int
  ) throws(FactsFileError) -> [UInt8] {
    let (file, _) = try Self.open(path)
    guard let bytes = try? file.read(part.count, at: start), Checksum(bytes) == part.checksum else {
      throw .damaged
    }
    return bytes
  }

  private static func open(_ path: String) throws(FactsFileError) -> (FileReader, head: [UInt8]) {
    do throws(FileError) {
      let file = try FileReader(path, followsLinks: true)
      return (file, try file.read(FactsHeader.sizeLimit, at: 0))
    } catch {
      throw .unreadable(error.reason)
    }
  }

  /// Writes facts with their contents, and gives their artifacts digests.
  @discardableResult
  package static func write(
    _ facts: inout RepositoryFacts, program: String, reading: Checksum, state: Checksum,
    from spool: Spool, to path: String, permissions: UInt32 = 0o644
  ) throws(FactsWriteError) -> FactsHeader {
    let coded = facts.coded()
    let header = FactsHeader(
      program: program, reading: reading, state: state, summary: FactsHeader.Part(coded.summary),
      body: FactsHeader.Part(coded.body),
      contentsCount: coded.contents.lazy.map(\.count).reduce(0, +))
    do throws(FileError) {
      let file = try FileWriter(path, permissions: permissions)
      try file.write(header.bytes)
      try file.write(coded.summary)
      try file.write(coded.body)
      for place in coded.contents {
        guard let bytes = try? spool.bytes(at: place) else { throw FileError(code: EIO) }
        try file.write(bytes)
      }
      try file.finish()
      return header
    } catch {
      throw FactsWriteError(reason: error.reason)
    }
  }
}

/// A file of facts could not be written.
package struct FactsWriteError: Error, Hashable, Sendable {
  /// The system's words.
  package let reason: String
}
