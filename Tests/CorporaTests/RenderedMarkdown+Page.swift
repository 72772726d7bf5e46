import Markdown

extension RenderedMarkdown {
  /// Renders a text, and gives it as it would stand on a page where every file that it names is there.
  ///
  /// A text that is refused is shown as it is written.
  static func page(of text: [UInt8], options: MarkdownOptions) -> String {
    let rendered =
      (try? MarkdownRenderer.render(text, options: options))
      ?? MarkdownRenderer.plain(text, options: options)
    return rendered.page
  }

  /// The markup, with addresses as they are written for those that depend on the commit.
  var page: String {
    var bytes: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .markup(let markup): bytes += markup
      case .linkStart(let file, let title):
        bytes += Array("<a href=\"\(file.address.escaped)\"\(Self.attribute("title", title))>".utf8)
      case .linkEnd: bytes += Array("</a>".utf8)
      case .image(let file, let traits): bytes += Array(Self.image(file, traits).utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func image(_ file: FileReference, _ traits: ImageTraits) -> String {
    let address = file.address.escaped
    return "<img src=\"\(address)\" alt=\"\(traits.alternative.escaped)\""
      + attribute("title", traits.title) + attribute("width", traits.width.map(String.init) ?? "")
      + attribute("height", traits.height.map(String.init) ?? "") + ">"
  }

  private static func attribute(_ name: String, _ value: String) -> String {
    value.isEmpty ? "" : " \(name)=\"\(value.escaped)\""
  }
}

extension FileReference {
  /// The path, percent-encoded, so that nobody takes its begin for a scheme or a host.
  fileprivate var address: String {
    let kept = Set("/-._~".utf8)
    var address = path.hasPrefix("//") ? "/." : ""
    for byte in path.utf8 {
      let character = Character(UnicodeScalar(byte))
      if kept.contains(byte) || (byte < 128 && (character.isLetter || character.isNumber)) {
        address.append(character)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        address += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return address + suffix
  }
}

extension String {
  /// For an attribute in double quotes.
  fileprivate var escaped: String {
    replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;")
  }
}
