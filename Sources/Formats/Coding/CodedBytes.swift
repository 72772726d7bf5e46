/// Puts values one after the other into bytes that `CodedReader` takes apart again.
package struct CodedWriter {
  package private(set) var bytes: [UInt8] = []

  /// Makes a writer with nothing written.
  package init() {}

  /// Writes bytes without their count.
  package mutating func write(raw run: some Sequence<UInt8>) { bytes.append(contentsOf: run) }

  /// Writes a single byte.
  package mutating func write(byte: UInt8) { bytes.append(byte) }

  /// Writes a number: seven bits a byte, the lowest first.
  package mutating func write(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes bytes with their count before them.
  package mutating func write(_ run: [UInt8]) {
    write(run.count)
    bytes.append(contentsOf: run)
  }

  /// Writes a text as UTF-8.
  package mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }
}

/// Takes the bytes of `CodedWriter` apart.
///
/// Everything gives nothing where the bytes end too early or are not as the writer makes them, so
/// that bytes from another process are safe to read and each value has one form only.
package struct CodedReader {
  private let bytes: [UInt8]
  private var position = 0

  /// Makes a reader that stands before the first byte.
  package init(_ bytes: some Collection<UInt8>) { self.bytes = Array(bytes) }

  /// Whether everything is read.
  package var isAtEnd: Bool { position == bytes.count }

  /// Reads a single byte.
  package mutating func byte() -> UInt8? {
    guard position < bytes.count else { return nil }
    defer { position += 1 }
    return bytes[position]
  }

  /// Reads a number in its shortest form.
  package mutating func number() -> Int? {
    var value: UInt64 = 0
    for index in 0..<10 {
      guard let next = byte() else { return nil }
      value |= UInt64(next & 0x7F) << UInt64(7 * index)
      guard next < 0x80 else { continue }
      let isShortest = index == 0 || next != 0
      let fits = index < 9 || next == 1
      return isShortest && fits ? Int(Int64(bitPattern: value)) : nil
    }
    return nil
  }

  /// Reads a number of things of which each takes a byte at least.
  package mutating func count() -> Int? {
    guard let count = number(), count >= 0, count <= bytes.count - position else { return nil }
    return count
  }

  /// Reads bytes with their count before them.
  package mutating func run() -> [UInt8]? { slice().map(Array.init) }

  /// Reads so many bytes.
  package mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= bytes.count - position else { return nil }
    defer { position += count }
    return bytes[position..<position + count]
  }

  /// Reads a text, which has to be right UTF-8.
  package mutating func text() -> String? {
    slice().flatMap { $0.isEmpty ? "" : String(validating: $0, as: UTF8.self) }
  }

  /// Reads as many things as a count before them says.
  package mutating func list<Element>(
    of element: (inout CodedReader) -> Element?
  ) -> [Element]? {
    guard let count = count() else { return nil }
    var list: [Element] = []
    // A count may be a lie, and an element is larger than the byte that stands for it.
    list.reserveCapacity(min(count, 1024))
    for _ in 0..<count {
      guard let next = element(&self) else { return nil }
      list.append(next)
    }
    return list
  }

  private mutating func slice() -> ArraySlice<UInt8>? {
    guard let count = count() else { return nil }
    defer { position += count }
    return bytes[position..<position + count]
  }
}
