package import Formats

/// What stands before the facts in a file: whose they are, and how to tell whether they are whole.
package struct FactsHeader: Hashable, Sendable {
  /// The version of the program that wrote the file.
  package let program: String

  /// By what settings the repository was read.
  package let reading: Checksum

  /// The state that the repository was in.
  package let state: Checksum

  /// The parts that follow each other after the header.
  let summary: Part
  let body: Part
  let contentsCount: Int

  /// A number of bytes, and what they are checked by.
  struct Part: Hashable, Sendable {
    let count: Int
    let checksum: Checksum

    init(_ bytes: [UInt8]) {
      count = bytes.count
      checksum = Checksum(bytes)
    }

    fileprivate init?(_ reader: inout CodedReader) {
      guard let count = reader.number(), count >= 0, let checksum = reader.checksum() else {
        return nil
      }
      self.count = count
      self.checksum = checksum
    }
  }

  /// Tells the facts from all others.
  package var checksum: Checksum { Checksum(joining: [summary.checksum, body.checksum]) }

  /// What every such file begins with; the last byte is the form of all that follows.
  static let mark: [UInt8] = Array("vitrine facts ".utf8) + [1]

  /// The mark, the length of the header in two bytes, the header, its checksum.
  var bytes: [UInt8] {
    var coded = CodedWriter()
    coded.write(program)
    coded.write(reading)
    coded.write(state)
    for part in [summary, body] {
      coded.write(part.count)
      coded.write(part.checksum)
    }
    coded.write(contentsCount)
    var file = CodedWriter()
    file.write(raw: Self.mark)
    file.write(byte: UInt8(truncatingIfNeeded: coded.bytes.count >> 8))
    file.write(byte: UInt8(truncatingIfNeeded: coded.bytes.count))
    file.write(raw: coded.bytes)
    file.write(Checksum(coded.bytes))
    return file.bytes
  }

  /// The most bytes that a header takes.
  static let sizeLimit = 1 << 12

  /// Reads a header, and tells how many bytes it takes.
  static func read(_ bytes: [UInt8]) throws(FactsFileError) -> (header: FactsHeader, count: Int) {
    guard bytes.starts(with: mark.dropLast()), bytes.count > mark.count else {
      throw .noFacts
    }
    guard bytes[mark.count - 1] == mark.last else { throw .otherProgram(nil) }
    var reader = CodedReader(bytes.dropFirst(mark.count))
    guard let high = reader.byte(), let low = reader.byte(),
      let coded = reader.bytes(Int(high) << 8 | Int(low)),
      let checksum = reader.checksum(), checksum == Checksum(coded)
    else { throw .damaged }
    var fields = CodedReader(coded)
    guard let program = fields.text(), let reading = fields.checksum(),
      let state = fields.checksum(), let summary = Part(&fields), let body = Part(&fields),
      let contentsCount = fields.number(), contentsCount >= 0, fields.isAtEnd
    else { throw .damaged }
    let header = FactsHeader(
      program: program, reading: reading, state: state, summary: summary, body: body,
      contentsCount: contentsCount)
    return (header, mark.count + 2 + coded.count + 8)
  }
}

/// Why a file of facts cannot be used.
package enum FactsFileError: Error, Hashable, Sendable {
  /// The system's words.
  case unreadable(String)
  /// It is some other file.
  case noFacts
  /// Another version of the program wrote it; which, where that can be told.
  case otherProgram(String?)
  /// It was read by other settings.
  case otherReading
  case damaged
}
