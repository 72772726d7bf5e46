/// Turns text into HTML character data that is safe between tags and in quoted attributes.
package enum HTMLEscape {
  /// Appends text with `&`, `<`, `>`, `"` and `'` replaced by character references.
  package static func append(_ text: String, to buffer: inout [UInt8]) {
    append(text.utf8Span.span, to: &buffer)
  }

  /// Appends UTF-8 bytes with `&`, `<`, `>`, `"` and `'` replaced by character references.
  package static func append(_ bytes: Span<UInt8>, to buffer: inout [UInt8]) {
    var start = 0
    for index in bytes.indices {
      guard let reference = reference(for: bytes[index]) else { continue }
      appendRun(bytes.extracting(start..<index), to: &buffer)
      buffer.append(contentsOf: reference.utf8)
      start = index + 1
    }
    appendRun(bytes.extracting(start..<bytes.count), to: &buffer)
  }

  @inline(__always)
  private static func reference(for byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }

  /// The pointer doesn't outlive the call and is only read within the span's bounds.
  @inline(__always)
  private static func appendRun(_ run: Span<UInt8>, to buffer: inout [UInt8]) {
    unsafe run.withUnsafeBufferPointer { unsafe buffer.append(contentsOf: $0) }
  }
}
