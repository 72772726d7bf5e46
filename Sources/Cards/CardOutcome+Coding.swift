import Formats
import Markdown

/// What a worker answers: nothing but `rendered` and `refused`, since it can't tell of its own end.
extension CardOutcome {
  private enum Tag: UInt8 {
    case rendered, nesting, brackets, longLine
  }

  /// As bytes from the worker; nothing where a worker does not say that.
  var answer: [UInt8]? {
    var writer = CodedWriter()
    switch self {
    case .rendered(let markdown):
      writer.write(byte: Tag.rendered.rawValue)
      return writer.bytes + markdown.coded
    case .refused(let refusal):
      let (tag, line) = Self.parts(of: refusal)
      writer.write(byte: tag.rawValue)
      writer.write(line)
      return writer.bytes
    case .overran, .failed:
      return nil
    }
  }

  /// Reads what `answer` gave; nothing for other bytes.
  init?(answer: [UInt8]) {
    guard let tag = answer.first.flatMap(Tag.init(rawValue:)) else { return nil }
    let rest = answer.dropFirst()
    if tag == .rendered {
      guard let markdown = RenderedMarkdown(coded: rest) else { return nil }
      self = .rendered(markdown)
    } else {
      var reader = CodedReader(rest)
      guard let line = reader.number(), reader.isAtEnd,
        let refusal = Self.refusal(tag, line: line)
      else { return nil }
      self = .refused(refusal)
    }
  }

  private static func parts(of refusal: MarkdownRefusal) -> (Tag, line: Int) {
    switch refusal {
    case .nesting(let line): (.nesting, line)
    case .brackets(let line): (.brackets, line)
    case .longLine(let line): (.longLine, line)
    }
  }

  private static func refusal(_ tag: Tag, line: Int) -> MarkdownRefusal? {
    switch tag {
    case .rendered: nil
    case .nesting: .nesting(line: line)
    case .brackets: .brackets(line: line)
    case .longLine: .longLine(line: line)
    }
  }
}
