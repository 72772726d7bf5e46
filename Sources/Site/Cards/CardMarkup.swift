import Cards
import Markdown
import Mustache
import Registry

/// Markup of a card for one page: the addresses of the commit's files are put into the rendered text
/// (`hostile-input.md` §1, links and images).
struct CardMarkup {
  private let card: VersionCard
  private let files: CardFiles
  private let addresses: SiteAddresses
  private let link: SiteLinker
  private var bytes: [UInt8] = []

  /// Whether the link that the next end belongs to leads anywhere.
  private var isLinkOpen = false

  /// The markup of a text.
  static func bytes(
    of text: RenderedMarkdown, _ card: VersionCard, files: CardFiles, addresses: SiteAddresses,
    link: SiteLinker
  ) -> [UInt8] {
    var markup = CardMarkup(card: card, files: files, addresses: addresses, link: link)
    for piece in text.pieces { markup.append(piece) }
    markup.endLink()
    return markup.bytes
  }

  private init(card: VersionCard, files: CardFiles, addresses: SiteAddresses, link: SiteLinker) {
    (self.card, self.files, self.addresses, self.link) = (card, files, addresses, link)
  }

  private mutating func append(_ piece: RenderedMarkdown.Piece) {
    switch piece {
    case .markup(let markup): bytes += markup
    case .linkStart(let reference, let title): startLink(to: reference, title: title)
    case .linkEnd: endLink()
    case .image(let reference, let traits): appendImage(reference, traits)
    }
  }

  // MARK: Links

  /// A file without an address stays text: it is no fault of the reader's.
  private mutating func startLink(to reference: FileReference, title: String) {
    endLink()
    switch card.targets[reference.path] {
    case .file(let path):
      guard let address = files.address(of: path) else { return }
      startLink(address + reference.suffix, title: title, isOutside: true)
    case .image(let image):
      startLink(link(addresses.cardImage(image)), title: title, isOutside: false)
    case .missing, nil: break
    }
  }

  private mutating func startLink(_ address: String, title: String, isOutside: Bool) {
    write("<a")
    write("href", address)
    if !title.isEmpty { write("title", SiteText.shown(title)) }
    if isOutside { write("rel", Self.outside) }
    write(">")
    isLinkOpen = true
  }

  private mutating func endLink() {
    if isLinkOpen { write("</a>") }
    isLinkOpen = false
  }

  /// What links to other hosts say of themselves.
  private static let outside = "nofollow noopener noreferrer"

  // MARK: Images

  private mutating func appendImage(_ reference: FileReference, _ traits: ImageTraits) {
    switch card.targets[reference.path] {
    case .image(let image): appendImage(image, traits)
    case .missing(let reason): appendFrame(of: reference, traits, reason)
    case .file: appendFrame(of: reference, traits, "not an image that pages show")
    case nil: appendFrame(of: reference, traits, "not in the repository at this commit")
    }
  }

  /// The size stands in the page, so that nothing moves when the image comes.
  private mutating func appendImage(_ image: CardImage, _ traits: ImageTraits) {
    write("<img")
    write("src", link(addresses.cardImage(image)))
    write("alt", SiteText.shown(traits.alternative))
    if !traits.title.isEmpty { write("title", SiteText.shown(traits.title)) }
    if let size = image.size(traits) {
      write("width", String(size.width))
      write("height", String(size.height))
    }
    write(" loading=\"lazy\" decoding=\"async\">")
  }

  /// The description in place of the image, and why it isn't there.
  private mutating func appendFrame(
    of reference: FileReference, _ traits: ImageTraits, _ reason: String
  ) {
    let words = traits.alternative.isEmpty ? reference.path : traits.alternative
    write("<span class=\"missing-image\"><bdi>")
    HTMLEscape.append(SiteText.shown(words), to: &bytes)
    write("</bdi> <small>Image not shown: <bdi>")
    HTMLEscape.append(SiteText.shown(reason), to: &bytes)
    write("</bdi></small></span>")
  }

  // MARK: Writing

  private mutating func write(_ markup: StaticString) {
    markup.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  private mutating func write(_ attribute: StaticString, _ value: String) {
    write(" ")
    write(attribute)
    write("=\"")
    HTMLEscape.append(value, to: &bytes)
    write("\"")
  }
}

extension CardImage {
  /// The size on the page in CSS pixels: the text's own wish, the other side in proportion; nothing
  /// where the file doesn't tell.
  fileprivate func size(_ traits: ImageTraits) -> (width: Int, height: Int)? {
    if let width = traits.width, let height = traits.height { return (width, height) }
    guard width > 0, height > 0 else { return nil }
    if let wanted = traits.width { return (wanted, Self.scaled(height, by: wanted, over: width)) }
    if let wanted = traits.height { return (Self.scaled(width, by: wanted, over: height), wanted) }
    return (width, height)
  }

  private static func scaled(_ side: Int, by wanted: Int, over other: Int) -> Int {
    Int(min(max((Double(side) * Double(wanted) / Double(other)).rounded(), 1), 100_000))
  }
}
