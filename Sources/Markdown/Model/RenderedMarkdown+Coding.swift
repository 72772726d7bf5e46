import Formats

extension RenderedMarkdown {
  /// The first byte, by which a form of another release is told apart.
  private static let form: UInt8 = 1

  /// As bytes, for another process or a file.
  package var coded: [UInt8] {
    var writer = CodedWriter()
    writer.write(byte: Self.form)
    writer.write(pieces.count)
    for piece in pieces { piece.write(to: &writer) }
    writer.write(headings.count)
    for heading in headings { heading.write(to: &writer) }
    writer.write(findings.count)
    for finding in findings { finding.write(to: &writer) }
    return writer.bytes
  }

  /// Reads what `coded` wrote; nothing for other bytes.
  package init?(coded: some Collection<UInt8>) {
    var reader = CodedReader(coded)
    guard reader.byte() == Self.form,
      let pieces = reader.list(of: Piece.init(from:)),
      let headings = reader.list(of: MarkdownHeading.init(from:)),
      let findings = reader.list(of: MarkdownFinding.init(from:)),
      reader.isAtEnd
    else { return nil }
    self.init(pieces: pieces, headings: headings, findings: findings)
  }
}

extension RenderedMarkdown.Piece {
  private enum Tag: UInt8 {
    case markup, linkStart, linkEnd, image
  }

  fileprivate func write(to writer: inout CodedWriter) {
    switch self {
    case .markup(let bytes):
      writer.write(byte: Tag.markup.rawValue)
      writer.write(bytes)
    case .linkStart(let file, let title):
      writer.write(byte: Tag.linkStart.rawValue)
      file.write(to: &writer)
      writer.write(title)
    case .linkEnd:
      writer.write(byte: Tag.linkEnd.rawValue)
    case .image(let file, let traits):
      writer.write(byte: Tag.image.rawValue)
      file.write(to: &writer)
      traits.write(to: &writer)
    }
  }

  fileprivate init?(from reader: inout CodedReader) {
    switch reader.byte().flatMap(Tag.init(rawValue:)) {
    case .markup:
      guard let bytes = reader.run() else { return nil }
      self = .markup(bytes)
    case .linkStart:
      guard let file = FileReference(from: &reader), let title = reader.text() else { return nil }
      self = .linkStart(file, title: title)
    case .linkEnd:
      self = .linkEnd
    case .image:
      guard let file = FileReference(from: &reader), let traits = ImageTraits(from: &reader)
      else { return nil }
      self = .image(file, traits)
    case nil:
      return nil
    }
  }
}

extension FileReference {
  fileprivate func write(to writer: inout CodedWriter) {
    writer.write(path)
    writer.write(suffix)
  }

  fileprivate init?(from reader: inout CodedReader) {
    guard let path = reader.text(), let suffix = reader.text() else { return nil }
    self.init(path: path, suffix: suffix)
  }
}

extension ImageTraits {
  fileprivate func write(to writer: inout CodedWriter) {
    writer.write(alternative)
    writer.write(title)
    for size in [width, height] {
      writer.write(byte: size == nil ? 0 : 1)
      if let size { writer.write(size) }
    }
  }

  fileprivate init?(from reader: inout CodedReader) {
    guard let alternative = reader.text(), let title = reader.text(),
      let width = Self.size(from: &reader), let height = Self.size(from: &reader)
    else { return nil }
    self.init()
    self.alternative = alternative
    self.title = title
    self.width = width
    self.height = height
  }

  /// Nothing where there is no size to read, `nil` where the image has none.
  private static func size(from reader: inout CodedReader) -> Int?? {
    switch reader.byte() {
    case 0: .some(nil)
    case 1: reader.number().map(Optional.some)
    default: nil
    }
  }
}

extension MarkdownHeading {
  fileprivate func write(to writer: inout CodedWriter) {
    writer.write(level)
    writer.write(id)
    writer.write(text)
    writer.write(line)
  }

  fileprivate init?(from reader: inout CodedReader) {
    guard let level = reader.number(), let id = reader.text(), let text = reader.text(),
      let line = reader.number()
    else { return nil }
    self.init(level: level, id: id, text: text, line: line)
  }
}

extension MarkdownFinding {
  fileprivate func write(to writer: inout CodedWriter) {
    writer.write(byte: kind.rawValue)
    writer.write(count)
    writer.write(line)
    writer.write(example)
  }

  fileprivate init?(from reader: inout CodedReader) {
    guard let kind = reader.byte().flatMap(Kind.init(rawValue:)), let count = reader.number(),
      let line = reader.number(), let example = reader.text()
    else { return nil }
    self.init(kind, count: count, line: line, example: example)
  }
}
