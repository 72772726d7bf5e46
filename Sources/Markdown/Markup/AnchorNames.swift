/// The ids of a text: prefixed, in the way of forges, each once.
struct AnchorNames {
  private static let longestName = 200

  private let prefix: String
  private var used: Set<String> = []

  /// The number that is tried next for a name that is taken.
  private var numbers: [String: Int] = [:]

  /// The first id of each name as it was written.
  private var ids: [String: String] = [:]

  init(prefix: String) { self.prefix = prefix }

  mutating func makeID(for name: String) -> String {
    let slug = Self.slug(name)
    var unique = slug
    while !used.insert(unique).inserted {
      let number = numbers[slug, default: 1]
      numbers[slug] = number &+ 1
      unique = "\(slug)-\(number)"
    }
    let id = prefix + unique
    if ids[name] == nil { ids[name] = id }
    return id
  }

  /// The id that a link `#name` means.
  func id(named name: String) -> String? {
    if let id = ids[name] { return id }
    if used.contains(name) { return prefix + name }
    if name.hasPrefix(prefix), used.contains(String(name.dropFirst(prefix.count))) { return name }
    let slug = Self.slug(name)
    return used.contains(slug) && !name.isEmpty ? prefix + slug : nil
  }

  /// Letters and digits in lower case, `-` and `_`; spaces become hyphens; the rest goes.
  private static func slug(_ name: String) -> String {
    var slug = ""
    var length = 0
    for scalar in name.unicodeScalars where length < longestName {
      switch scalar {
      case " ", "\t", "\n": slug += "-"
      case "-", "_": slug.unicodeScalars.append(scalar)
      case _ where scalar.isOfWord: slug += scalar.properties.lowercaseMapping
      default: continue
      }
      length += 1
    }
    return slug.isEmpty ? "section" : slug
  }
}

extension Unicode.Scalar {
  /// A letter, a mark on one, or a digit.
  fileprivate var isOfWord: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
