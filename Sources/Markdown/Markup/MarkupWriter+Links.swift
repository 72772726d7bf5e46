/// Links and images.
extension MarkupWriter {
  /// Begins a link, as the policy for addresses allows; a link that is open ends first.
  mutating func openLink(to destination: [UInt8], title: [UInt8], line: Int) {
    openCellForContent()
    guard unwanted == nil else { return push(.a, isOwn: true, .nothing) }
    openLink(destination, title: title, isOwn: true, line: line)
  }

  /// Ends the link of the last `openLink`, also where the policy left it out.
  mutating func closeLink() {
    closeOwn(.a)
  }

  /// An image, as the policy allows.
  mutating func image(_ destination: [UInt8], _ traits: ImageTraits, line: Int) {
    guard unwanted == nil else { return }
    let traits = traits.cleaned
    switch Address(destination) {
    case .file(let file):
      openCellForContent()
      buffer.append(.image(file, traits))
    case .external(let address):
      note(.remoteImage, line: line, example: String(decoding: address, as: UTF8.self))
      remoteImage(address, traits)
    case .embedded:
      note(.embeddedImage, line: line, example: Self.excerpt(destination))
      text(traits.alternative.utf8)
    case .fragment, .refused:
      note(.refusedAddress, line: line, example: Self.excerpt(destination))
      text(traits.alternative.utf8)
    case .empty: text(traits.alternative.utf8)
    }
  }

  /// An `a` of the text's HTML: a link, or a place that links lead to.
  mutating func anchor(_ attributes: HTMLAttributes, line: Int) {
    if let name = attributes.anchorName {
      openCellForContent()
      buffer.append(startOf: "span", [("id", id(for: name))])
      buffer.append(endOf: "span")
    }
    guard let destination = attributes.bytes("href"), elements.hasRoom else {
      return pushUnwritten(.a)
    }
    openLink(destination, title: attributes.bytes("title") ?? [], isOwn: false, line: line)
  }

  /// An `img` of the text's HTML.
  mutating func image(_ attributes: HTMLAttributes, line: Int) {
    var traits = ImageTraits()
    traits.alternative = attributes.string("alt") ?? ""
    traits.title = attributes.string("title") ?? ""
    traits.width = attributes.length("width")
    traits.height = attributes.length("height")
    let alignment = attributes.alignment
    if let alignment {
      openCellForContent()
      buffer.append(startOf: "span", [("class", "align-\(alignment)")])
    }
    image(attributes.bytes("src") ?? [], traits, line: line)
    if alignment != nil { buffer.append(endOf: "span") }
  }

  private mutating func openLink(
    _ destination: [UInt8], title: [UInt8], isOwn: Bool, line: Int
  ) {
    let address = Address(destination)
    if address == .refused || address == .embedded {
      note(.refusedAddress, line: line, example: Self.excerpt(destination))
    }
    guard address.isShown, endLink() else { return pushUnwrittenLink(isOwn: isOwn) }
    openCellForContent()
    let title = String(decoding: MarkupText.clean(title), as: UTF8.self)
    push(.a, isOwn: isOwn, writeLink(to: address, title: title))
  }

  private mutating func writeLink(to address: Address, title: String) -> OpenElement.End {
    switch address {
    case .external(let address):
      buffer.append(startOf: "a", Self.attributes(ofLinkTo: address, title: title))
      return .tag("a")
    case .file(let file):
      buffer.append(.linkStart(file, title: title))
      return .link
    case .fragment(let name):
      buffer.append(startOfLinkTo: name, title: title)
      return .linkToFragment
    case .embedded, .empty, .refused: return .nothing
    }
  }

  private mutating func pushUnwrittenLink(isOwn: Bool) {
    if isOwn { push(.a, isOwn: true, .nothing) } else { pushUnwritten(.a) }
  }

  /// Ends the link that is open, as links don't nest; tells whether none is open now. One that
  /// can't end here ends as soon as it can.
  private mutating func endLink() -> Bool {
    guard let index = elements.indexOfLink else { return true }
    if elements.isPhrasing(from: index) {
      end(from: index)
      return true
    }
    if !elements.all[index].isOwn { elements.markOverdue(at: index) }
    return false
  }

  /// An image that no page loads: a link with its description, or the description alone, also within
  /// a link, as badges are.
  private mutating func remoteImage(_ address: [UInt8], _ traits: ImageTraits) {
    let isInLink = elements.indexOfLink != nil
    guard options.remoteImages == .link || isInLink else { return text(traits.alternative.utf8) }
    let label = traits.alternative.isEmpty ? Self.fileName(of: address) : traits.alternative
    guard !isInLink else { return text(label.utf8) }
    openCellForContent()
    buffer.append(startOf: "a", Self.attributes(ofLinkTo: address, title: traits.title))
    text(label.utf8)
    buffer.append(endOf: "a")
  }

  private static func attributes(
    ofLinkTo address: [UInt8], title: String
  ) -> HTMLAttributes.Written {
    let titles = title.isEmpty ? [] : [(name: "title", value: title)]
    let href = String(decoding: address, as: UTF8.self)
    return [("href", href), ("rel", "nofollow noopener noreferrer")] + titles
  }

  /// The last part of an address's path.
  private static func fileName(of address: [UInt8]) -> String {
    let path = address.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    let parts = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count > 3, let last = parts.last, !last.isEmpty else { return "image" }
    return String(decoding: MarkupText.clean(PercentCoding.decoded(last)), as: UTF8.self)
  }

  private static func excerpt(_ destination: [UInt8]) -> String {
    MarkupText.excerpt(String(decoding: destination.prefix(400), as: UTF8.self))
  }
}

extension Address {
  /// Whether a link can lead there.
  fileprivate var isShown: Bool {
    switch self {
    case .external, .file, .fragment: true
    case .embedded, .empty, .refused: false
    }
  }
}

extension ImageTraits {
  /// The same without control characters.
  fileprivate var cleaned: ImageTraits {
    var traits = self
    traits.alternative = MarkupText.clean(alternative)
    traits.title = MarkupText.clean(title)
    return traits
  }
}
