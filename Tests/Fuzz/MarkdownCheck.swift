import Markdown

/// What has to hold for the markup of a card.
enum MarkdownCheck {
  /// A whole card.
  static func card(_ bytes: [UInt8]) {
    guard let rendered = try? MarkdownRenderer.render(bytes, options: MarkdownOptions()) else {
      return check(MarkdownRenderer.plain(bytes, options: MarkdownOptions()))
    }
    check(rendered)
  }

  /// HTML alone: one block of it, which goes on to the next empty line.
  static func html(_ bytes: [UInt8]) {
    let lines = bytes.split { $0 == 10 || $0 == 13 }.filter { !$0.allSatisfy { $0 <= 32 } }
    card(Array(([Array("<div>".utf8)[...]] + lines).joined(separator: [10])))
  }

  private static func check(_ rendered: RenderedMarkdown) {
    var nesting = NestingCheck()
    for piece in rendered.pieces {
      switch piece {
      case .markup(let markup): nesting.read(markup)
      case .linkStart(let file, _):
        check(file)
        nesting.open("a")
      case .linkEnd: nesting.close("a")
      case .image(let file, let traits):
        check(file)
        for side in [traits.width, traits.height] {
          expect(side.map { (1...4096).contains($0) } ?? true, "an image of \(side ?? 0) pixels")
        }
      }
    }
    nesting.finish()
    let ids = Set(rendered.headings.map(\.id))
    expect(ids.count == rendered.headings.count, "two headings of one id")
    expect(ids.allSatisfy { $0.utf8.starts(with: "card-".utf8) }, "an id without its prefix")
    expect(RenderedMarkdown(coded: rendered.coded) == rendered, "another text after its coding")
  }

  private static func check(_ file: FileReference) {
    expect(!file.path.isEmpty && !file.path.utf8.contains(0), "a path that is none")
    let first = file.suffix.first
    expect(first == nil || first == "?" || first == "#", "a suffix that is none: \(file.suffix)")
    expect(!file.suffix.contains { "\"<> ".contains($0) }, "a suffix that isn't coded")
  }
}
