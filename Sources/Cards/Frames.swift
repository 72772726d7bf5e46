/// How messages stand in a pipe: four bytes with their length, the lowest first, then themselves.
enum Frame {
  /// The longest message: what the largest card becomes has room in it many times over.
  static let limit = 1 << 26

  /// The first message of a worker, which tells that it runs and speaks this form.
  static let ready = Array("vitrine card worker 1".utf8)

  /// The message with its length.
  static func framing(_ message: [UInt8]) -> [UInt8] {
    var frame: [UInt8] = []
    frame.reserveCapacity(message.count + 4)
    for shift in [0, 8, 16, 24] { frame.append(UInt8(truncatingIfNeeded: message.count >> shift)) }
    frame.append(contentsOf: message)
    return frame
  }
}

/// Cuts the bytes of a pipe into messages, however they come in.
struct FrameBuffer {
  /// A length that no message has: the other side is not what it should be.
  struct LengthError: Error {}

  private var bytes: [UInt8] = []
  private var position = 0

  /// Whether everything that came in was given out.
  var isEmpty: Bool { position == bytes.count }

  /// Takes in what came next.
  mutating func append(_ more: UnsafeRawBufferPointer) {
    if position > 1 << 16 || position == bytes.count {
      bytes.removeSubrange(0..<position)
      position = 0
    }
    unsafe bytes.append(contentsOf: more)
  }

  /// The next message; nothing where it is not complete.
  mutating func next() throws(LengthError) -> [UInt8]? {
    guard bytes.count - position >= 4 else { return nil }
    let length = (0..<4).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
    guard length <= Frame.limit else { throw LengthError() }
    let start = position + 4
    guard bytes.count - start >= length else { return nil }
    position = start + length
    return Array(bytes[start..<position])
  }
}
