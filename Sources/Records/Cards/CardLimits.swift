/// How much of a card's metadata is taken (`bad-input.md`, M020).
enum CardLimits {
  /// Items of a list, such as tags.
  static let items = 50

  /// Results of one card or of one file of results.
  static let results = 1_000

  /// Members of a value that is a map.
  static let valueMembers = 20

  /// Characters of a text.
  static let text = 500

  /// Bytes of an address, which nobody can shorten.
  static let address = 2_000
}
