import Testing

@testable import Markdown

@Suite("Rendered Markdown as bytes")
struct RenderedMarkdownCodingTests {
  static let everything = RenderedMarkdown(
    pieces: [
      .markup(Array("<p>Ü & 🦊</p>".utf8)), .markup([]), .markup([0xFF, 0x00, 0x80]),
      .linkStart(FileReference(path: "/data/a b.csv", suffix: "?x#y"), title: "Tïtle"),
      .linkStart(FileReference(path: "x"), title: ""), .linkEnd,
      .image(FileReference(path: "../i.png"), ImageTraits()),
      .image(FileReference(path: "i.png", suffix: "#f"), traits(width: 1, height: nil)),
      .image(FileReference(path: "i.png"), traits(width: nil, height: 4096)),
    ],
    headings: [
      MarkdownHeading(level: 1, id: "card-a", text: "A", line: 3),
      MarkdownHeading(level: 6, id: "", text: "\u{0}\u{301}", line: .max),
      MarkdownHeading(level: .min, id: "é", text: "e\u{301}", line: -1),
    ],
    findings: MarkdownFinding.Kind.allCases.map {
      MarkdownFinding($0, count: 127 + Int($0.rawValue), line: 1 << 40, example: "<\($0)>")
    })

  private static func traits(width: Int?, height: Int?) -> ImageTraits {
    var traits = ImageTraits()
    traits.alternative = "what is seen"
    traits.title = "a title"
    traits.width = width
    traits.height = height
    return traits
  }

  static let large = RenderedMarkdown(
    pieces: (0..<20_000).flatMap { index -> [RenderedMarkdown.Piece] in
      [
        .markup(Array(repeating: UInt8(truncatingIfNeeded: index), count: index % 500)),
        .linkStart(FileReference(path: "file-\(index)"), title: ""), .linkEnd,
      ]
    })

  @Test("comes back as it was", arguments: [RenderedMarkdown(), everything, large])
  func roundTrip(_ markdown: RenderedMarkdown) {
    #expect(RenderedMarkdown(coded: markdown.coded) == markdown)
    #expect(RenderedMarkdown(coded: ([7] + markdown.coded).dropFirst()) == markdown)
  }

  @Test("keeps texts that are equal but of other bytes apart")
  func normalization() throws {
    let coded = RenderedMarkdown(
      headings: [MarkdownHeading(level: 1, id: "", text: "e\u{301}", line: 1)]
    ).coded
    let heading = try #require(RenderedMarkdown(coded: coded)?.headings.first)
    #expect(Array(heading.text.utf8) == Array("e\u{301}".utf8))
  }

  @Test("is nothing where bytes are missing at the end")
  func truncation() {
    let coded = Self.everything.coded
    for count in 0..<coded.count {
      #expect(RenderedMarkdown(coded: coded.prefix(count)) == nil, "\(count) bytes")
    }
  }

  @Test("is nothing where bytes follow", arguments: [0, 1, 255] as [UInt8])
  func trailingByte(_ byte: UInt8) {
    #expect(RenderedMarkdown(coded: Self.everything.coded + [byte]) == nil)
  }

  @Test("has one form: changed bytes are refused or mean something else")
  func changedBytes() {
    let coded = Self.everything.coded
    for index in coded.indices {
      for change in [1, 2, 0x0F, 0x10, 0x40, 0x80, 0xFF] as [UInt8] {
        var changed = coded
        changed[index] ^= change
        let read = RenderedMarkdown(coded: changed)
        #expect(read == nil || read?.coded == changed, "byte \(index) by \(change)")
      }
    }
  }

  @Test("takes no nonsense")
  func nonsense() {
    var state: UInt64 = 42
    for count in 0..<2_000 {
      let bytes = (0..<count % 90).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 58)
      }
      let read = RenderedMarkdown(coded: [1] + bytes)
      #expect(read == nil || read?.coded == [1] + bytes)
    }
  }

  @Test(
    "takes no other form of a number, a count, a tag or a text",
    arguments: [
      [2, 0, 0, 0],  // another release
      [1, 0x80, 0, 0, 0],  // 0 in two bytes
      [1, 1, 9, 0, 0],  // no such piece
      [1, 0, 0, 1, 99, 1, 1, 0],  // no such finding
      [1, 1, 1, 1, 0xFF, 0, 0, 0, 0],  // no UTF-8
      [1, 1, 1, 2, 0xC0, 0x80, 0, 0, 0, 0],  // overlong UTF-8
      [1, 1, 3, 0, 0, 0, 0, 2, 0, 0, 0],  // neither a width nor none
      [1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1],  // −1 pieces
      [1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 2],  // beyond 64 bits
      [1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F],  // more than there are
      [1, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0],
    ] as [[UInt8]])
  func otherForms(_ bytes: [UInt8]) {
    #expect(RenderedMarkdown(coded: bytes) == nil)
  }
}
