import Cards
import GitStore
import Markdown
import Testing

@testable import Registry
@testable import Site

@Suite("The text of a card")
struct CardMarkupTests {
  private let cards: SampleCards

  init() throws { cards = try SampleCards() }

  private static func link(
    _ path: String, suffix: String = "", title: String = "", text: String = "here"
  ) -> [RenderedMarkdown.Piece] {
    [
      .linkStart(FileReference(path: path, suffix: suffix), title: title),
      .markup(Array(text.utf8)), .linkEnd,
    ]
  }

  private static func image(_ path: String, _ traits: ImageTraits) -> RenderedMarkdown.Piece {
    .image(FileReference(path: path), traits)
  }

  private static func traits(
    _ alternative: String = "", title: String = "", width: Int? = nil, height: Int? = nil
  ) -> ImageTraits {
    var traits = ImageTraits()
    (traits.alternative, traits.title) = (alternative, title)
    (traits.width, traits.height) = (width, height)
    return traits
  }

  private func markup(
    _ pieces: [RenderedMarkdown.Piece], _ targets: [String: CardTarget] = [:],
    webURL: String? = "https://github.com/acme/r"
  ) throws -> String {
    let commit = try SampleRegistry.commit(1)
    let registry = try SampleCards.registry([])
    let bytes = CardMarkup.bytes(
      of: RenderedMarkdown(pieces: pieces), try cards.card(targets: targets),
      files: CardFiles(ForgeLinks(webURL: webURL), at: commit),
      addresses: SiteAddresses(registry: registry),
      link: SiteLinker(page: SitePath("models", "r", "m", "v1.0.0", "index.html")))
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("leads to files of the repository as of the commit")
  func files() throws {
    let commit = try SampleRegistry.commit(1).hex
    let targets = ["a b.py": CardTarget.file("models/a b.py"), "/": .file("")]
    let file = try markup(Self.link("a b.py", suffix: "#L3", title: "\"x\" <y>"), targets)
    #expect(
      file == """
        <a href="https://github.com/acme/r/blob/\(commit)/models/a%20b.py#L3" \
        title="&quot;x&quot; &lt;y&gt;" rel="nofollow noopener noreferrer">here</a>
        """)
    #expect(try markup(Self.link("/"), targets).contains("/acme/r/tree/\(commit)\""))
  }

  @Test("keeps the words of a link that leads nowhere, and stays well nested")
  func noLink() throws {
    let missing = ["gone.md": CardTarget.missing("not there"), "x": .file("x")]
    #expect(try markup(Self.link("gone.md"), missing) == "here")
    #expect(try markup(Self.link("unheard.md"), missing) == "here")
    #expect(try markup(Self.link("x"), missing, webURL: nil) == "here")
    #expect(try markup(Self.link("gone.md") + [.linkEnd] + Self.link("gone.md")) == "herehere")
    let open = try markup([.linkStart(FileReference(path: "x"), title: "")], missing)
    #expect(open.hasSuffix("</a>") && open.occurrences(of: "<a ") == 1)
  }

  @Test("shows images from the site's own copy, in the size that they will have")
  func image() throws {
    let targets = ["i.png": CardTarget.image(try cards.image())]
    let file = "assets/cards/\(String(repeating: "a", count: 32)).png"
    let end = " loading=\"lazy\" decoding=\"async\">"
    let plain = try markup([Self.image("i.png", Self.traits("A \"plot\" & <b>"))], targets)
    let shown = "alt=\"A &quot;plot&quot; &amp; &lt;b&gt;\" width=\"800\" height=\"400\""
    #expect(plain == "<img src=\"../../../../\(file)\" \(shown)\(end)")
    let link = try markup(Self.link("i.png"), targets)
    #expect(link == "<a href=\"../../../../\(file)\">here</a>")
  }

  @Test(
    "scales the other side of an image of 800 × 400 pixels",
    arguments: [
      (200, nil, "width=\"200\" height=\"100\""), (nil, 50, "width=\"100\" height=\"50\""),
      (30, 40, "width=\"30\" height=\"40\""), (1, nil, "width=\"1\" height=\"1\""),
    ] as [(Int?, Int?, String)])
  func size(width: Int?, height: Int?, expected: String) throws {
    let targets = ["i.png": CardTarget.image(try cards.image())]
    let traits = Self.traits(width: width, height: height)
    #expect(try markup([Self.image("i.png", traits)], targets).contains(expected))
  }

  @Test("leaves the size of an image open that doesn't tell it")
  func unknownSize() throws {
    let targets = ["i.png": CardTarget.image(try cards.image(width: 0, height: 0))]
    let text = try markup([Self.image("i.png", Self.traits(width: 9))], targets)
    #expect(!text.contains("width") && text.contains("<img "))
  }

  @Test("shows the description of an image that isn't there, and why")
  func missingImage() throws {
    let targets = ["i.svg": CardTarget.missing("an SVG <drawing>"), "f": .file("f")]
    let named = try markup([Self.image("i.svg", Self.traits("Loss\u{202E} <curve>"))], targets)
    #expect(named.contains("<bdi>Loss[U+202E] &lt;curve&gt;</bdi>"))
    #expect(named.contains("Image not shown: <bdi>an SVG &lt;drawing&gt;</bdi>"))
    let unnamed = try markup([Self.image("i.svg", Self.traits())], targets)
    #expect(unnamed.contains("<bdi>i.svg</bdi>"))
    #expect(try markup([Self.image("f", Self.traits())], targets).contains("not an image"))
    #expect(try markup([Self.image("x", Self.traits())]).contains("not in the repository"))
  }
}
