import Formats
import Markdown

/// What a worker is asked: a text, and how it is rendered.
struct CardRequest: Hashable, Sendable {
  let text: CardText
  let options: MarkdownOptions

  /// As bytes for the worker.
  var coded: [UInt8] {
    var writer = CodedWriter()
    writer.write(options.html.rawValue)
    writer.write(options.remoteImages.rawValue)
    writer.write(options.headingShift)
    writer.write(options.idPrefix)
    writer.write(text.firstLine)
    writer.write(text.bytes)
    return writer.bytes
  }
}

extension CardRequest {
  /// Reads what `coded` gave; nothing for other bytes.
  init?(coded: [UInt8]) {
    var reader = CodedReader(coded)
    guard let html = reader.text().flatMap(MarkdownOptions.HTML.init(rawValue:)),
      let images = reader.text().flatMap(MarkdownOptions.RemoteImages.init(rawValue:)),
      let shift = reader.number(), let prefix = reader.text(), let line = reader.number(),
      let bytes = reader.run(), reader.isAtEnd
    else { return nil }
    var options = MarkdownOptions()
    options.html = html
    options.remoteImages = images
    options.headingShift = shift
    options.idPrefix = prefix
    self.init(text: CardText(bytes, firstLine: line), options: options)
  }

  /// Renders the text in this process.
  func outcome() -> CardOutcome {
    do throws(MarkdownRefusal) {
      return .rendered(
        try MarkdownRenderer.render(text.bytes, options: options, firstLine: text.firstLine))
    } catch {
      return .refused(error)
    }
  }
}
