import GitStore
import Markdown
import Records

/// What the relative addresses of a card lead to at a commit.
struct CardTargets {
  let trees: CommitTrees
  let subject: CardSubject

  /// The folder of the card.
  let folder: String

  /// A place that an address may lead to.
  enum Place {
    case file(String)
    case image(FileSource)
    case missing(code: String, reason: String)

    var image: FileSource? {
      guard case .image(let source) = self else { return nil }
      return source
    }
  }

  /// Where an address leads, as a link or as an image.
  func place(of reference: CardReference) -> Place {
    let code = reference.isImage ? "M010" : "M013"
    let path = reference.path
    let written = path.utf8.drop { $0 == UInt8(ascii: "/") }
    let start = written.count == path.utf8.count ? folder : ""
    guard let inside = RepositoryPath(String(Substring(written)), in: start).inside else {
      return .missing(code: code, reason: "it leaves the repository")
    }
    guard let entry = trees.entry(at: inside, in: subject.tree) else {
      return storedPlace(inside, reference)
        ?? (inside.isEmpty && !reference.isImage
          ? .file("") : .missing(code: code, reason: "there is no such file at this commit"))
    }
    if !reference.isImage { return .file(inside) }
    switch entry.mode {
    case .file, .executable: return .image(.git(entry))
    case .folder: return .missing(code: code, reason: "it is a folder")
    case .symbolicLink:
      return .missing(code: code, reason: "it is a symbolic link, which is not followed")
    case .submodule, .other: return .missing(code: code, reason: "it is not a file")
    }
  }

  private func storedPlace(_ path: String, _ reference: CardReference) -> Place? {
    guard let file = StoredFile(at: path, in: subject.projects) else { return nil }
    if reference.isImage { return .image(.stored(file)) }
    return .missing(code: "M013", reason: "DVC keeps it outside Git")
  }
}

/// A relative address in a card's text.
struct CardReference: Hashable {
  let path: String
  let isImage: Bool

  /// What a `license_link` names where it is a file of the repository.
  init?(licenceLink link: String) {
    guard !link.isEmpty, !link.utf8.contains(UInt8(ascii: ":")), !link.hasPrefix("//") else {
      return nil
    }
    self.init(path: link, isImage: false)
  }

  init(path: String, isImage: Bool) {
    self.path = path
    self.isImage = isImage
  }

  /// Those of a text, each once, in order; not more than can be meant.
  static func all(in text: RenderedMarkdown) -> [CardReference] {
    text.pieces.compactMap { piece -> CardReference? in
      switch piece {
      case .linkStart(let file, _): CardReference(path: file.path, isImage: false)
      case .image(let file, _): CardReference(path: file.path, isImage: true)
      case .markup, .linkEnd: nil
      }
    }.distinct()
  }
}
