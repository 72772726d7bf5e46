/// The marks of block quotes and lists that a line begins with.
enum ContainerMarks {
  /// How many there are at most, since some may be code.
  static func count(in line: ArraySlice<UInt8>) -> Int {
    var count = 0
    var rest = line
    while true {
      rest = rest.drop(while: \.isBlank)
      guard let length = length(ofMarkAt: rest) else { return count }
      count += 1
      rest = rest.dropFirst(length)
    }
  }

  /// How long the mark is that a text begins with; nothing if it begins with none.
  static func length(ofMarkAt text: ArraySlice<UInt8>) -> Int? {
    switch text.first {
    case UInt8(ascii: ">"): 1
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      endsMark(text.dropFirst()) ? 1 : nil
    case let byte? where byte.isDigit: lengthOfNumber(text)
    default: nil
    }
  }

  private static func lengthOfNumber(_ text: ArraySlice<UInt8>) -> Int? {
    let digits = text.prefix(10).prefix(while: \.isDigit).count
    let rest = text.dropFirst(digits)
    guard digits < 10, rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")"),
      endsMark(rest.dropFirst())
    else { return nil }
    return digits + 1
  }

  private static func endsMark(_ rest: ArraySlice<UInt8>) -> Bool { rest.first?.isBlank ?? true }
}
