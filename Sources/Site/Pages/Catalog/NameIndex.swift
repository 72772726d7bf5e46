import Registry

/// All models by name, cut into letters and pages.
struct NameIndex: Sendable {
  /// The models that begin with a letter.
  struct Letter: Sendable {
    /// A capital of ASCII, or `#` for everything else.
    let letter: String
    let count: Int

    /// The page on which it begins, counted from 1.
    let page: Int

    /// The id of its heading.
    var anchor: String { letter == "#" ? "other" : letter.lowercased() }
  }

  /// Sorted by name, whatever the case, then by repository.
  let models: [ModelReference]
  let letters: [Letter]

  /// How many names a page holds.
  static let pageSize = 1000

  init(_ models: [ModelReference]) {
    let keyed = models.map { (key: Self.key(of: $0.artifact.name), model: $0) }
    let sorted = keyed.enumerated().sorted { one, other in
      if one.element.key == other.element.key { return one.offset < other.offset }
      return one.element.key.lexicographicallyPrecedes(other.element.key)
    }
    self.models = sorted.map(\.element.model)
    var letters: [Letter] = []
    var start = 0
    while start < self.models.count {
      let letter = Self.letter(of: self.models[start])
      let end =
        self.models[start...].firstIndex { Self.letter(of: $0) != letter } ?? self.models.count
      letters.append(
        Letter(letter: letter, count: end - start, page: start / Self.pageSize + 1))
      start = end
    }
    self.letters = letters
  }

  /// The letter under which a model stands.
  static func letter(of model: ModelReference) -> String {
    guard let first = key(of: model.artifact.name).first, first < 0x7B, first > 0x60 else {
      return "#"
    }
    return String(decoding: [first & ~0x20], as: UTF8.self)
  }

  /// Anything that isn't a letter sorts before the letters, so that it makes one group.
  private static func key(of name: String) -> [UInt8] {
    let folded = name.utf8.map(\.asciiLowercased)
    guard let first = folded.first, 0x61...0x7A ~= first else { return [0] + folded }
    return folded
  }
}

extension SiteAddresses {
  /// The list of all models by name.
  var names: SitePath { SitePath("catalog", "a-z", "index.html") }

  /// A page of all models by name, counted from 1.
  func names(page number: Int) -> SitePath { page(number, of: names) }
}
