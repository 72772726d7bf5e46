import Formats

/// The slugs of names that share a folder: no two equal, also where case doesn't count.
struct SlugTable: Sendable {
  private let rule: SlugRule

  /// The slugs that differ from what the rule alone gives.
  private let exceptions: [String: String]

  /// Whether some name needed more than the rule.
  var hasExceptions: Bool { !exceptions.isEmpty }

  /// Tells tables that give any name another slug.
  var checksum: Checksum { Checksum(ReflectedText.text(of: exceptions)) }

  /// Gives every name its slug.
  ///
  /// Of names with one slug, the one that is written like it, in small letters, keeps it: whoever
  /// adds `PROD` must not move the pages of everybody's `prod`. All others get a digest. Somebody can
  /// choose a name that looks like another name's slug with its digest, hence the repetition: digests
  /// grow until nothing is disputed.
  init(_ names: some Sequence<String>, rule: SlugRule) {
    self.rule = rule
    let names = Array(Set(names))
    var levels = [Int](repeating: 0, count: names.count)
    var slugs = names.map { rule.slug(of: $0) }
    var raised = Set<Int>()
    repeat {
      raised = Self.disputed(slugs).filter { index in
        levels[index] < SlugRule.lastLevel
          && !(names[index] == slugs[index] && Self.folded(slugs[index]) == slugs[index])
      }
      for index in raised {
        levels[index] += 1
        slugs[index] = rule.slug(of: names[index], level: levels[index])
      }
    } while !raised.isEmpty
    var exceptions: [String: String] = [:]
    for (index, level) in levels.enumerated() where level > 0 {
      exceptions[names[index]] = slugs[index]
    }
    self.exceptions = exceptions
  }

  /// The slug of a name.
  subscript(name: String) -> String { exceptions[name] ?? rule.slug(of: name) }

  private static func folded(_ slug: String) -> String {
    String(decoding: slug.utf8.map(\.asciiLowercased), as: UTF8.self)
  }

  /// The places of slugs that are not alone where case doesn't count.
  private static func disputed(_ slugs: [String]) -> Set<Int> {
    var owners: [String: Int] = [:]
    owners.reserveCapacity(slugs.count)
    var disputed = Set<Int>()
    for (index, slug) in slugs.enumerated() {
      if let owner = owners.updateValue(index, forKey: folded(slug)) {
        disputed.insert(owner)
        disputed.insert(index)
      }
    }
    return disputed
  }
}
